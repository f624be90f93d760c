/** An outline of pros and cons, as Kialo, Markdown lists, OPML and mind maps have it. */

/** The role that an item states. Without such a word, its position decides. */
export type OutlineRole = "question" | "claim" | "premise" | "assumption" | "pro" | "con";

/** One item of an outline. */
export interface OutlineItem {
  /** The id of the entry in the argument that the outline was made of. */
  readonly id?: string | undefined;
  readonly role: OutlineRole | undefined;
  readonly text: string;
  readonly children: OutlineItem[];
  /** A comment on it. */
  readonly note?: string | undefined;
  readonly sources?: readonly OutlineSource[];
  /** Its number, by which other items refer to it: `1.2.1`. */
  readonly number?: string | undefined;
  /** The number of the item that this one only refers to. */
  readonly sameAs?: string | undefined;
  /** The line of the item in the file, counted from 1. */
  readonly line?: number | undefined;
}

/** An item while it is being made. */
export interface OutlineItemDraft {
  id?: string | undefined;
  role: OutlineRole | undefined;
  text: string;
  readonly children: OutlineItemDraft[];
  note?: string | undefined;
  sources?: readonly OutlineSource[];
  number?: string | undefined;
  sameAs?: string | undefined;
  line?: number | undefined;
}

/** A source, as a footnote gives it. */
export interface OutlineSource {
  readonly title: string;
  readonly url?: string | undefined;
  /** The words that are quoted; empty if the source is only named. */
  readonly words: string;
  readonly page?: string | undefined;
}

/** A heading with the items below it. The first one may have no heading. */
export interface OutlineSection {
  readonly heading: string | undefined;
  readonly level: number;
  readonly items: OutlineItem[];
}

export interface Outline {
  readonly title: string | undefined;
  readonly sections: readonly OutlineSection[];
  /** The lines of the file that belong to no item, counted from 1. */
  readonly strayLines?: readonly number[];
  /** The lines of items below a number that the file does not have. They are under the nearest one above that it has. */
  readonly orphanLines?: readonly number[];
}

const roleWords: ReadonlyMap<string, OutlineRole> = new Map([
  ["question", "question"],
  ["issue", "question"],
  ["claim", "claim"],
  ["thesis", "claim"],
  ["position", "claim"],
  ["conclusion", "claim"],
  ["premise", "premise"],
  ["because", "premise"],
  ["assumption", "assumption"],
  ["pro", "pro"],
  ["pros", "pro"],
  ["for", "pro"],
  ["support", "pro"],
  ["reason", "pro"],
  ["advantage", "pro"],
  ["con", "con"],
  ["cons", "con"],
  ["contra", "con"],
  ["against", "con"],
  ["attack", "con"],
  ["objection", "con"],
  ["rebuttal", "con"],
  ["disadvantage", "con"],
]);

/** The word that exports write before an item. */
export const roleLabels: Readonly<Record<OutlineRole, string>> = {
  question: "Question",
  claim: "Claim",
  premise: "Premise",
  assumption: "Assumption",
  pro: "Pro",
  con: "Con",
};

/** Whether a text without a word for its role is read as a question. */
export const isQuestion = (text: string): boolean => /[?？]\s*$/.test(text);

const LABEL = /^(?:\*\*|__|\[|\()?([A-Za-z]+)(?:\*\*|__|\]|\))?\s*[:：](?:\*\*|__)?(?:\s+|$)/;
const BRACKETED = /^[[(]([A-Za-z]+)[\])]\s+/;
const SIGN = /^(?:\(([+−–-])\)|\[([+−–-])\]|([+−–-])(?=\s))\s*/u;

/** Splits the text of an item into its role and the rest: `Pro: …`, `[con] …`, `(+) …`. */
export function parseRole(text: string): { readonly role: OutlineRole | undefined; readonly text: string } {
  const label = LABEL.exec(text) ?? BRACKETED.exec(text);
  const role = label?.[1] === undefined ? undefined : roleWords.get(label[1].toLowerCase());
  if (label !== null && role !== undefined) return { role, text: text.slice(label[0].length).trim() };
  const sign = SIGN.exec(text);
  const mark = sign?.[1] ?? sign?.[2] ?? sign?.[3];
  if (sign === null || mark === undefined) return { role: undefined, text };
  return { role: mark === "+" ? "pro" : "con", text: text.slice(sign[0].length).trim() };
}

/** An item and how deep it is, from 0. */
export interface OutlinePlace {
  readonly item: OutlineItem;
  readonly depth: number;
}

/** Yields items and all below them, in the order of the text. They may be nested more deeply than calls can be. */
export function* eachItem(items: readonly OutlineItem[]): Iterable<OutlinePlace> {
  const waiting = items.toReversed().map((item): OutlinePlace => ({ item, depth: 0 }));
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    yield place;
    const { depth } = place;
    for (const item of place.item.children.toReversed()) waiting.push({ item, depth: depth + 1 });
  }
}

/** The role that is written before an item. A claim at the left edge needs none, unless its text looks like another role. */
export const labelOf = ({ role, text }: OutlineItem, depth: number): string => {
  if (role === undefined) return "";
  const isClear = role === "claim" && depth === 0 && parseRole(text).role === undefined && !isQuestion(text);
  return isClear ? "" : `${roleLabels[role]}: `;
};

/** Returns a text in one line. */
export const joinLines = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Returns the paragraphs of a text, each in one line. */
export const paragraphsIn = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map(joinLines)
    .filter((paragraph) => paragraph !== "");
