/** What a card says: the entry's own words and what is said of it. */
import { attributeOf, type Entry, titleOf } from "../language/entry.ts";
import { meant, named, sourceOf, startsAfresh } from "../language/graph.ts";
import { fileOf, type MapFile } from "../language/map.ts";
import type { Problem } from "../language/problem.ts";
import { shareOf } from "../language/values.ts";
import { isStep } from "../language/vocabulary.ts";
import { emptyCard } from "./emptyCard.ts";
import type { Card, CardId, CardKind, CardProblem, CardQuote, Rating, Relation, SectionId } from "./tree.ts";

/** An entry at one place of the tree. */
export interface Content {
  readonly entry: Entry;
  readonly relation: Relation;
  /** The bare premise that uses the entry there. */
  readonly through: Entry | undefined;
  /** The entry of the card above. */
  readonly above: Entry | undefined;
  /** The file that the map is of, then all that it imports. */
  readonly files: readonly MapFile[];
  readonly section: SectionId | undefined;
}

/** The card of an entry: `whole`, or as a reference to the card that is. */
export function content(
  id: CardId,
  { entry, relation, through, above, files, section }: Content,
  whole: boolean,
  problemsOf: (entry: Entry) => readonly Problem[],
): Card {
  const { head } = entry;
  const empty = emptyCard({
    id,
    kind: head.keyword as CardKind, // Only such entries are drawn.
    relation,
    inheritsBy: whole && inherits(entry, above, through),
    section,
    file: fileTitle(entry, files),
  });
  const name = head.name?.text;
  if (!whole) {
    return { ...empty, form: "reference", name, problems: shown(through === undefined ? [] : problemsOf(through)) };
  }
  const pill = isStep(head.keyword) && entry.text === "";
  // A bare premise that leads nowhere shows the name it looks for.
  const text = head.form === "bare" ? (head.name?.text ?? "") : entry.text;
  return {
    ...empty,
    form: pill ? "pill" : "full",
    name,
    text,
    by: named(entry, "by").map(titleOf),
    acceptedBy: named(entry, "accepted-by").map(titleOf),
    rejectedBy: named(entry, "rejected-by").map(titleOf),
    quotes: entry.children.flatMap((child) => (child.head.keyword === "quote" ? [quoteOf(child, files)] : [])),
    tags: tagsOf(entry),
    likelihood: rating(entry, "likelihood"),
    confidence: attributeOf(entry, "confidence")?.value || undefined,
    strength: rating(entry, "strength"),
    scheme: inWords(attributeOf(entry, "scheme")?.value),
    note: attributeOf(entry, "note")?.value || undefined,
    problems: shown([
      ...problemsOf(entry),
      ...entry.children.flatMap((child) => (child.head.keyword === "quote" ? problemsOf(child) : [])),
    ]),
  };
}

/** Whether who holds the card above holds this entry too: it is indented under that one and does not start afresh. */
function inherits(entry: Entry, above: Entry | undefined, through: Entry | undefined): boolean {
  if (through !== undefined || above === undefined || entry.parent === undefined || startsAfresh(entry)) return false;
  return meant(entry.parent) === above && entry.parent.head.form !== "bare";
}

function quoteOf(quote: Entry, files: readonly MapFile[]): CardQuote {
  const source = sourceOf(quote, files);
  return {
    text: quote.text,
    source: (source && titleOf(source)) || undefined,
    page: attributeOf(quote, "page")?.value,
    ...(source !== undefined && attributeOf(source, "file") !== undefined && { link: linkOf(quote, files) }),
  };
}

/** For an entry of an imported file what that file is called. */
function fileTitle(entry: Entry, [own]: readonly MapFile[]): string | undefined {
  const file = fileOf(entry);
  if (file === own) return undefined;
  const [title] = [...file.entriesOf("map")].map(({ text }) => text);
  return title || lastPart(file.uri);
}

function lastPart(uri: string): string {
  const part = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(part);
  } catch {
    // A lone % is a character like others.
    return part;
  }
}

const tagsOf = (entry: Entry): readonly string[] => [
  ...new Set(
    (attributeOf(entry, "tags")?.value ?? "")
      .split(",")
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ""),
  ),
];

/** Terms are written with hyphens and read without. */
const inWords = (value: string | undefined): string | undefined => value?.replaceAll("-", " ") || undefined;

function rating(entry: Entry, key: "likelihood" | "strength"): Rating | undefined {
  const value = attributeOf(entry, key)?.value;
  const words = value === "even" ? "even chance" : inWords(value);
  return value === undefined || words === undefined ? undefined : { words, share: shareOf(key, value) };
}

/** Tells a quote from all others of a map and its imports. */
function linkOf(quote: Entry, [own]: readonly MapFile[]): string {
  const home = fileOf(quote);
  return home === own ? `${quote.id}` : `${home.uri}#${quote.id}`;
}

const gravity = { error: 0, warning: 1, information: 2, hint: 2 } as const;

function shown(problems: readonly Problem[]): readonly CardProblem[] {
  return [...problems]
    .sort((a, b) => gravity[a.severity] - gravity[b.severity])
    .map(({ severity, message }) => ({ severity: severity === "information" ? "hint" : severity, message }));
}
