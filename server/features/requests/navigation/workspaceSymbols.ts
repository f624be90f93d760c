/** Workspace symbols: search for entries in all maps. */
import type { SymbolInformation } from "vscode-languageserver";
import type { Entry } from "../../../core/language/entry.ts";
import { definedName, fileOf } from "../../../core/language/map.ts";
import { baseName } from "../../../core/strings/baseName.ts";
import { truncate } from "../../../core/strings/truncate.ts";
import type { IndexedEntry } from "../../../workspace/maps/nameIndex.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { matchRank } from "../../shared/fuzzyMatch.ts";
import { nameRange } from "../../shared/ranges.ts";
import { symbolKinds } from "../../shared/symbolKinds.ts";

/** The maximum number of results. The client repeats the request as the user types. */
const MAX_SYMBOLS = 300;
const MAX_NAME_LENGTH = 60;
/** Up to this offset of a match, an excerpt begins with the start of the text. */
const MAX_UNCUT_OFFSET = 30;
/** The approximate number of characters before the match in an excerpt that begins later. */
const CONTEXT_LENGTH = 12;

/** The ranks of matches, the best first. Ranks 1 to 3 are those of `matchRank` for a match in the name, plus one. */
const EXACT = 0;
const IN_TEXT = 4;
const SUBSEQUENCE = 5;
const SEPARATE_WORDS = 6;

/**
 * Returns the entries of all files that match a query, the best matches first: by name, by text, by a subsequence of the
 * name, or by several words in the name or text. An empty query returns the named top-level entries.
 */
export function workspaceSymbols(workspace: Workspace, query: string): readonly SymbolInformation[] {
  const typed = query.trim().normalize("NFC").toLowerCase();
  return typed === "" ? topLevelSymbols(workspace) : matchingSymbols(workspace, typed);
}

function topLevelSymbols(workspace: Workspace): readonly SymbolInformation[] {
  const symbols: SymbolInformation[] = [];
  for (const file of workspace.files()) {
    for (const { entry, name } of workspace.names.entriesOf(file)) {
      if (entry.parent !== undefined || name === undefined) continue;
      symbols.push(symbolOf(entry, name));
      if (symbols.length === MAX_SYMBOLS) return symbols;
    }
  }
  return symbols;
}

function matchingSymbols(workspace: Workspace, typed: string): readonly SymbolInformation[] {
  const words = typed.split(/\s+/);
  const byRank: IndexedEntry[][] = Array.from({ length: SEPARATE_WORDS + 1 }, () => []);
  for (const file of workspace.files()) {
    for (const candidate of workspace.names.entriesOf(file)) {
      const rank = rankOf(candidate, typed, words);
      if (rank !== undefined) byRank[rank]?.push(candidate);
    }
  }
  const symbols: SymbolInformation[] = [];
  for (const [rank, matches] of byRank.entries()) {
    const wordsInText = rank === IN_TEXT ? [typed] : rank === SEPARATE_WORDS ? words : [];
    for (const match of matches.slice(0, MAX_SYMBOLS - symbols.length))
      symbols.push(symbolOf(match.entry, labelOf(match, wordsInText)));
  }
  return symbols;
}

function rankOf({ lowerName, lowerText }: IndexedEntry, typed: string, words: readonly string[]): number | undefined {
  if (lowerName === typed) return EXACT;
  const byName = matchRank(lowerName, typed);
  // The query is a substring of the name.
  if (byName !== undefined && byName < IN_TEXT - 1) return byName + 1;
  if (lowerText.includes(typed)) return IN_TEXT;
  if (byName !== undefined) return SUBSEQUENCE;
  if (words.length < 2) return undefined;
  return words.every((word) => lowerName.includes(word) || lowerText.includes(word)) ? SEPARATE_WORDS : undefined;
}

/** The label of a result. It includes the words that matched in the text, because VS Code filters results by their labels. */
function labelOf({ entry, name, text, lowerText }: IndexedEntry, words: readonly string[]): string {
  if (words.length === 0 && name !== undefined) return name;
  const snippet = excerpt(text, lowerText, words);
  if (snippet === "") return name ?? entry.head.keyword;
  return name === undefined ? snippet : `${name}: ${snippet}`;
}

/** An excerpt of a text that contains those of the given words that occur in the text. */
function excerpt(text: string, lowerText: string, words: readonly string[]): string {
  const inText = words.filter((word) => lowerText.includes(word));
  const first = Math.min(...inText.map((word) => lowerText.indexOf(word)));
  const normalized = text.normalize("NFC");
  let from = 0;
  if (first > MAX_UNCUT_OFFSET && first < normalized.length) {
    const word = normalized.lastIndexOf(" ", first - CONTEXT_LENGTH) + 1;
    // In text without spaces, the excerpt begins with the first match.
    from = first - word > MAX_UNCUT_OFFSET ? first : word;
  }
  const after = normalized.slice(from);
  const ellipsis = from > 0 ? "…" : "";
  const showsAllWords = (line: string): boolean => inText.every((word) => line.toLowerCase().includes(word));
  for (const maxLength of [MAX_NAME_LENGTH, 2 * MAX_NAME_LENGTH]) {
    const line = ellipsis + truncate(after, maxLength);
    if (showsAllWords(line)) return line;
  }
  // The words are far apart, or lower case changes the length of a letter and so the offsets. This limit is twice the
  // length of the searched text.
  return truncate(normalized, 4 * MAX_NAME_LENGTH);
}

function symbolOf(entry: Entry, name: string): SymbolInformation {
  const { uri } = fileOf(entry);
  const parent = entry.parent && definedName(entry.parent)?.text;
  const file = baseName(uri);
  return {
    name,
    kind: symbolKinds[entry.head.keyword],
    containerName: parent === undefined ? file : `${parent}, ${file}`,
    location: { uri, range: nameRange(entry) },
  };
}
