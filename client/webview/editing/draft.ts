/** A card whose words are being written in place: shown in the tree as it will be, while the text does not know of it yet. Pure. */

import { applyChange } from "../../../server/core/tree/applyChange.ts";
import { type AddableKind, relationUnder } from "../../../server/core/tree/cardRules.ts";
import { emptyCard } from "../../../server/core/tree/emptyCard.ts";
import type { Card, CardId, CardKind, Tree } from "../../../server/core/tree/tree.ts";
import type { EditAction } from "../../../server/protocol/tree.ts";

/** `new`: nothing is in the text before it is written. `text`: other words for a card that is there. */
export type Draft =
  | { readonly of: "new"; readonly what: AddableKind; readonly under: CardId; readonly text: string }
  | { readonly of: "text"; readonly card: CardId; readonly before: string; readonly text: string };

/** Identity of the card that is not there yet. No card of a tree has such a one: the server's are numbers and addresses. */
export const NEW_CARD_ID = "(new)" as CardId;

/** The card that is written in. */
export const draftCardId = (draft: Draft): CardId => (draft.of === "new" ? NEW_CARD_ID : draft.card);

/** Words as they are written, each paragraph on a line; in a card a blank line parts them. */
export const paragraphsToLines = (text: string): string => text.replaceAll(/\n\s*\n/g, "\n");
const linesToParagraphs = (lines: string): string =>
  lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n\n");

/** Words without signs that nobody sees, as they come with what is pasted; each kind of break is a line's end. */
export const stripControlChars = (text: string): string =>
  text.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, "\n").replace(/(?![\n\t])\p{Cc}/gu, "");

/**
 * The text that a card has by now, where that is another one than what is being written was begun with: whoever writes has
 * not seen it. Undefined where nothing of it is lost.
 */
export function findConflictingText(tree: Tree | undefined, draft: Draft | undefined): string | undefined {
  if (draft?.of !== "text") return undefined;
  const text = tree?.cards.find(({ id }) => id === draft.card)?.text;
  return text === draft.before || text === linesToParagraphs(draft.text) ? undefined : text;
}

/** What the draft asks for; undefined where it comes to nothing. */
export function draftToEdit(draft: Draft): { readonly card: CardId; readonly action: EditAction } | undefined {
  const text = linesToParagraphs(draft.text);
  if (draft.of === "new") {
    return text === "" ? undefined : { card: draft.under, action: { do: "add", what: draft.what, text } };
  }
  return text === draft.before ? undefined : { card: draft.card, action: { do: "write", text } };
}

/** The tree with the card as it is being written. The same tree where it is in none of it. */
export function applyDraft(tree: Tree, draft: Draft): Tree {
  const card =
    draft.of === "new"
      ? createDraftCard(tree, draft.what, draft.under)
      : tree.cards.find(({ id }) => id === draft.card);
  if (card === undefined) return tree;
  const editedCard: Card = { ...card, form: "full", text: linesToParagraphs(draft.text) };
  const moved =
    draft.of === "new" ? [{ card: NEW_CARD_ID, parent: draft.under, before: siblingAfterDraft(tree, draft) }] : [];
  return applyChange(tree, {
    title: tree.title,
    changed: [editedCard],
    removed: [],
    moved,
    ties: undefined,
    sections: undefined,
  });
}

function createDraftCard(tree: Tree, kind: CardKind, under: CardId): Card | undefined {
  const parentCard = tree.cards.find(({ id }) => id === under);
  if (parentCard === undefined) return undefined;
  return emptyCard({
    id: NEW_CARD_ID,
    kind,
    relation: relationUnder(kind, parentCard.kind, childrenOf(tree, parentCard.id).some(isPremise)),
    inheritsBy: kind === "reason" || kind === "premise",
    section: parentCard.section,
    file: parentCard.file,
  });
}

const isPremise = ({ relation }: Card): boolean => relation === "premise";

/** A premise stands before all that is none. */
function siblingAfterDraft(tree: Tree, { what, under }: Extract<Draft, { readonly of: "new" }>): CardId | undefined {
  if (what !== "premise" && what !== "assumption") return undefined;
  return childrenOf(tree, under).find((card) => !isPremise(card))?.id;
}

function childrenOf(tree: Tree, id: CardId): readonly Card[] {
  const childIds = new Set(tree.places.flatMap(({ card, parent }) => (parent === id ? [card] : [])));
  return tree.cards.filter((card) => childIds.has(card.id));
}
