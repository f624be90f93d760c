/** A card in words, for those who hear the picture. */
import type { Card } from "../../tree/tree.ts";
import type { Standing } from "../layout/cardTree.ts";

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** All that a card shows, as sentences. `text` is what it says, which for a reference card stands elsewhere. */
export function describe({ card, speakers, file }: Standing, text: string, hidden: number): string {
  const reference = card.form === "reference";
  const people = (doing: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${doing} ${names.join(", ")}`];
  const said = (what: string, words: string | undefined): string[] => (words === undefined ? [] : [`${what} ${words}`]);
  const parts = [
    reference ? `${card.kind}, see ${card.name ?? "elsewhere"}` : card.kind,
    text || (card.form === "pill" ? "" : nameless(card)),
    ...people("held by", speakers),
    ...people("accepted by", card.acceptedBy),
    ...people("rejected by", card.rejectedBy),
    ...said("likelihood", card.likelihood?.words),
    ...said("confidence", card.confidence),
    ...said("strength", card.strength?.words),
    ...said("scheme", card.scheme),
    ...people("tagged", card.tags),
    ...said("from", file),
    ...(card.quotes.length > 0 ? [counted(card.quotes.length, "quote")] : []),
    ...(hidden > 0 ? [`${hidden} folded below`] : []),
    ...card.problems.map(({ severity, message }) => `${severity}: ${message}`),
  ];
  return parts
    .filter((part) => part !== "")
    .map((part, index, all) => (index === all.length - 1 || isEnded(part) ? part : `${part}.`))
    .join(" ");
}

/** Whether words end as a sentence does, in whatever script. */
const isEnded = (words: string): boolean => /[.!?…:;。！？؟۔।]["'”’»)\]」』）]*$/u.test(words);

/** What to show of a card whose text is still to be written. */
export const nameless = ({ form, name }: Card): string => (form === "full" ? (name ?? "") : "");
