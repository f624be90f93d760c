/** Adds clauses to heads and removes them. */
import type { Entry } from "../../core/language/entry.ts";
import type { Clause } from "../../core/language/head.ts";
import type { ClauseWord, Keyword } from "../../core/language/vocabulary.ts";
import type { SpanReplacement } from "./model.ts";

/**
 * Returns the replacement that adds a name to a clause: before its other names, or in a new clause after all others.
 */
export function addNameToClause({ head, line }: Entry, word: ClauseWord, name: string): SpanReplacement {
  const existing = head.clauses.find((clause) => clause.word === word)?.names[0];
  if (existing !== undefined) return { line, start: existing.start, end: existing.start, text: `${name}, ` };
  const end = head.clauses.at(-1)?.names.at(-1)?.end ?? head.name?.end ?? head.start + head.keyword.length;
  return { line, start: end, end, text: ` ${word} ${name}` };
}

/** Returns the replacement that removes a clause, including the white space and commas around it. */
export function removeClause({ line }: Entry, clause: Clause): SpanReplacement {
  const { raw } = line.scanned;
  const before = /[\s,]*$/.exec(raw.slice(0, clause.start))?.[0].length ?? 0;
  const end = clause.names.at(-1)?.end ?? clause.end;
  const comma = /^\s*,/.exec(raw.slice(end))?.[0].length ?? 0;
  return { line, start: clause.start - before, end: end + comma, text: "" };
}

/** Returns the replacement that removes one of several names of a clause, with the comma before or after it. */
export function removeName({ line }: Entry, { names }: Clause, start: number): SpanReplacement {
  const index = names.findIndex((name) => name.start === start);
  const [name, before, after] = [names[index], names[index - 1], names[index + 1]];
  const end = name?.end ?? start;
  return before === undefined
    ? { line, start, end: after?.start ?? end, text: "" }
    : { line, start: before.end, end, text: "" };
}

/** Returns the replacement that gives an entry another keyword; none if it has that keyword. */
export const changeKeyword = ({ head, line }: Entry, keyword: Keyword): readonly SpanReplacement[] =>
  head.keyword === keyword ? [] : [{ line, start: head.start, end: head.start + head.keyword.length, text: keyword }];
