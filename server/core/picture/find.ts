/** The cards that say what one looks for. Pure. */
import type { Card, CardId, Tree } from "../tree/tree.ts";

/**
 * The cards that hold these words one after another – in their text, name, speakers, tags or quotes – in the order in which
 * the tree is read. Case, accents and the width of white space make no difference; no words find nothing. A card that only
 * refers to another one is not found: the other one is.
 */
export function findCards({ cards, places }: Tree, query: string): readonly CardId[] {
  const foldedQuery = foldForSearch(query).trim();
  if (foldedQuery === "") return [];
  const found = new Set<CardId>();
  for (const card of cards) if (card.form !== "reference" && searchText(card).includes(foldedQuery)) found.add(card.id);
  return places.flatMap(({ card }) => (found.has(card) ? [card] : []));
}

/** What cards say, made once for each. */
const searchTexts = new WeakMap<Card, string>();

function searchText(card: Card): string {
  const known = searchTexts.get(card);
  if (known !== undefined) return known;
  const { text, name, by, acceptedBy, rejectedBy, tags, quotes } = card;
  const parts = [text, name ?? "", ...by, ...acceptedBy, ...rejectedBy, ...tags, ...quotes.map((quote) => quote.text)];
  // A line break between parts, so that nothing is found across two of them.
  const searchable = parts.map(foldForSearch).join("\n");
  searchTexts.set(card, searchable);
  return searchable;
}

/** Without case, accents, compatibility forms; white space as one space. */
export const foldForSearch = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
