/** Adds clauses to heads and removes them. */
import type { Entry } from "../../core/language/entry.ts";
import type { Clause } from "../../core/language/head.ts";
import type { ClauseWord } from "../../core/language/vocabulary.ts";
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

/** Returns the clause word of a step that names its targets. */
export const targetClauseWord = ({ head }: Entry): "for" | "against" => (head.keyword === "reason" ? "for" : "against");
