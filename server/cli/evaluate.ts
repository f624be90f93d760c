/** `argmap evaluate`: prints what stands in a map, how likely it is, and why. */
import { attributeOf, type Entry, titleOf } from "../core/language/entry.ts";
import { importClosure } from "../core/language/graph.ts";
import type { MapFile } from "../core/language/map.ts";
import { type EvaluatedEntry, evaluateFile } from "../core/reasoning/evaluateMap.ts";
import { sentenceText } from "../core/reasoning/explainEntry.ts";
import { computeLikelihoods } from "../core/reasoning/likelihood.ts";
import { isUncertain, likelihoodLabel } from "../core/reasoning/likelihoodTerm.ts";
import { type Argument, readArgument, supposeEntries } from "../core/reasoning/readFramework.ts";
import { computeStandings } from "../core/reasoning/standing.ts";
import { truncate } from "../core/strings/truncate.ts";
import { diskFileSystem } from "../node/diskFileSystem.ts";
import {
  type Command,
  openMap,
  parseArguments,
  printable,
  singleMap,
  UsageError,
  uriOf,
  warnOfErrors,
} from "./command.ts";

/** The command `evaluate`. Exits with 1 if the map has errors. */
export const evaluate: Command = async (args) => {
  const { values, positionals } = parseArguments(args, {
    json: { type: "boolean", default: false },
    suppose: { type: "string", multiple: true, default: [] },
  });
  const map = singleMap(positionals);
  const uri = uriOf(map);
  const { workspace, file } = await openMap(uri, [uriOf(".")], diskFileSystem);
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
  return warnOfErrors(workspace, uri, "the evaluation may be wrong");
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

/**
 * Formats an entry: its standing with the likelihood, if that says more, and the sentence that explains the standing. A stated
 * likelihood of an entry with reasons does not count, so it is shown beside the computed one.
 */
function formatNode({ entry, node, sentence, hasReasons }: EvaluatedEntry): string {
  const { line, kind, standing, likelihood, open } = node;
  const text = truncate(titleOf(entry), MAX_LABEL_LENGTH);
  const title = entry.head.name === undefined ? `“${text}”` : `${entry.head.name.text} “${text}”`;
  const computed = isUncertain(likelihood, open) ? `, ${likelihoodLabel(likelihood, open)}` : "";
  const stated = hasReasons ? attributeOf(entry, "likelihood")?.value : undefined;
  const remark = stated === undefined ? "" : ` The map states “${stated}”; the reasons decide.`;
  return `${printable(`${line}: ${kind} ${title}: ${standing}${computed}`)}\n    ${printable(sentenceText(sentence, entryLabel) + remark)}\n`;
}

const MAX_LABEL_LENGTH = 60;

/** Returns the name of an entry, or else the beginning of its text, in quotation marks. */
function entryLabel(entry: Entry): string {
  const label = entry.head.name?.text ?? truncate(titleOf(entry), MAX_LABEL_LENGTH);
  return label === "" ? `the unwritten ${entry.head.keyword}` : `“${label}”`;
}
