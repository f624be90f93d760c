/** A text that the user is typing in a card, and that the server does not have yet. The page shows the tree with it applied. */
import { applyChange } from "../../../server/core/tree/applyChange.ts";
import { type AddableKind, relationUnder } from "../../../server/core/tree/cardRules.ts";
import { emptyCard } from "../../../server/core/tree/emptyCard.ts";
import type { Card, CardId, CardKind, Tree } from "../../../server/core/tree/tree.ts";
import type { EditAction } from "../../../server/protocol/tree.ts";

/** `new`: a new card under another one. `edit`: a new text for an existing card, whose text was `originalText` at the start. */
export type Draft =
  | { readonly type: "new"; readonly kind: AddableKind; readonly parent: CardId; readonly text: string }
  | { readonly type: "edit"; readonly card: CardId; readonly originalText: string; readonly text: string };

/** The id of a new card in the tree with the draft. It cannot equal an id from the server. */
export const NEW_CARD_ID = "(new)" as CardId; // The page creates ids only here and for missing cards.

/** Returns the id of the card that is edited, in the tree with the draft. */
export const draftCardId = (draft: Draft): CardId => (draft.type === "new" ? NEW_CARD_ID : draft.card);

/** Returns the text of a card as it is written, with marks such as `*emphasis*`. */
export const writtenTextOf = ({ text, writtenText = text }: Pick<Card, "text" | "writtenText">): string => writtenText;

/** Converts the text of a card, with blank lines between paragraphs, to the form of the text field: one paragraph per line. */
export const paragraphsToLines = (text: string): string => text.replaceAll(/\n\s*\n/g, "\n");
const linesToParagraphs = (lines: string): string =>
  lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n\n");

/** Removes the control characters that pasted text can contain, and converts all line breaks to `\n`. */
export const stripControlChars = (text: string): string =>
  text.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, "\n").replace(/(?![\n\t])\p{Cc}/gu, "");

/**
 * Returns the current text of the card if it changed after the draft was started, so that submitting the draft would
 * overwrite a text that the user has not seen. Returns undefined if nothing would be lost.
 */
export function findConflictingText(tree: Tree | undefined, draft: Draft | undefined): string | undefined {
  if (draft?.type !== "edit") return undefined;
  const card = tree?.cards.find(({ id }) => id === draft.card);
  const text = card && writtenTextOf(card);
  return text === draft.originalText || text === linesToParagraphs(draft.text) ? undefined : text;
}

/** Returns the edit that submits the draft; undefined if the draft changes nothing. */
export function draftToEdit(draft: Draft): { readonly card: CardId; readonly action: EditAction } | undefined {
  const text = linesToParagraphs(draft.text);
  if (draft.type === "new") {
    return text === "" ? undefined : { card: draft.parent, action: { type: "add", kind: draft.kind, text } };
  }
  return text === draft.originalText ? undefined : { card: draft.card, action: { type: "setText", text } };
}

/** Returns the tree with the draft applied, or the same tree if the card of the draft is not in it. */
export function applyDraft(tree: Tree, draft: Draft): Tree {
  const card =
    draft.type === "new"
      ? createDraftCard(tree, draft.kind, draft.parent)
      : tree.cards.find(({ id }) => id === draft.card);
  if (card === undefined) return tree;
  const { marks: _, writtenText: __, ...unmarked } = card;
  const editedCard: Card = { ...unmarked, form: "full", text: linesToParagraphs(draft.text) };
  const moved =
    draft.type === "new" ? [{ card: NEW_CARD_ID, parent: draft.parent, before: siblingAfterDraft(tree, draft) }] : [];
  return applyChange(tree, {
    title: tree.title,
    language: tree.language,
    changed: [editedCard],
    removed: [],
    moved,
    contradictions: undefined,
    restatements: undefined,
    sections: undefined,
  });
}

function createDraftCard(tree: Tree, kind: CardKind, parent: CardId): Card | undefined {
  const parentCard = tree.cards.find(({ id }) => id === parent);
  if (parentCard === undefined) return undefined;
  return emptyCard({
    id: NEW_CARD_ID,
    kind,
    relation: relationUnder(kind, parentCard.kind, childCards(tree, parentCard.id).some(isPremise)),
    inheritsSpeakers: kind === "reason" || kind === "premise",
    section: parentCard.section,
    file: parentCard.file,
  });
}

/** Whether a card is a premise of the card above it. */
export const isPremise = ({ relation }: Card): boolean => relation === "premise";

/** Returns the sibling before which the new card is inserted; undefined: last. Premises come before all other children. */
function siblingAfterDraft(tree: Tree, { kind, parent }: Extract<Draft, { readonly type: "new" }>): CardId | undefined {
  if (kind !== "premise" && kind !== "assumption") return undefined;
  return childCards(tree, parent).find((card) => !isPremise(card))?.id;
}

/** Returns the cards under a card. */
export function childCards(tree: Tree, id: CardId): readonly Card[] {
  const childIds = new Set(tree.positions.flatMap(({ card, parent }) => (parent === id ? [card] : [])));
  return tree.cards.filter((card) => childIds.has(card.id));
}
