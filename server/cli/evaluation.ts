/** Helpers for the commands `evaluate` and `report`: open a map with its argument. */
import type { Entry } from "../core/language/entry.ts";
import { importClosure } from "../core/language/graph.ts";
import type { MapFile } from "../core/language/map.ts";
import type { Argument } from "../core/reasoning/argument.ts";
import { readArgument, supposeEntries } from "../core/reasoning/readFramework.ts";
import { computeStandings, type Standings } from "../core/reasoning/standing.ts";
import { diskFileSystem } from "../node/diskFileSystem.ts";
import { countErrors, openMap, uriOf } from "./command.ts";
import { UsageError } from "./usageError.ts";

/** A map that was opened to be evaluated. */
export interface OpenedArgument {
  /** The path as the user wrote it. */
  readonly map: string;
  readonly file: MapFile;
  /** The file and all that it imports. */
  readonly files: readonly MapFile[];
  readonly argument: Argument;
  /** The evaluation under the suppositions. */
  readonly standings: Standings;
  /** The number of errors in the map. */
  readonly errors: number;
}

/**
 * Opens a map and computes what stands in it.
 *
 * @param supposed suppositions as the user writes them: `NAME=true` or `NAME=false`
 * @throws {UsageError} if the map cannot be read, or a supposition is invalid
 */
export async function openArgument(map: string, supposed: readonly string[] = []): Promise<OpenedArgument> {
  const uri = uriOf(map);
  const { workspace, file } = await openMap(uri, [uriOf(".")], diskFileSystem);
  const files = importClosure(file);
  const argument = readArgument(files);
  const entries = new Map(supposed.map((written) => parseSupposition(written, file, argument)));
  const standings = computeStandings(argument.framework, supposeEntries(argument, entries));
  return { map, file, files, argument, standings, errors: countErrors(workspace, uri) };
}

/** Parses `NAME=true` or `NAME=false`. Throws {@link UsageError} if it has another form, or nothing has the name. */
function parseSupposition(written: string, file: MapFile, argument: Argument): readonly [Entry, boolean] {
  const [, prefix, text = "", value] = /^(?:([^.=]+)\.)?([^.=]+)=(true|false)$/.exec(written) ?? [];
  if (value === undefined) throw new UsageError(`Invalid supposition “${written}”. Write NAME=true or NAME=false.`);
  const resolution = file.resolve({ text, prefix });
  const entry = resolution.state === "found" ? resolution.entry : undefined;
  if (entry === undefined || !argument.nodes.has(entry)) {
    const name = written.slice(0, written.lastIndexOf("="));
    throw new UsageError(`No claim, premise, assumption, reason or objection is named “${name}”.`);
  }
  return [entry, value === "true"];
}
