import { withRevealedCard } from "../../../server/core/picture/explore.ts";
import { originalCardId } from "../../../server/core/picture/unfoldReferences.ts";
import { type AddableKind, allowedAdditions } from "../../../server/core/tree/cardRules.ts";
import type { Card, CardId, Tree } from "../../../server/core/tree/tree.ts";
import type { EditCommand } from "../input/keyBindings.ts";
import type { CardActions } from "../input/useCardActions.ts";
import { messages } from "../messages/messages.ts";
import { fullCard, originalCard } from "../state/fullCard.ts";
import { type UpdateViewOptions, withToggled } from "../state/viewOptions.ts";
import type { Viewport } from "../viewport/useViewport.ts";
import { childCards, isPremise, paragraphsToLines, writtenTextOf } from "./draft.ts";
import { startDraft } from "./draftLifecycle.ts";
import type { UpdateEditing } from "./editingState.ts";
import { withFeedback } from "./feedback.ts";
import { requestEdit } from "./requestQueue.ts";

interface EditCommandsOptions {
  readonly tree: Tree | undefined;
  readonly viewport: Viewport;
  readonly cardActions: CardActions;
  readonly updateEditing: UpdateEditing;
  readonly updateViewOptions: UpdateViewOptions;
  /** Drops the branch that is moved by keyboard under a card; false if none is moved. */
  readonly dropAt: (card: CardId, asOtherKind: boolean) => boolean;
  readonly openMenu: (card: CardId) => void;
}

/** The handlers of the keys and menu items that edit a card. */
export type EditCommands = Readonly<Record<EditCommand, (card: CardId) => void>>;

/** Returns the edit commands for the current tree. */
export function createEditCommands({
  tree,
  viewport,
  cardActions,
  updateEditing,
  updateViewOptions,
  dropAt,
  openMenu,
}: EditCommandsOptions): EditCommands {
  const findFullCard = (id: CardId): Card | undefined => {
    const card = tree && originalCard(tree, id);
    return tree && card && fullCard(tree, card);
  };

  /** Selects a card and unfolds what hides it, optionally also its own branch. The card keeps its place in the window. */
  function revealAndSelect(card: CardId, unfoldsBranch: boolean): void {
    if (tree === undefined) return;
    viewport.lastActedCard.current = card;
    updateViewOptions((viewOptions) => {
      const exploration = withRevealedCard(tree, viewOptions.exploration, card);
      if (!unfoldsBranch) return { ...viewOptions, selected: card, exploration };
      const folded = exploration.folded.has(card) ? withToggled(exploration.folded, card) : exploration.folded;
      return { ...viewOptions, selected: card, exploration: { ...exploration, folded } };
    });
  }

  function addCard(id: CardId, kind: AddableKind): void {
    const card = findFullCard(id);
    if (card === undefined) return;
    if (!allowedAdditions(card.kind).includes(kind)) {
      const message = messages.edits.notAllowed(kind, card.kind);
      updateEditing((state) => ({ editing: withFeedback(state, message) }));
      return;
    }
    revealAndSelect(card.id, true);
    updateEditing((state, snapshot) => startDraft(state, snapshot, { type: "new", kind, parent: card.id, text: "" }));
  }

  return {
    reason: (id) => addCard(id, "reason"),
    objection: (id) => addCard(id, "objection"),
    premise: (id) => addCard(id, "premise"),
    assumption: (id) => addCard(id, "assumption"),
    claim: (id) => addCard(id, "claim"),
    question: (id) => addCard(id, "question"),
    editText(id) {
      const card = findFullCard(id);
      if (card === undefined) return;
      if (card.id !== id) cardActions.revealCard(card.id);
      revealAndSelect(card.id, false);
      const draft = {
        type: "edit",
        card: card.id,
        originalText: writtenTextOf(card),
        text: paragraphsToLines(writtenTextOf(card)),
      } as const;
      updateEditing((state, snapshot) => startDraft(state, snapshot, draft));
    },
    objectToStep(id) {
      const card = findFullCard(id);
      if (tree === undefined || card === undefined) return;
      if (childCards(tree, card.id).some(isPremise)) return addCard(card.id, "objection");
      revealAndSelect(card.id, true);
      const action = { type: "objectToStep" } as const;
      updateEditing((state, snapshot) => requestEdit(state, snapshot, { card: card.id, action }));
    },
    convert(id) {
      viewport.lastActedCard.current = id;
      const card = originalCardId(id);
      updateEditing((state, snapshot) => requestEdit(state, snapshot, { card, action: { type: "convert" } }));
    },
    move(id) {
      const card = originalCardId(id);
      updateEditing((state) => ({
        editing: { ...state, notice: undefined, movingCard: state.movingCard === card ? undefined : card },
      }));
    },
    dropConverted: (id) => void dropAt(id, true),
    delete(id) {
      const card = originalCardId(id);
      if (tree !== undefined)
        updateEditing((state, snapshot) => requestEdit(state, snapshot, { card, action: { type: "delete" } }));
    },
    menu: openMenu,
  };
}
