/** Objects to a step without premises: its text becomes a premise, so that the objection can be about the inference. */
import type { Entry } from "../../core/language/entry.ts";
import { hasPremises } from "../../core/language/graph.ts";
import { fileOf, type MapFile, mapLanguage } from "../../core/language/map.ts";
import { byteOrderMark } from "../../core/language/parsing/scanLine.ts";
import { isOwnText } from "../../core/language/problem.ts";
import { isStep } from "../../core/language/vocabulary.ts";
import { childIndent, lastOwnLine } from "./lineBlocks.ts";
import type { LineChange, NewLine } from "./model.ts";
import { keepsNesting } from "./nestingCheck.ts";
import { copyLines, createLine } from "./newLines.ts";

/** The change, and the line of the new objection. */
export interface ObjectionToStep {
  readonly change: LineChange;
  readonly objection: NewLine;
}

/** The text of a new objection, which the user is going to replace, by language. */
const doesNotFollow: Readonly<Record<string, string>> = {
  de: "Das folgt nicht daraus.",
  es: "Esto no se sigue de ahí.",
  fr: "Cela n’en découle pas.",
  zh: "由此推不出结论。",
};

const firstWords = (file: MapFile): string =>
  doesNotFollow[mapLanguage(file)?.split("-")[0]?.toLowerCase() ?? ""] ?? "This does not follow.";

/** Whether a step has a text of one paragraph and nothing under it that is about this text. */
const isBareStep = ({ head, text, children }: Entry): boolean =>
  isStep(head.keyword) && head.form === "full" && text !== "" && !text.includes("\n") && children.length === 0;

/** Turns the text of a bare step into its premise, and adds an objection to the step. Undefined if that is not possible. */
export function objectToStep(step: Entry): ObjectionToStep | undefined {
  if (!isBareStep(step) || hasPremises(step)) return undefined;
  const file = fileOf(step);
  const { lines } = file.syntax;
  const first = lines.numberOf(step.line);
  const after = lines.numberOf(lastOwnLine(step)) + 1;
  // Lines of another entry would have to move as well.
  if (!lines.slice(first, after).every(({ owner }) => owner === step)) return undefined;
  const { raw } = step.line.scanned;
  const indent = childIndent(step);
  const head = raw.slice(byteOrderMark(raw).length, raw.indexOf(":", step.head.start) + 1);
  const kept = copyLines(file, { first, after }, { from: "", to: "", entries: [], under: undefined });
  const objection = createLine(`${indent}objection: ${firstWords(file)}`, step);
  const change: LineChange = {
    first,
    after,
    newLines: [
      { ...createLine(head, step.parent), line: step.line },
      ...kept.filter(({ line }) => line !== undefined && line !== step.line && !isOwnText(line)),
      createLine(`${indent}premise: ${step.text}`, step),
      objection,
    ],
  };
  return keepsNesting(file, [change]) ? { change, objection } : undefined;
}
