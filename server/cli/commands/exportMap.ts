/** `argmap export`: writes a map in another format. */
import path from "node:path";
import { exportMap } from "../../core/formats/convert.ts";
import type { Format } from "../../core/formats/format.ts";
import { omissionLines } from "../../core/formats/omissions.ts";
import { exportFormatFor, exportFormats, formatWithId } from "../../core/formats/registry.ts";
import type { Entry } from "../../core/language/entry.ts";
import { importClosure } from "../../core/language/graph.ts";
import type { MapFile } from "../../core/language/map.ts";
import { verdict } from "../../core/reasoning/explanations/verdict.ts";
import { at } from "../../core/reasoning/framework.ts";
import { computeLikelihoods } from "../../core/reasoning/likelihood/likelihood.ts";
import { readArgument } from "../../core/reasoning/readFramework.ts";
import { computeStandings, standingOf } from "../../core/reasoning/standing.ts";
import { words as english } from "../../core/reasoning/words/enWords.ts";
import { joinList } from "../../core/strings/english.ts";
import { diskFileSystem } from "../../node/diskFileSystem.ts";
import { countErrors, openMap, printable, refuseMapName, uriOf, warnOfErrors, writeOutput } from "../command.ts";
import { STDIN } from "../standardStreams.ts";
import { UsageError } from "../usageError.ts";
import type { DrawnEvaluation } from "../weighingModes.ts";

export interface ExportMapOptions {
  readonly to?: string;
  readonly output?: string;
  /** What is shown of what stands; nothing by default. */
  readonly weighing?: DrawnEvaluation;
}

/** Exports a map, and says on stderr what the format does not carry. Returns 1 if the map has errors. */
export async function exportCommand(target: string, options: ExportMapOptions): Promise<number> {
  const format = chooseFormat(options);
  refuseMapName(options.output);
  if (options.weighing !== undefined && format.showsVerdicts !== true)
    throw new UsageError("--weighing is for reports. Use --to report or --to docx.");
  const uri = uriOf(target);
  const { workspace, file } = await openMap(uri, [uriOf(".")], diskFileSystem);
  const fileName = target === STDIN ? "map" : path.basename(target, path.extname(target));
  const { content, omissions } = await exportMap(
    file,
    fileName,
    format,
    options.weighing && verdictsIn(file, options.weighing),
  );
  if (options.output !== undefined) await writeOutput(options.output, content);
  else if (typeof content === "string") process.stdout.write(content);
  else throw new UsageError(`${format.title} needs a file. Name it with -o FILE.`);
  for (const line of omissionLines(omissions))
    process.stderr.write(printable(`Not carried to ${format.title}: ${line}\n`));
  return warnOfErrors(countErrors(workspace, uri), "the exported file may be incomplete");
}

/** Evaluates a map. Returns a function from statements and steps to their verdicts. */
function verdictsIn(file: MapFile, mode: DrawnEvaluation): (entry: Entry) => string | undefined {
  const argument = readArgument(importClosure(file));
  const standings = computeStandings(argument.framework);
  const likelihoods =
    mode === "likelihood" ? computeLikelihoods(argument.framework, standings.suppositions) : undefined;
  return (entry) => {
    const node = argument.nodes.get(entry);
    if (node === undefined) return undefined;
    const standing = standingOf(standings, node);
    if (likelihoods === undefined) return standing;
    return verdict(
      { standing, likelihood: at(likelihoods.likelihood, node), open: at(likelihoods.open, node) },
      english,
    );
  };
}

function chooseFormat({ to, output }: ExportMapOptions): Format {
  const extension = output === undefined ? "" : path.extname(output);
  const found = to === undefined ? exportFormatFor(extension) : formatWithId(to);
  if (found?.canExport === true) return found;
  throw new UsageError(
    `Name a format with --to: ${joinList(
      exportFormats.map(({ id }) => id),
      "or",
    )}.`,
  );
}
