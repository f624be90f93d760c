/** `argmap report`: tables about a map. */
import type { Entry } from "../core/language/entry.ts";
import { fileOf } from "../core/language/map.ts";
import { headSpan } from "../core/language/problem.ts";
import { type KeyAssumption, keyAssumptions } from "../core/reasoning/keyAssumptions.ts";
import { joinList, plural } from "../core/strings/english.ts";
import { type Command, parseArguments, printable, singleMap, UsageError, warnOfErrors } from "./command.ts";
import { entryLabel, entryTitle, openArgument } from "./evaluation.ts";

/** The command `report`. Exits with 1 if the map has errors. */
export const report: Command = async (args) => {
  const { values, positionals } = parseArguments(args, { json: { type: "boolean", default: false } });
  const [table, ...maps] = positionals;
  if (table !== "assumptions") throw new UsageError("Name a table. The only one is “assumptions”.");
  const opened = await openArgument(singleMap(maps));
  const assumptions = keyAssumptions(opened.argument, opened.standings);
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ map: opened.map, assumptions: assumptions.map(toJson) }, undefined, 2)}\n`
      : printable(assumptions.map(formatAssumption).join("")) || "No conclusion depends on an assumption.\n",
  );
  return warnOfErrors(opened.errors, "the evaluation may be wrong");
};

const nameOf = ({ head }: Entry): string | null => head.name?.text ?? null;
const lineOf = (entry: Entry): number => fileOf(entry).syntax.rangeOf(headSpan(entry)).start.line + 1;

const toJson = ({ entry, importance, carries }: KeyAssumption) => ({
  name: nameOf(entry),
  line: lineOf(entry),
  kind: entry.head.keyword,
  importance: importance.map(({ conclusion, value }) => ({
    name: nameOf(conclusion),
    line: lineOf(conclusion),
    value: Number(value.toFixed(12)),
  })),
  carries: carries.map((conclusion) => ({ name: nameOf(conclusion), line: lineOf(conclusion) })),
});

function formatAssumption({ entry, importance, carries }: KeyAssumption): string {
  const shares = importance.map(({ conclusion, value }) => `${signed(value)} for ${entryLabel(conclusion)}`);
  const verb = plural(carries.length, "stands", "stand");
  const effect = carries.length === 0 ? "" : ` If it is false, ${joinList(carries.map(entryLabel))} no longer ${verb}.`;
  return `${lineOf(entry)}: ${entry.head.keyword} ${entryTitle(entry)}\n    ${joinList(shares)}.${effect}\n`;
}

/** Returns an importance as a percentage with its sign. */
const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.round(Math.abs(value) * 100)}%`;
