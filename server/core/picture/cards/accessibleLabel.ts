/** The accessible label of a card, for screen readers. */
import type { Card } from "../../tree/tree.ts";
import type { CardNode } from "../layout/cardTree.ts";
import { fill, fillCount, scaleTerm } from "../words/languages.ts";
import type { PictureWords, Scale } from "../words/pictureWords.ts";
import { shortText, targetWords } from "./cardLabel.ts";

/**
 * All content of a card as sentences.
 * @param text the text to read: a reference card has none itself
 * @param hiddenCount the number of folded descendants
 */
export function accessibleLabel(
  { card, speakers, fileLabel, referencedCard, restsOn, contradicts }: CardNode,
  text: string,
  hiddenCount: number,
  words: PictureWords,
): string {
  const kind = words.kinds[card.kind];
  const name = referencedCard?.title ?? card.name;
  // A step without words is recognized by what it rests on, which is its text.
  const reference = name === undefined || restsOn.length > 0 ? words.seeElsewhere : fill(words.see, { name });
  const list = (phrase: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [fill(phrase, { names: names.join(words.listSeparator) })];
  const value = (phrase: string, shown: string | undefined): string[] =>
    shown === undefined ? [] : [fill(phrase, { value: shown })];
  const term = (scale: Scale, shown: string | undefined): string[] =>
    value(words[scale], shown && scaleTerm(words, scale, shown));
  const parts = [
    card.form === "reference" ? `${kind}, ${reference}` : kind,
    targetWords(card.relation, words)?.text ?? "",
    card.title ?? "",
    text || (card.form === "pill" ? "" : placeholderText(card)),
    ...card.otherWordings.flatMap((wording) => value(words.otherWording, wording.text)),
    ...contradicts.flatMap((claim) => value(words.contradicts, shortText(claim))),
    ...list(words.heldBy, speakers),
    ...list(words.acceptedBy, card.acceptedBy),
    ...list(words.rejectedBy, card.rejectedBy),
    ...(card.answerLimit === undefined ? [] : [words.answerLimits[card.answerLimit]]),
    ...value(words.date, card.date),
    ...term("status", card.status),
    ...term("likelihood", card.likelihood?.label),
    ...term("confidence", card.confidence),
    ...term("strength", card.strength?.label),
    ...value(words.scheme, card.scheme),
    ...list(words.tags, card.tags),
    ...value(words.importedFrom, fileLabel),
    ...(card.quotes.length > 0 ? [fillCount(words, words.quoteCount, card.quotes.length)] : []),
    ...(hiddenCount > 0 ? [fillCount(words, words.foldedCards, hiddenCount)] : []),
    ...card.problems.map(({ severity, message }) => `${words.severities[severity]}: ${message}`),
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
