/** A card in words, for those who hear the picture. */
import type { Card } from "../../tree/tree.ts";
import type { CardNode } from "../layout/cardTree.ts";

const pluralised = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** All that a card shows, as sentences. `text` is what it says, which for a reference card stands elsewhere. */
export function accessibleLabel({ card, speakers, fileLabel }: CardNode, text: string, hiddenCount: number): string {
  const isReference = card.form === "reference";
  const listed = (doing: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${doing} ${names.join(", ")}`];
  const labelled = (what: string, words: string | undefined): string[] =>
    words === undefined ? [] : [`${what} ${words}`];
  const parts = [
    isReference ? `${card.kind}, see ${card.name ?? "elsewhere"}` : card.kind,
    text || (card.form === "pill" ? "" : placeholderText(card)),
    ...listed("held by", speakers),
    ...listed("accepted by", card.acceptedBy),
    ...listed("rejected by", card.rejectedBy),
    ...labelled("likelihood", card.likelihood?.words),
    ...labelled("confidence", card.confidence),
    ...labelled("strength", card.strength?.words),
    ...labelled("scheme", card.scheme),
    ...listed("tagged", card.tags),
    ...labelled("from", fileLabel),
    ...(card.quotes.length > 0 ? [pluralised(card.quotes.length, "quote")] : []),
    ...(hiddenCount > 0 ? [`${hiddenCount} folded below`] : []),
    ...card.problems.map(({ severity, message }) => `${severity}: ${message}`),
  ];
  return parts
    .filter((part) => part !== "")
    .map((part, index, all) => (index === all.length - 1 || endsSentence(part) ? part : `${part}.`))
    .join(" ");
}

/** Whether words end as a sentence does, in whatever script. */
const endsSentence = (words: string): boolean => /[.!?…:;。！？؟۔।]["'”’»)\]」』）]*$/u.test(words);

/** What to show of a card whose text is still to be written. */
export const placeholderText = ({ form, name }: Card): string => (form === "full" ? (name ?? "") : "");
