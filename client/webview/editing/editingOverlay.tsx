import type { PlacedCard } from "../../../server/core/picture/model.ts";
import type { CardProperty } from "../../../server/core/tree/cardRules.ts";
import type { Card, CardId } from "../../../server/core/tree/tree.ts";
import { nextFocus } from "../input/focusFallback.ts";
import { messages } from "../messages/messages.ts";
import { fullCard, originalCard } from "../state/fullCard.ts";
import { LiveRegion } from "../ui/liveRegion.tsx";
import type { Weighing } from "../weighing/useWeighing.ts";
import { moveInstructions } from "./branchMove.ts";
import { ContextMenu } from "./contextMenu.tsx";
import { draftCardId } from "./draft.ts";
import { commitDraft, discardDraft, overwriteConflict, setDraftText } from "./draftLifecycle.ts";
import { DragOverlay } from "./dragOverlay.tsx";
import { clearTransient, dismissUnsavedTexts, isSubmitted } from "./editingState.ts";
import { withFeedback } from "./feedback.ts";
import { InlineEditor } from "./inlineEditor.tsx";
import type { MenuAction, ViewCommand } from "./menuItems.ts";
import { ConfirmDialog, Notice, Notices, UnsavedTextNotice } from "./notices.tsx";
import { confirmDeletion, declineConfirmation } from "./requestQueue.ts";
import type { EditController } from "./useEditing.ts";

interface EditingOverlayProps {
  readonly controller: EditController;
  readonly weighing: Weighing | undefined;
  /** Lets the user pick values for a property of a card's entry. */
  readonly onPickProperty: (card: CardId, property: CardProperty) => void;
  /** The card that keyboard commands act on. */
  readonly current: PlacedCard | undefined;
}

/** Everything of editing that is shown over the picture: drag and drop, the text field, the menu, messages and questions. */
export function EditingOverlay({ controller, weighing, onPickProperty, current }: EditingOverlayProps) {
  const {
    session,
    rendered,
    viewport,
    cardActions,
    updateEditing,
    updateViewOptions,
    conflictingText,
    menu,
    editCommands,
    activeMove,
  } = controller;
  const { tree, editing } = session;
  const { pictureIndex } = rendered;
  if (updateEditing === undefined || tree === undefined || editCommands === undefined) return null;
  const { draft, notice, unsavedTexts, confirmation } = editing;
  const draftCard = draft && pictureIndex.card(draftCardId(draft));
  const menuCard = menu && originalCard(tree, menu.card);
  const parentId = menuCard && tree.positions.find(({ card }) => card === menuCard.id)?.parent;
  const viewCommands: Readonly<Record<ViewCommand, (card: CardId) => void>> = {
    fold: cardActions.toggleFold,
    focus: cardActions.focusBranch,
    copy: () =>
      void navigator.clipboard
        .writeText((menuCard && fullCard(tree, menuCard)?.text) ?? "")
        .catch(() => updateEditing((state) => ({ editing: withFeedback(state, messages.menu.copyFailed) }))),
  };
  /** Runs an action on a card of the picture. `card` is the card of the map that it shows. */
  function runMenuAction(shown: CardId, card: Card, action: MenuAction): void {
    switch (action.type) {
      case "edit":
        editCommands?.[action.command](shown);
        break;
      case "view":
        viewCommands[action.command](shown);
        break;
      case "property":
        onPickProperty(card.id, action.property);
        break;
      case "suppose":
        weighing?.suppose([[card.referencedCard ?? card.id, action.isTrue]]);
        break;
      default:
        action satisfies never;
    }
  }
  const dismissNotice = (): void => updateEditing((state) => ({ editing: clearTransient(state) }));
  const moveHint =
    editing.movingCard === undefined || activeMove === undefined
      ? undefined
      : moveInstructions(activeMove, pictureIndex, current);
  return (
    <>
      <DragOverlay
        tree={tree}
        pictureIndex={pictureIndex}
        viewport={viewport}
        onMoveChange={controller.onMoveChange}
        onDrop={controller.drop}
      />
      {draft && draftCard && (
        <InlineEditor
          key={editing.draftKey}
          draft={draft}
          card={draftCard}
          bounds={pictureIndex.picture.bounds}
          viewport={viewport}
          isSubmitted={isSubmitted(editing)}
          conflictingText={conflictingText}
          onInput={(text) => updateEditing((state) => ({ editing: setDraftText(state, text) }))}
          onCommit={() => updateEditing(commitDraft)}
          onOverwrite={() => updateEditing(overwriteConflict)}
          onDiscard={() => updateEditing(discardDraft)}
        />
      )}
      {menu && menuCard && (
        <ContextMenu
          position={menu.at}
          target={{
            card: menuCard,
            fullCard: fullCard(tree, menuCard) ?? menuCard,
            parentKind: tree.cards.find(({ id }) => id === parentId)?.kind,
            hasBranch: pictureIndex.childrenOf(menu.card).length > 0 || rendered.explored.hidden.has(menu.card),
            supposed: weighing?.supposed(menuCard),
          }}
          onChoose={(action) => {
            controller.closeMenu();
            runMenuAction(menu.card, menuCard, action);
          }}
          onClose={controller.closeMenu}
        />
      )}
      <LiveRegion text={notice ?? moveHint ?? unsavedTexts.at(-1) ?? ""} />
      <Notices>
        {unsavedTexts.length > 0 && (
          <UnsavedTextNotice
            texts={unsavedTexts}
            onClose={() => updateEditing((state) => ({ editing: dismissUnsavedTexts(state) }))}
          />
        )}
        {notice !== undefined && <Notice message={notice} onClose={dismissNotice} />}
        {moveHint !== undefined && notice === undefined && <Notice message={moveHint} onClose={dismissNotice} />}
      </Notices>
      {confirmation && (
        <ConfirmDialog
          // Each question gets a new dialog, whose first button has the focus.
          key={confirmation.requestId}
          confirmation={confirmation}
          onConfirm={() => {
            const nextCard = nextFocus(tree, confirmation.card);
            updateEditing(confirmDeletion);
            if (nextCard !== undefined) updateViewOptions((viewOptions) => ({ ...viewOptions, selected: nextCard }));
            cardActions.focusCard(nextCard);
          }}
          onCancel={() => {
            // Another question may be open by the time the dialog reports that it was closed.
            updateEditing((state, snapshot) =>
              state.confirmation?.requestId === confirmation.requestId
                ? declineConfirmation(state, snapshot)
                : { editing: state },
            );
            cardActions.focusCard(confirmation.card);
          }}
        />
      )}
    </>
  );
}
