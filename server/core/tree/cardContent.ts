/** What a card says: the entry's own words and what is said of it. */
import { attributeOf, type Entry, titleOf } from "../language/entry.ts";
import { breaksSpeakerInheritance, namedTargets, resolveBarePremise, sourceOf } from "../language/graph.ts";
import { fileOf, type MapFile } from "../language/map.ts";
import type { Problem } from "../language/problem.ts";
import { scaleValue } from "../language/values.ts";
import { isStep } from "../language/vocabulary.ts";
import { emptyCard } from "./emptyCard.ts";
import type { Card, CardId, CardKind, CardProblem, CardQuote, Rating, Relation, SectionId } from "./tree.ts";

/** An entry at one place of the tree. */
export interface PositionedEntry {
  readonly entry: Entry;
  readonly relation: Relation;
  /** The bare premise that uses the entry there. */
  readonly viaPremise: Entry | undefined;
  /** The entry of the card above. */
  readonly parentEntry: Entry | undefined;
  /** The file that the map is of, then all that it imports. */
  readonly files: readonly MapFile[];
  readonly section: SectionId | undefined;
}

/** The card of an entry: `whole`, or as a reference to the card that is. */
export function createCard(
  id: CardId,
  { entry, relation, viaPremise, parentEntry, files, section }: PositionedEntry,
  isFull: boolean,
  problemsOf: (entry: Entry) => readonly Problem[],
): Card {
  const { head } = entry;
  const empty = emptyCard({
    id,
    kind: head.keyword as CardKind, // Only such entries are drawn.
    relation,
    inheritsBy: isFull && inheritsSpeaker(entry, parentEntry, viaPremise),
    section,
    file: fileTitle(entry, files),
  });
  const name = head.name?.text;
  if (!isFull) {
    return {
      ...empty,
      form: "reference",
      name,
      problems: cardProblems(viaPremise === undefined ? [] : problemsOf(viaPremise)),
    };
  }
  const isPill = isStep(head.keyword) && entry.text === "";
  // A bare premise that leads nowhere shows the name it looks for.
  const text = head.form === "bare" ? (head.name?.text ?? "") : entry.text;
  return {
    ...empty,
    form: isPill ? "pill" : "full",
    name,
    text,
    by: namedTargets(entry, "by").map(titleOf),
    acceptedBy: namedTargets(entry, "accepted-by").map(titleOf),
    rejectedBy: namedTargets(entry, "rejected-by").map(titleOf),
    quotes: entry.children.flatMap((child) => (child.head.keyword === "quote" ? [cardQuote(child, files)] : [])),
    tags: tagsOf(entry),
    likelihood: rating(entry, "likelihood"),
    confidence: attributeOf(entry, "confidence")?.value || undefined,
    strength: rating(entry, "strength"),
    scheme: readableTerm(attributeOf(entry, "scheme")?.value),
    note: attributeOf(entry, "note")?.value || undefined,
    problems: cardProblems([
      ...problemsOf(entry),
      ...entry.children.flatMap((child) => (child.head.keyword === "quote" ? problemsOf(child) : [])),
    ]),
  };
}

/** Whether who holds the card above holds this entry too: it is indented under that one and does not start afresh. */
function inheritsSpeaker(entry: Entry, parentEntry: Entry | undefined, viaPremise: Entry | undefined): boolean {
  if (
    viaPremise !== undefined ||
    parentEntry === undefined ||
    entry.parent === undefined ||
    breaksSpeakerInheritance(entry)
  )
    return false;
  return resolveBarePremise(entry.parent) === parentEntry && entry.parent.head.form !== "bare";
}

function cardQuote(quote: Entry, files: readonly MapFile[]): CardQuote {
  const source = sourceOf(quote, files);
  return {
    text: quote.text,
    source: (source && titleOf(source)) || undefined,
    page: attributeOf(quote, "page")?.value,
    ...(source !== undefined && attributeOf(source, "file") !== undefined && { link: quoteLink(quote, files) }),
  };
}

/** For an entry of an imported file what that file is called. */
function fileTitle(entry: Entry, [ownFile]: readonly MapFile[]): string | undefined {
  const file = fileOf(entry);
  if (file === ownFile) return undefined;
  const [title] = [...file.entriesOf("map")].map(({ text }) => text);
  return title || fileName(file.uri);
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    // A lone % is a character like others.
    return name;
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
const readableTerm = (value: string | undefined): string | undefined => value?.replaceAll("-", " ") || undefined;

function rating(entry: Entry, key: "likelihood" | "strength"): Rating | undefined {
  const value = attributeOf(entry, key)?.value;
  const words = value === "even" ? "even chance" : readableTerm(value);
  return value === undefined || words === undefined ? undefined : { words, share: scaleValue(key, value) };
}

/** Tells a quote from all others of a map and its imports. */
function quoteLink(quote: Entry, [ownFile]: readonly MapFile[]): string {
  const quoteFile = fileOf(quote);
  return quoteFile === ownFile ? `${quote.id}` : `${quoteFile.uri}#${quote.id}`;
}

const severityOrder = { error: 0, warning: 1, information: 2, hint: 2 } as const;

function cardProblems(problems: readonly Problem[]): readonly CardProblem[] {
  return [...problems]
    .sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity])
    .map(({ severity, message }) => ({ severity: severity === "information" ? "hint" : severity, message }));
}
