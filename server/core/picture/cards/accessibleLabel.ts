/** The accessible label of a card, for screen readers. */
import { counted } from "../../strings/english.ts";
import type { Card } from "../../tree/tree.ts";
import type { CardNode } from "../layout/cardTree.ts";

/**
 * All content of a card as sentences.
 * @param text the text to read: a reference card has none itself
 * @param hiddenCount the number of folded descendants
 */
export function accessibleLabel(
  { card, speakers, fileLabel, referencedCard }: CardNode,
  text: string,
  hiddenCount: number,
): string {
  const isReference = card.form === "reference";
  const list = (label: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${label} ${names.join(", ")}`];
  const value = (label: string, words: string | undefined): string[] =>
    words === undefined ? [] : [`${label} ${words}`];
  const parts = [
    isReference ? `${card.kind}, see ${referencedCard?.title ?? card.name ?? "elsewhere"}` : card.kind,
    card.title ?? "",
    text || (card.form === "pill" ? "" : placeholderText(card)),
    ...list("held by", speakers),
    ...list("accepted by", card.acceptedBy),
    ...list("rejected by", card.rejectedBy),
    ...value("date:", card.date),
    ...value("status:", card.status),
    ...value("likelihood:", card.likelihood?.label),
    ...value("confidence:", card.confidence),
    ...value("strength:", card.strength?.label),
    ...value("scheme:", card.scheme),
    ...list("tags:", card.tags),
    ...value("imported from", fileLabel),
    ...(card.quotes.length > 0 ? [counted(card.quotes.length, "quote")] : []),
    ...(hiddenCount > 0 ? [`${counted(hiddenCount, "card")} folded`] : []),
    ...card.problems.map(({ severity, message }) => `${severity}: ${message}`),
  ];
  return parts
    .filter((part) => part !== "")
    .map((part, index, all) => (index === all.length - 1 || endsSentence(part) ? part : `${part}.`))
    .join(" ");
}

/** Whether a text ends with punctuation that a screen reader pauses at, in any script. */
const endsSentence = (text: string): boolean => /[.!?…:;。！？؟۔।]["'”’»)\]」』）]*$/u.test(text);

/** The text to show on a card that has no text yet: its name. */
export const placeholderText = ({ form, name, title }: Card): string =>
  form === "full" && title === undefined ? (name ?? "") : "";
