/** What a card says: the entry's own words and what is said of it. */
import { attributeOf, type Entry, titleOf } from "../language/entry.ts";
import { meant, named, sourceOf, startsAfresh } from "../language/graph.ts";
import { fileOf, type MapFile } from "../language/map.ts";
import type { Problem } from "../language/problem.ts";
import type { Card, CardId, CardKind, CardProblem, CardQuote, Relation } from "../language/tree.ts";
import { isStep } from "../language/vocabulary.ts";

/** An entry at one place of the tree. */
export interface Content {
  readonly entry: Entry;
  readonly relation: Relation;
  /** The bare premise that uses the entry there. */
  readonly through: Entry | undefined;
  /** The entry of the card above. */
  readonly above: Entry | undefined;
  readonly files: readonly MapFile[];
}

/** The card of an entry: `whole`, or as a reference to the card that is. */
export function content(
  id: CardId,
  { entry, relation, through, above, files }: Content,
  whole: boolean,
  problemsOf: (entry: Entry) => readonly Problem[],
): Card {
  const { head } = entry;
  const shared = { id, kind: head.keyword as CardKind, relation, name: head.name?.text }; // Only such entries are drawn.
  if (!whole) {
    return {
      ...shared,
      form: "reference",
      shows: undefined,
      text: "",
      by: [],
      inheritsBy: false,
      acceptedBy: [],
      rejectedBy: [],
      quotes: [],
      problems: shown(through === undefined ? [] : problemsOf(through)),
    };
  }
  const pill = isStep(head.keyword) && entry.text === "";
  // A bare premise that leads nowhere shows the name it looks for.
  const text = head.form === "bare" ? (head.name?.text ?? "") : entry.text;
  return {
    ...shared,
    form: pill ? "pill" : "full",
    shows: undefined,
    text,
    by: named(entry, "by").map(titleOf),
    inheritsBy: inherits(entry, above, through),
    acceptedBy: named(entry, "accepted-by").map(titleOf),
    rejectedBy: named(entry, "rejected-by").map(titleOf),
    quotes: entry.children.flatMap((child) => (child.head.keyword === "quote" ? [quoteOf(child, files)] : [])),
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
