/** The cards that say what one looks for. Pure. */
import type { Card, CardId, Tree } from "../tree/tree.ts";

/**
 * The cards that hold these words one after another – in their text, name, speakers, tags or quotes – in the order in which
 * the tree is read. Case, accents and the width of white space make no difference; no words find nothing. A card that only
 * refers to another one is not found: the other one is.
 */
export function find({ cards, places }: Tree, words: string): readonly CardId[] {
  const wanted = plain(words).trim();
  if (wanted === "") return [];
  const found = new Set<CardId>();
  for (const card of cards) if (card.form !== "reference" && spoken(card).includes(wanted)) found.add(card.id);
  return places.flatMap(({ card }) => (found.has(card) ? [card] : []));
}

/** What cards say, made once for each. */
const said = new WeakMap<Card, string>();

function spoken(card: Card): string {
  const known = said.get(card);
  if (known !== undefined) return known;
  const { text, name, by, acceptedBy, rejectedBy, tags, quotes } = card;
  const parts = [text, name ?? "", ...by, ...acceptedBy, ...rejectedBy, ...tags, ...quotes.map((quote) => quote.text)];
  // A line break between parts, so that nothing is found across two of them.
  const all = parts.map(plain).join("\n");
  said.set(card, all);
  return all;
}

/** Without case, accents, compatibility forms; white space as one space. */
export const plain = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
