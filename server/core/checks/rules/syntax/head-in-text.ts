import { type Entry, lineText } from "../../../language/entry.ts";
import { type Name, splitHead, type Word } from "../../../language/head.ts";
import { readEntry } from "../../../language/intent/entryReading.ts";
import { isPlainName } from "../../../language/intent/headWords.ts";
import { startsSentence } from "../../../language/intent/prose.ts";
import { definedName } from "../../../language/map.ts";
import { type EntryLine, scanLine } from "../../../language/parsing/scanLine.ts";
import { isAttributeKey, isClauseWord, keywordRules } from "../../../language/vocabulary.ts";
import type { CheckContext, CheckFinding, EntryCheck } from "../../check.ts";
import { isOnlyClauses, takesClause } from "../../support/intendedAttribute.ts";
import { textLinesOf } from "../../support/textLines.ts";

/** A clause or attribute at the start of a text that belongs before the colon, or on a line of its own. */
export const headInText: EntryCheck = {
  code: "head-in-text",
  severity: "warning",
  title: "A text that starts with a clause, a name, a keyword or a heading",
  scope: "entry",
  namesInText: (entry) => clausesInText(entry)?.names.map(({ text }) => text) ?? [],
  *check(entry, context) {
    const { line, head } = entry;
    const { scanned } = line;
    if (head.form !== "full" || head.keyword === "quote" || head.keyword === "import" || scanned.kind !== "entry")
      return;
    const found = headFinding(entry, scanned, context) ?? headingFinding(lineText(line), scanned.textStart);
    if (found !== undefined) yield { ...found, entry, at: { line, ...found.at } };
    for (const text of textLinesOf(entry)) {
      const heading = text.line.attribute === undefined ? headingFinding(text.words, text.start) : undefined;
      if (heading !== undefined) yield { ...heading, entry, at: { line: text.line, ...heading.at } };
    }
  },
};

/** A finding in a line. */
type FindingInLine = Omit<CheckFinding, "at"> & { readonly at: { readonly start: number; readonly end: number } };

/** Returns the words between the colon of a head and the next one, and the column of that colon. */
function wordsBeforeColon({ line, head }: Entry): { readonly words: string; readonly colon: number } | undefined {
  const { scanned } = line;
  if (head.form !== "full" || scanned.kind !== "entry") return undefined;
  const { raw, textStart } = scanned;
  const colon = raw.indexOf(":", textStart);
  // `https://…` is an address.
  return colon < 0 || raw.startsWith("//", colon + 1) ? undefined : { words: raw.slice(textStart, colon), colon };
}

/** `by lind:`, `keep:` or `reason:` between the colon of the head and the text. */
function headFinding(entry: Entry, { raw, textStart }: EntryLine, context: CheckContext): FindingInLine | undefined {
  const { head } = entry;
  const before = wordsBeforeColon(entry);
  if (before === undefined) return undefined;
  const { words, colon } = before;
  const inHead = { start: head.end - 1, end: colon + 1 };
  const suggestions = isEntryAfter(raw, inHead, ` ${words}:`) ? [` ${words}:`] : [];
  const at = { start: textStart, end: colon + 1 };
  if (isMeantAsClauses(entry, context)) {
    const message = `“${words}” belongs in the head of the ${head.keyword}. Put the colon after it.`;
    return { at: suggestions.length > 0 ? inHead : at, suggestions, message };
  }
  const keyword = wordOfKeyword(raw, textStart);
  if (keyword !== undefined) {
    const isSame = keyword === head.keyword && words.trim() === raw.slice(textStart, textStart + words.length).trim();
    const message = isSame
      ? `The keyword “${keyword}” is here twice. Remove the second one.`
      : `The text of the ${head.keyword} starts here, so “${words}” is part of it. Put the ${keyword} on a line of its own, or remove “${words}:”.`;
    const end = colon + 1 + (/^[\s\p{Zs}]*/u.exec(raw.slice(colon + 1))?.[0].length ?? 0);
    return { at: { start: textStart, end }, suggestions: end < raw.trimEnd().length ? [""] : [], message };
  }
  if (isMeantAsName(entry, raw, words, colon)) {
    const message = `“${words}” looks like the name of the ${head.keyword}. Put the colon after it, or begin the text with a capital.`;
    return { at: suggestions.length > 0 ? inHead : at, suggestions, message };
  }
  return undefined;
}

/** Returns the names in the clauses that the entry takes, if the words before the next colon are such clauses. */
function clausesInText(entry: Entry): { readonly words: readonly Word[]; readonly names: readonly Name[] } | undefined {
  const { head, line } = entry;
  const { words } = wordsBeforeColon(entry) ?? {};
  if (words === undefined || !isOnlyClauses(words)) return undefined;
  const parts = splitHead(words, 0, words.length).words;
  if (!parts.every(({ text }) => !isClauseWord(text) || takesClause(head.keyword, text))) return undefined;
  // With these names, the head can be read as one of an entry with the clauses.
  const scanned = scanLine(`${line.scanned.raw.slice(0, head.end - 1)} ${words}:`);
  if (scanned.kind !== "entry" || scanned.head.form === "broken") return undefined;
  return { words: parts, names: scanned.head.clauses.flatMap((clause) => clause.names) };
}

/** Whether the text starts with clauses, rather than with a sentence such as “By contrast: …”. */
function isMeantAsClauses(entry: Entry, { file }: CheckContext): boolean {
  const clauses = clausesInText(entry);
  return (
    clauses !== undefined &&
    (clauses.words.some(({ text }) => text.endsWith("-by")) ||
      clauses.names.some((name) => /^\p{Lu}|[\d_-]/u.test(name.text) || file.resolve(name).state !== "missing"))
  );
}

/** Returns the keyword with which a text starts, followed by a colon. */
function wordOfKeyword(raw: string, start: number): string | undefined {
  const scanned = scanLine(raw.slice(start));
  // A broken head of several words is prose: “Question of the day: why?”
  if (scanned.kind === "entry")
    return scanned.head.form === "broken" && scanned.head.possibleNames.length > 0 ? undefined : scanned.head.keyword;
  const reading = readEntry(raw, start);
  return reading?.confidence === "certain" && reading.headEnd === "colon" && !reading.isMarked
    ? reading.keyword
    : undefined;
}

/** `claim: keep: The charge should stay.` */
function isMeantAsName(entry: Entry, raw: string, words: string, colon: number): boolean {
  const { head } = entry;
  if (keywordRules[head.keyword].name !== "defines" || definedName(entry) !== undefined || head.clauses.length > 0)
    return false;
  const isName = /^\p{Ll}/u.test(words) && isPlainName({ text: words, start: 0, end: 0 });
  return isName && !isAttributeKey(words) && startsSentence(splitHead(raw, colon + 1, raw.length).words, 0);
}

/** `# The case for`, in the place of a text. */
function headingFinding(words: string, start: number): FindingInLine | undefined {
  const hashes = /^#{1,6}[\s\p{Zs}]+/u.exec(words)?.[0];
  if (hashes === undefined) return undefined;
  const message =
    "A heading is a line of its own at the left edge, so “#” is text here. Move the heading there, or remove “#”.";
  const end = start + hashes.length;
  return { at: { start, end }, suggestions: words.length > hashes.length ? [""] : [], message };
}

/** Whether a line is an entry after a change. */
function isEntryAfter(
  raw: string,
  { start, end }: { readonly start: number; readonly end: number },
  text: string,
): boolean {
  const scanned = scanLine(raw.slice(0, start) + text + raw.slice(end));
  return scanned.kind === "entry" && scanned.head.form !== "broken";
}
