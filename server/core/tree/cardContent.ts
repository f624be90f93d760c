/** Fills a card with the content of its entry. */

import { schemesOf } from "../language/attributes/schemes.ts";
import { scaleValue, writtenRange } from "../language/attributes/values.ts";
import { attributeOf, type Entry, plainText, titleOf } from "../language/entry.ts";
import { namedTargets, resolveBarePremise } from "../language/graph.ts";
import { fileOf, type MapFile, mapTitle } from "../language/map.ts";
import type { Problem } from "../language/problem.ts";
import { answerLimitOf } from "../language/relations/claimRelations.ts";
import { sourceOf } from "../language/relations/quoteSources.ts";
import { breaksSpeakerInheritance, speakersOf } from "../language/relations/speakers.ts";
import { wordingsOf } from "../language/relations/wordings.ts";
import { isStep } from "../language/vocabulary.ts";
import { baseName } from "../strings/baseName.ts";
import { readInlineMarkup, withoutMarkup } from "../strings/inlineMarkup.ts";
import { emptyCard } from "./emptyCard.ts";
import { gapsOf } from "./gapsOf.ts";
import {
  type Card,
  type CardId,
  type CardKind,
  type CardProblem,
  type CardQuote,
  cardStatuses,
  type Rating,
  type Relation,
  type SectionId,
  type Wording,
} from "./tree.ts";

/** An entry at one position in the tree. */
export interface PositionedEntry {
  readonly entry: Entry;
  readonly kind: CardKind;
  readonly relation: Relation;
  /** The bare premise that refers to the entry at this position, if any. */
  readonly viaPremise: Entry | undefined;
  /** The entry of the parent card. */
  readonly parentEntry: Entry | undefined;
  /** The map's own file, followed by all files that it imports. */
  readonly files: readonly MapFile[];
  readonly section: SectionId | undefined;
}

/** The card of an entry: the full one, or a reference to it. */
export function createCard(
  id: CardId,
  { entry, kind, relation, viaPremise, parentEntry, files, section }: PositionedEntry,
  isFull: boolean,
  problemsOf: (entry: Entry) => readonly Problem[],
): Card {
  const { head } = entry;
  const empty = emptyCard({
    id,
    kind,
    relation,
    inheritsSpeakers: isFull && inheritsSpeaker(entry, parentEntry, viaPremise),
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
  const title = withoutMarkup(attributeOf(entry, "title")?.value ?? "") || undefined;
  const isPill = isStep(head.keyword) && entry.text === "" && title === undefined;
  // A bare premise whose name is not found shows the name.
  const { text, marks } =
    head.form === "bare" ? { text: head.name?.text ?? "", marks: [] } : readInlineMarkup(entry.text);
  const note = readInlineMarkup(attributeOf(entry, "note")?.value ?? "");
  return {
    ...empty,
    form: isPill ? "pill" : "full",
    name,
    title,
    text,
    ...(marks.length > 0 && { marks }),
    ...(head.form !== "bare" && text !== entry.text && { writtenText: entry.text }),
    speakers: namedTargets(entry, "by").map(titleOf),
    otherWordings: wordingsOf(entry, files).slice(1).map(toWording),
    acceptedBy: namedTargets(entry, "accepted-by").map(titleOf),
    rejectedBy: namedTargets(entry, "rejected-by").map(titleOf),
    quotes: entry.children.flatMap((child) => (child.head.keyword === "quote" ? [cardQuote(child, files)] : [])),
    tags: tagsOf(entry),
    status: cardStatuses.find((status) => status === attributeOf(entry, "status")?.value),
    date: attributeOf(entry, "date")?.value || undefined,
    likelihood: rating(entry, "likelihood"),
    confidence: attributeOf(entry, "confidence")?.value || undefined,
    strength: rating(entry, "strength"),
    answerLimit: answerLimitOf(entry),
    scheme: schemesOf(entry).map(readableTerm).join(", ") || undefined,
    note: note.text || undefined,
    ...(note.marks.length > 0 && { noteMarks: note.marks }),
    gaps: gapsOf(entry, files),
    problems: cardProblems([
      ...problemsOf(entry),
      ...entry.children.flatMap((child) => (child.head.keyword === "quote" ? problemsOf(child) : [])),
    ]),
  };
}

/** Whether the speakers of the parent card hold this entry too: if it is indented under the parent's entry. */
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

const toWording = (entry: Entry): Wording => ({ text: titleOf(entry), speakers: speakersOf(entry).map(titleOf) });

function cardQuote(quote: Entry, files: readonly MapFile[]): CardQuote {
  const source = sourceOf(quote, files);
  const section = attributeOf(quote, "section")?.value;
  return {
    text: plainText(quote),
    source: (source && titleOf(source)) || undefined,
    page: attributeOf(quote, "page")?.value,
    ...(section && { section }),
    ...(source !== undefined && attributeOf(source, "file") !== undefined && { link: entryKey(quote, files[0]) }),
  };
}

/** The title or name of an imported file; undefined for an entry of the map's own file. */
function fileTitle(entry: Entry, [ownFile]: readonly MapFile[]): string | undefined {
  const file = fileOf(entry);
  if (file === ownFile) return undefined;
  return mapTitle(file) ?? baseName(file.uri);
}

const tagsOf = (entry: Entry): readonly string[] => [
  ...new Set(
    (attributeOf(entry, "tags")?.value ?? "")
      .split(",")
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ""),
  ),
];

/** A term of the vocabulary with spaces instead of hyphens. */
const readableTerm = (value: string): string => value.replaceAll("-", " ");

function rating(entry: Entry, key: "likelihood" | "strength"): Rating | undefined {
  const value = attributeOf(entry, key)?.value;
  if (value === undefined || value === "") return undefined;
  const range = key === "likelihood" ? writtenRange(value) : undefined;
  // In a range, the hyphen is a sign between numbers and not between words.
  const label = range !== undefined ? value.replace("-", "–") : value === "even" ? "even chance" : readableTerm(value);
  return { label, fraction: scaleValue(key, value), ...(range && { range }) };
}

/** Identifies an entry among those of a map and its imports. */
export function entryKey(entry: Entry, ownFile: MapFile | undefined): string {
  const entryFile = fileOf(entry);
  return entryFile === ownFile ? `${entry.id}` : `${entryFile.uri}#${entry.id}`;
}

const severityOrder = { error: 0, warning: 1, information: 2, hint: 2 } as const;

function cardProblems(problems: readonly Problem[]): readonly CardProblem[] {
  return [...problems]
    .sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity])
    .map(({ severity, message }) => ({ severity: severity === "information" ? "hint" : severity, message }));
}
