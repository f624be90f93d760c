/** Edits of the head of an entry: its keyword, name and clauses. */
import type { Entry, Line } from "../../core/language/entry.ts";
import { type Clause, clauseEnd, clausesEnd, keywordRange, nameEnd } from "../../core/language/head.ts";
import { fileOf } from "../../core/language/map.ts";
import { keywordSpan } from "../../core/language/problem.ts";
import {
  type ClauseWord,
  isSide,
  type Keyword,
  oppositeSide,
  type StepKeyword,
} from "../../core/language/vocabulary.ts";
import { inheritedSpeakerClause } from "./freshNames.ts";
import type { SpanReplacement } from "./model.ts";
import type { FileEdit } from "./workspaceEdit.ts";

/** Returns the replacement of the keyword of an entry. */
export const replaceKeyword = (entry: Entry, keyword: Keyword): SpanReplacement => ({
  ...keywordSpan(entry),
  text: keyword,
});

/** Returns the insertion of a name after the keyword of an entry. */
export const insertName = ({ line, head }: Entry, name: string): SpanReplacement =>
  insertion(line, keywordRange(head).end, ` ${name}`);

/** Returns the edit of a file that inserts a name after the keyword of an entry. */
export function insertNameEdit(entry: Entry, name: string): FileEdit {
  const { syntax, uri } = fileOf(entry);
  const { text, ...span } = insertName(entry, name);
  return { uri, range: syntax.rangeOf(span), newText: text };
}

/** Returns the insertion of a `by` clause with the speakers that an entry inherits; of nothing if it inherits none. */
export const makeSpeakerExplicit = (entry: Entry): SpanReplacement =>
  insertion(entry.line, nameEnd(entry.head), inheritedSpeakerClause(entry));

/** Returns the insertion of a clause after all others. */
export const insertClause = ({ line, head }: Entry, clause: string): SpanReplacement =>
  insertion(line, clausesEnd(head), ` ${clause}`);

const insertion = (line: Line, at: number, text: string): SpanReplacement => ({ line, start: at, end: at, text });

/**
 * Returns the replacement that adds a name to a clause: before its other names, or in a new clause after all others.
 */
export function addNameToClause(entry: Entry, word: ClauseWord, name: string): SpanReplacement {
  const existing = entry.head.clauses.find((clause) => clause.word === word)?.names[0];
  return existing === undefined
    ? insertClause(entry, `${word} ${name}`)
    : insertion(entry.line, existing.start, `${name}, `);
}

/** Returns the replacement that removes a clause, including the white space and commas around it. */
export function removeClause({ line }: Entry, clause: Clause): SpanReplacement {
  const { raw } = line.scanned;
  const before = /[\s,]*$/.exec(raw.slice(0, clause.start))?.[0].length ?? 0;
  const end = clauseEnd(clause);
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
export const changeKeyword = (entry: Entry, keyword: Keyword): readonly SpanReplacement[] =>
  entry.head.keyword === keyword ? [] : [replaceKeyword(entry, keyword)];

/** Returns the replacements that turn a step into the other kind and change its side on everything that it names. */
export const invertStepWords = (step: Entry, to: StepKeyword): readonly SpanReplacement[] => [
  ...changeKeyword(step, to),
  ...step.head.clauses.flatMap(({ word, start }) =>
    isSide(word) ? [{ line: step.line, start, end: start + word.length, text: oppositeSide(word) }] : [],
  ),
];
