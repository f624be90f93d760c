/** Full-text search in the cards of a tree. */
import type { Card, CardId, Tree } from "../tree/tree.ts";

/**
 * The cards that contain the query in their text, title, name, speakers, tags or quotes, in preorder. Ignores case, diacritics,
 * compatibility forms and the amount of white space. An empty query has no results. Reference cards are not searched, as
 * the card that they refer to is.
 */
export function findCards({ cards, positions }: Tree, query: string): readonly CardId[] {
  const foldedQuery = foldForSearch(query).trim();
  if (foldedQuery === "") return [];
  const found = new Set<CardId>();
  for (const card of cards) if (card.form !== "reference" && searchText(card).includes(foldedQuery)) found.add(card.id);
  return positions.flatMap(({ card }) => (found.has(card) ? [card] : []));
}

/** Caches the searchable text of each card. */
const searchTexts = new WeakMap<Card, string>();

function searchText(card: Card): string {
  const known = searchTexts.get(card);
  if (known !== undefined) return known;
  const { text, name, title, speakers, acceptedBy, rejectedBy, tags, quotes } = card;
  const parts = [
    text,
    name ?? "",
    title ?? "",
    ...speakers,
    ...acceptedBy,
    ...rejectedBy,
    ...tags,
    ...quotes.map((quote) => quote.text),
  ];
  // Separate parts by a line break, which no folded query contains, so that no match spans two parts.
  const searchable = parts.map(foldForSearch).join("\n");
  searchTexts.set(card, searchable);
  return searchable;
}

/** The text in lower case, in Unicode form NFKD without diacritics, with runs of white space as one space. */
export const foldForSearch = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
