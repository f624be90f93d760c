import { isInSection, sectionsAt, sectionsOf } from "../../../articles/read/sections.ts";
import { isValidValue } from "../../../language/attributes/values.ts";
import { attributeOf, type Entry } from "../../../language/entry.ts";
import { valueSpan } from "../../../language/problem.ts";
import { counted, joinList } from "../../../strings/english.ts";
import { nearest } from "../../../strings/spelling.ts";
import { truncate } from "../../../strings/truncate.ts";
import type { CheckFinding, EntryCheck } from "../../check.ts";
import { type LocatedQuote, locateQuote, placeOfCandidates } from "../../support/locateQuote.ts";

const MAX_SUGGESTIONS = 3;
const MAX_HEADING_LENGTH = 60;

/** A quote that is not in the section that it names, or that occurs less often than its `occurrence` says. */
export const wrongPassage: EntryCheck = {
  code: "wrong-passage",
  severity: "warning",
  title: "A quote with the wrong section or occurrence",
  scope: "entry",
  keywords: ["quote"],
  *check(entry, { files, articleOf }) {
    const hasPlace = attributeOf(entry, "section") !== undefined || attributeOf(entry, "occurrence") !== undefined;
    const located = hasPlace ? locateQuote(entry, files, articleOf) : undefined;
    if (located === undefined) return;
    yield* checkSection(entry, located);
    yield* checkOccurrence(entry, located);
  },
};

function* checkSection(entry: Entry, { article, allMatches, sections }: LocatedQuote): Iterable<CheckFinding> {
  const section = attributeOf(entry, "section");
  if (section === undefined || section.value === "") return;
  const at = { ...valueSpan(entry, section), entry };
  const all = sectionsOf(article);
  if (all.length === 0) {
    yield { ...at, message: "The source has no headings. Remove “section”, or quote more words." };
    return;
  }
  if (sections?.some((one) => allMatches.length === 0 || allMatches.some((match) => isInSection(one, match)))) return;
  // The innermost section is the narrowest place to look for the quote.
  const actual = [...new Set(allMatches.flatMap((match) => sectionsAt(article, match)[0]?.title ?? []))];
  if (sections === undefined || sections.length === 0) {
    const titles = [...new Set(all.map(({ title }) => title))];
    const suggestions = [...new Set([...nearest(section.value, titles), ...actual])].slice(0, MAX_SUGGESTIONS);
    const shown = suggestions.length > 0 ? suggestions : titles.slice(0, MAX_SUGGESTIONS);
    const message = `The source has no section “${section.value}”. It has ${inQuotationMarks(shown)}${shown.length < titles.length ? ", among others" : ""}.`;
    yield { ...at, message, suggestions };
    return;
  }
  const suggestions = actual.slice(0, MAX_SUGGESTIONS);
  const where = actual.length === 0 ? "before the first heading" : `in ${inQuotationMarks(suggestions)}`;
  yield { ...at, message: `The quote is ${where}, not in “${section.value}”.`, suggestions };
}

function* checkOccurrence(entry: Entry, located: LocatedQuote): Iterable<CheckFinding> {
  const occurrence = attributeOf(entry, "occurrence");
  const { candidates } = located;
  if (occurrence === undefined || !isValidValue("occurrence", occurrence.value)) return;
  if (candidates.length === 0 || Number(occurrence.value) <= candidates.length) return;
  // `first` and `last` always exist.
  if (Number.isNaN(Number(occurrence.value))) return;
  yield {
    ...valueSpan(entry, occurrence),
    entry,
    message: `The quote occurs only ${counted(candidates.length, "time")} ${placeOfCandidates(located)}. Write which one you mean.`,
    suggestions: candidates.length === 1 ? ["first"] : ["first", "last"],
  };
}

const inQuotationMarks = (titles: readonly string[]): string =>
  joinList(titles.map((title) => `“${truncate(title, MAX_HEADING_LENGTH)}”`));
