/** Rewrites the names in clauses, and the side that a step takes on a target. */
import type { Entry } from "../../../core/language/entry.ts";
import { namedTargets, resolveBarePremise, stepTargets, targetOf } from "../../../core/language/graph.ts";
import { type Clause, clauseEnd, nameEnd } from "../../../core/language/head.ts";

import { referencesOf } from "../../../core/language/map.ts";
import {
  type ClauseWord,
  isSide,
  oppositeSide,
  type Side,
  type StepKeyword,
  sideOf,
} from "../../../core/language/vocabulary.ts";
import { addNameToClause, changeKeyword } from "../../textEdits/headEdits.ts";
import type { SpanReplacement } from "../../textEdits/model.ts";

/**
 * Returns the replacements that remove or rewrite names in the clauses of an entry.
 *
 * @param words the clauses to rewrite
 * @param replacementFor returns the new spelling of a name, given the entry that it resolves to; undefined removes it
 */
export function rewriteClauseNames(
  entry: Entry,
  words: readonly ClauseWord[],
  replacementFor: (target: Entry | undefined, written: string) => string | undefined,
): readonly SpanReplacement[] {
  const references = referencesOf(entry);
  const { raw } = entry.line.scanned;
  return entry.head.clauses.flatMap((clause) => {
    if (!words.includes(clause.word)) return [];
    const names = clause.names.map((name) => {
      const before = raw.slice(name.start, name.end);
      const reference = references.find((one) => one.name === name);
      return { before, after: replacementFor(reference && targetOf(reference), before) };
    });
    if (names.every(({ before, after }) => before === after)) return [];
    const keptNames = [...new Set(names.flatMap(({ after }) => after ?? []))];
    return keptNames.length === 0 ? [deleteClause(entry, clause)] : [replaceClauseNames(entry, clause, keptNames)];
  });
}

/** Returns the replacement of all names of a clause. */
function replaceClauseNames({ line }: Entry, clause: Clause, keptNames: readonly string[]): SpanReplacement {
  const start = clause.names[0]?.start ?? clause.end;
  return { line, start, end: clauseEnd(clause), text: keptNames.join(", ") };
}

/** Removes a clause and the separator before it, but not the one after it: the next clause may be removed as well. */
function deleteClause({ line }: Entry, clause: Clause): SpanReplacement {
  const precedingSeparator = /[\s,]*$/.exec(line.scanned.raw.slice(0, clause.start))?.[0].length ?? 0;
  return { line, start: clause.start - precedingSeparator, end: clauseEnd(clause), text: "" };
}

/** Returns the replacements that make a clause have these names. A new clause comes first; without names, it is removed. */
export function setClauseNames(entry: Entry, word: ClauseWord, names: readonly string[]): readonly SpanReplacement[] {
  const [first, ...others] = entry.head.clauses.filter((clause) => clause.word === word);
  if (first === undefined) {
    const at = nameEnd(entry.head);
    return names.length === 0 ? [] : [{ line: entry.line, start: at, end: at, text: ` ${word} ${names.join(", ")}` }];
  }
  return [
    names.length === 0 ? deleteClause(entry, first) : replaceClauseNames(entry, first, names),
    ...others.map((clause) => deleteClause(entry, clause)),
  ];
}

/** Whether a step targets an entry by its place in the text, not by a clause. Under a quote, it targets the entry above. */
export function isNestedUnder({ parent }: Entry, target: Entry): boolean {
  if (parent === undefined) return false;
  return resolveBarePremise(parent) === target || (parent.head.keyword === "quote" && parent.parent === target);
}

/**
 * Returns the replacements by which a step takes a side on a target. Its sides on other targets stay the same; the keyword
 * follows if it has no other.
 *
 * @param target the entry that the step targets; undefined for a step without a target
 */
export function takeSide(step: Entry, target: Entry | undefined, kind: StepKeyword): readonly SpanReplacement[] {
  if (target === undefined || isNestedUnder(step, target)) return changeKeyword(step, kind);
  const side = sideOf(kind);
  const [name] = referencesOf(step).filter((one) => isSide(one.role) && targetOf(one) === target);
  const isOnly = step.parent === undefined && stepTargets(step).length === 1;
  return [
    ...(isOnly ? changeKeyword(step, kind) : []),
    ...(name === undefined || name.role === side
      ? []
      : nameOnSide(step, target, side, step.line.scanned.raw.slice(name.name.start, name.name.end))),
  ];
}

/**
 * Returns the replacements by which a step names a target on one side only.
 *
 * @param from the target that it replaces, if any
 */
export function nameOnSide(
  step: Entry,
  target: Entry,
  side: Side,
  written: string,
  from: Entry | undefined = target,
): readonly SpanReplacement[] {
  const other = oppositeSide(side);
  const { clauses } = step.head;
  const onSide = namedTargets(step, side);
  const isNamed = onSide.includes(target);
  const isReplaced = !isNamed && from !== undefined && onSide.includes(from);
  const isOld = (one: Entry | undefined): boolean => one !== undefined && (one === from || one === target);
  const [clause, ...others] = clauses.filter(({ word }) => isSide(word));
  const [name, ...otherNames] = clause?.names ?? [];
  // The only target is on the other side: its clause is rewritten.
  if (
    clause?.word === other &&
    name &&
    others.length + otherNames.length === 0 &&
    stepTargets(step).some((one) => isOld(one.target))
  )
    return [{ line: step.line, start: clause.start, end: name.end, text: `${side} ${written}` }];
  return [
    ...rewriteClauseNames(step, [other], (one, text) => (isOld(one) ? undefined : text)),
    ...(isNamed && from === target
      ? []
      : rewriteClauseNames(step, [side], (one, text) =>
          one === undefined || one !== from ? text : isNamed ? undefined : written,
        )),
    ...(isNamed || isReplaced ? [] : [addNameToClause(step, side, written)]),
  ];
}
