/** The names that may be mentioned at a place, for completion. */
import type { CompletionItem, CompletionItemKind, Range } from "vscode-languageserver";
import type { Entry } from "../../core/language/entry.ts";
import { definedName, type MapFile } from "../../core/language/map.ts";
import { type Keyword, keywords, type NameKind, rules } from "../../core/language/vocabulary.ts";
import { identityOf } from "../shared/entryData.ts";
import { matchOf, NO_MATCH } from "../shared/fuzzyMatch.ts";
import { shortened } from "../shared/truncate.ts";
import type { HeadWord } from "./completionContext.ts";

/** More than these are not sent at once; the client asks again as the name is typed. */
export const MOST_NAMES = 150;
export const MOST_DETAIL = 100;
/** Names of other files come after all names of this one, file by file. */
const FAR = 1e9;

export const nameKinds: { readonly [K in NameKind]: CompletionItemKind } = {
  claim: 7, // class
  step: 3, // function
  question: 8, // interface
  source: 17, // file
  speaker: 6, // variable
  prefix: 9, // module
};

interface Candidate {
  readonly label: string;
  readonly entry: Entry;
  readonly far: number;
}

/** The names that fit, near ones first; `more` where some were left out. */
export function nameItems(
  file: MapFile,
  expected: HeadWord,
  range: Range,
  resolves = false,
): { readonly items: readonly CompletionItem[]; readonly more: boolean } {
  const typed = expected.typed.normalize("NFC");
  const candidates = candidatesFor(file, expected);
  const more = candidates.length > MOST_NAMES;
  // Where all fit, none is left out: so a client can filter them by itself as one types on.
  const ranked = candidates
    .map((candidate) => ({ candidate, rank: matchOf(candidate.label, typed) }))
    .filter(({ rank }) => rank !== undefined || !more)
    .sort((a, b) => (a.rank ?? NO_MATCH) - (b.rank ?? NO_MATCH) || a.candidate.far - b.candidate.far)
    .slice(0, MOST_NAMES);
  const decomposed = expected.typed !== typed;
  const items = ranked.map(({ candidate: { label, entry } }, index): CompletionItem => {
    const text = shortened(entry.text, MOST_DETAIL);
    return {
      label,
      kind: nameKinds[rules[entry.head.keyword].kind ?? "claim"],
      labelDetails: { description: entry.head.keyword },
      ...(text !== "" && { detail: text }),
      ...(resolves ? { data: identityOf(entry) } : text !== entry.text && { documentation: entry.text }),
      // A client compares with what is typed, unit by unit.
      ...(decomposed && { filterText: label.normalize("NFD") }),
      sortText: `${expected.nameFirst ? "a" : "c"}${String(index).padStart(4, "0")}`,
      textEdit: { range, newText: label },
    };
  });
  return { items, more };
}

function candidatesFor(file: MapFile, { names, prefix, line, number, taken, typed }: HeadWord): readonly Candidate[] {
  const wanted = keywords.filter((keyword) => names.some((kind) => rules[keyword].kind === kind));
  const found = new Map<string, Candidate>();
  const look = (
    from: MapFile,
    written: string,
    far: (entry: Entry) => number,
    entries: Iterable<Entry> = entriesOf(from, wanted),
    most = Number.POSITIVE_INFINITY,
  ): void => {
    for (const entry of entries) {
      if (found.size > most) break;
      const name = definedName(entry)?.text;
      const label = `${written}${name}`;
      if (name === undefined || entry.line === line || taken.has(label) || found.has(label)) continue;
      found.set(label, { label, entry, far: far(entry) });
    }
  };
  if (prefix === undefined) {
    const { lines } = file.syntax;
    const far = (entry: Entry): number => Math.abs(lines.numberOf(entry.line) - number);
    // Where nothing is typed the nearest are wanted: a large map is not sorted for these.
    if (typed === "") look(file, "", far, nearFirst(file, number, wanted), MOST_NAMES);
    else look(file, "", far);
  }
  for (const [index, { entry, target }] of file.imports.entries()) {
    if (target.state !== "found") continue;
    const own = definedName(entry)?.text;
    const { lines } = target.file.syntax;
    const far = (one: Entry): number => FAR * (index + 1) + lines.numberOf(one.line);
    if (prefix === undefined) look(target.file, own === undefined ? "" : `${own}.`, far);
    else if (own === prefix.normalize("NFC")) look(target.file, "", far);
  }
  return [...found.values()];
}

/** Entries of these keywords, those near a line first. */
function* nearFirst({ syntax }: MapFile, number: number, wanted: readonly Keyword[]): Iterable<Entry> {
  const at = (one: number): Entry | undefined => {
    const line = syntax.lines.at(one);
    const owner = line?.owner;
    return owner?.line === line && owner !== undefined && wanted.includes(owner.head.keyword) ? owner : undefined;
  };
  for (let far = 0; far < syntax.lines.length; far++) {
    for (const one of far === 0 ? [number] : [number - far, number + far]) {
      const entry = at(one);
      if (entry !== undefined) yield entry;
    }
  }
}

function* entriesOf(file: MapFile, wanted: readonly Keyword[]): Iterable<Entry> {
  for (const keyword of wanted) yield* file.entriesOf(keyword);
}
