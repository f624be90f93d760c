/** `argmap evaluate`: prints what stands in a map, how likely it is, and why. */
import { type Entry, titleOf } from "../core/language/entry.ts";
import { importClosure } from "../core/language/graph.ts";
import type { MapFile } from "../core/language/map.ts";
import { type EvaluatedEntry, evaluateFile } from "../core/reasoning/evaluateMap.ts";
import { sentenceText } from "../core/reasoning/explainEntry.ts";
import { computeLikelihoods } from "../core/reasoning/likelihood.ts";
import { likelihoodLabel } from "../core/reasoning/likelihoodTerm.ts";
import { type Argument, readArgument, supposeEntries } from "../core/reasoning/readFramework.ts";
import { computeStandings } from "../core/reasoning/standing.ts";
import { truncate } from "../core/strings/truncate.ts";
import { diskFileSystem } from "../node/diskFileSystem.ts";
import { type Command, openMap, parseArguments, singleMap, UsageError, uriOf } from "./command.ts";

/** The command `evaluate`. */
export const evaluate: Command = async (args) => {
  const { values, positionals } = parseArguments(args, {
    json: { type: "boolean", default: false },
    suppose: { type: "string", multiple: true, default: [] },
  });
  const map = singleMap(positionals);
  const { file } = await openMap(uriOf(map), [uriOf(".")], diskFileSystem);
  const argument = readArgument(importClosure(file));
  const supposed = new Map(values.suppose.map((written) => parseSupposition(written, file, argument)));
  const suppositions = supposeEntries(argument, supposed);
  const standings = computeStandings(argument.framework, suppositions);
  const likelihoods = computeLikelihoods(argument.framework, suppositions);
  const evaluated = evaluateFile(file, argument, standings, likelihoods);
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ map, nodes: evaluated.map(({ node }) => node) }, undefined, 2)}\n`
      : evaluated.map(formatNode).join(""),
  );
  return 0;
};

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

function formatNode({ entry, node, sentence }: EvaluatedEntry): string {
  const { line, kind, standing, likelihood, open } = node;
  const heading = `${line}: ${kind} ${entryLabel(entry)}: ${standing}, ${likelihoodLabel(likelihood, open)}`;
  return `${printable(heading)}\n    ${printable(sentenceText(sentence, entryLabel))}\n`;
}

const MAX_LABEL_LENGTH = 60;

/** Returns the name of an entry, or else the beginning of its text, in quotation marks. */
function entryLabel(entry: Entry): string {
  return `“${entry.head.name?.text ?? truncate(titleOf(entry), MAX_LABEL_LENGTH)}”`;
}

/** Replaces control characters, so that a map cannot send escape sequences to the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const printable = (text: string): string => text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, "\ufffd");
