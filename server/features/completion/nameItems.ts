/** Completion of names that are in scope. */
import type { CompletionItem, CompletionItemKind, Range } from "vscode-languageserver";
import { normalizeName } from "../../core/language/characters.ts";
import { type Entry, shownText } from "../../core/language/entry.ts";
import { definedName, type MapFile } from "../../core/language/map.ts";
import { type Keyword, keywordRules, keywords, type NameKind } from "../../core/language/vocabulary.ts";
import { truncate } from "../../core/strings/truncate.ts";
import { entryData } from "../shared/entryData.ts";
import { matchRank, NO_MATCH } from "../shared/fuzzyMatch.ts";
import type { HeadContext } from "./completionContext.ts";

/** The maximum number of names in one answer. If there are more, the client repeats the request as the user types. */
export const MAX_NAMES = 150;
export const MAX_DETAIL_LENGTH = 100;
/** Makes names of other files sort after all names of this file, and keeps each file together. */
const OTHER_FILE_DISTANCE = 1e9;

/** The completion item kind for each kind of name, chosen for its icon. */
export const nameKinds: { readonly [K in NameKind]: CompletionItemKind } = {
  claim: 7, // class
  step: 3, // function
  question: 8, // interface
  source: 17, // file
  speaker: 6, // variable
  prefix: 9, // module
};

interface NameCandidate {
  readonly label: string;
  readonly entry: Entry;
  readonly distance: number;
}

/**
 * Returns items for the names allowed at a position, the best matches first and near names before far ones.
 *
 * @param canResolve whether the client resolves the documentation of an item later
 * @returns the items, and whether there were `more` than `MAX_NAMES`
 */
export function nameItems(
  file: MapFile,
  context: HeadContext,
  range: Range,
  canResolve = false,
): { readonly items: readonly CompletionItem[]; readonly more: boolean } {
  const typed = normalizeName(context.typed);
  const candidates = candidatesFor(file, context);
  const more = candidates.length > MAX_NAMES;
  // If all names fit into one answer, include those that do not match, so that the client can filter on its own.
  const ranked = candidates
    .map((candidate) => ({ candidate, rank: matchRank(candidate.label, typed) }))
    .filter(({ rank }) => rank !== undefined || !more)
    .sort((a, b) => (a.rank ?? NO_MATCH) - (b.rank ?? NO_MATCH) || a.candidate.distance - b.candidate.distance)
    .slice(0, MAX_NAMES);
  const decomposed = context.typed !== typed;
  const items = ranked.map(({ candidate: { label, entry } }, index): CompletionItem => {
    const text = truncate(shownText(entry), MAX_DETAIL_LENGTH);
    return {
      label,
      kind: nameKinds[keywordRules[entry.head.keyword].kind ?? "claim"],
      labelDetails: { description: entry.head.keyword },
      ...(text !== "" && { detail: text }),
      ...(canResolve ? { data: entryData(entry) } : text !== entry.text && { documentation: entry.text }),
      // The client compares code units, so the filter text must be decomposed if the typed text is.
      ...(decomposed && { filterText: label.normalize("NFD") }),
      sortText: `${context.isNameLikelier ? "a" : "c"}${String(index).padStart(4, "0")}`,
      textEdit: { range, newText: label },
    };
  });
  return { items, more };
}

function candidatesFor(
  file: MapFile,
  { allowedKinds, prefix, line, number, usedNames, typed }: HeadContext,
): readonly NameCandidate[] {
  const wantedKeywords = keywords.filter((keyword) => allowedKinds.some((kind) => keywordRules[keyword].kind === kind));
  const candidates = new Map<string, NameCandidate>();
  const addCandidates = (
    from: MapFile,
    labelPrefix: string,
    distance: (entry: Entry) => number,
    entries: Iterable<Entry> = entriesOf(from, wantedKeywords),
    limit = Number.POSITIVE_INFINITY,
  ): void => {
    for (const entry of entries) {
      if (candidates.size > limit) break;
      const name = definedName(entry)?.text;
      const label = `${labelPrefix}${name}`;
      if (name === undefined || entry.line === line || usedNames.has(label) || candidates.has(label)) continue;
      candidates.set(label, { label, entry, distance: distance(entry) });
    }
  };
  if (prefix === undefined) {
    const { lines } = file.syntax;
    const distance = (entry: Entry): number => Math.abs(lines.numberOf(entry.line) - number);
    // Without typed text only the nearest names are shown, so a large map need not be sorted.
    if (typed === "") addCandidates(file, "", distance, nearestFirst(file, number, wantedKeywords), MAX_NAMES);
    else addCandidates(file, "", distance);
  }
  for (const [index, { entry, target }] of file.imports.entries()) {
    if (target.state !== "found") continue;
    const importPrefix = definedName(entry)?.text;
    const { lines } = target.file.syntax;
    const distance = (imported: Entry): number => OTHER_FILE_DISTANCE * (index + 1) + lines.numberOf(imported.line);
    if (prefix === undefined)
      addCandidates(target.file, importPrefix === undefined ? "" : `${importPrefix}.`, distance);
    else if (importPrefix === normalizeName(prefix)) addCandidates(target.file, "", distance);
  }
  return [...candidates.values()];
}

/** Yields the entries with these keywords, in the order of their distance from a line. */
function* nearestFirst({ syntax }: MapFile, number: number, wantedKeywords: readonly Keyword[]): Iterable<Entry> {
  const entryOnLine = (lineNumber: number): Entry | undefined => {
    const line = syntax.lines.at(lineNumber);
    const owner = line?.owner;
    return owner?.line === line && owner !== undefined && wantedKeywords.includes(owner.head.keyword)
      ? owner
      : undefined;
  };
  for (let distance = 0; distance < syntax.lines.length; distance++) {
    for (const lineNumber of distance === 0 ? [number] : [number - distance, number + distance]) {
      const entry = entryOnLine(lineNumber);
      if (entry !== undefined) yield entry;
    }
  }
}

function* entriesOf(file: MapFile, wantedKeywords: readonly Keyword[]): Iterable<Entry> {
  for (const keyword of wantedKeywords) yield* file.entriesOf(keyword);
}
