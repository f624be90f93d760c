/** All that changes the map from the picture: what starts it, and what of it is to be seen. */
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PlacedCard } from "../../../server/core/picture/model.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import { nextFocus } from "../input/focusFallback.ts";
import type { CardActions } from "../input/useCardActions.ts";
import { cardElement } from "../picture/cardElements.ts";
import type { RenderedPicture } from "../state/pictureCache.ts";
import type { PictureIndex } from "../state/pictureIndex.ts";
import type { PageSession } from "../state/session.ts";
import type { ViewOptions } from "../state/viewOptions.ts";
import { LiveRegion } from "../ui/liveRegion.tsx";
import type { Viewport } from "../viewport/useViewport.ts";
import { type BranchMove, createBranchMove, moveAction, relationLabel, truncateText } from "./branchMove.ts";
import { ContextMenu, type MenuPosition } from "./contextMenu.tsx";
import { draftCardId } from "./draft.ts";
import { cardText, DragOverlay } from "./dragBranch.tsx";
import { createEditCommands, type EditCommands } from "./editCommands.ts";
import {
  clearTransient,
  commitDraft,
  confirmDeletion,
  declineConfirmation,
  discardDraft,
  dismissUnsavedTexts,
  type EditingState,
  type EditingTransition,
  isSubmitted,
  overwriteConflict,
  requestEdit,
  setDraftText,
} from "./editingState.ts";
import { InlineEditor } from "./inlineEditor.tsx";
import { ConfirmDialog, Notice, Notices, UnsavedTextNotice } from "./notices.tsx";

/** Changes what is being edited, and draws that. */
export type UpdateEditing = (change: (editing: EditingState, session: PageSession) => EditingTransition) => void;

interface UseEditingOptions {
  readonly session: PageSession;
  readonly rendered: RenderedPicture;
  readonly viewport: Viewport;
  readonly cardActions: CardActions;
  /** Undefined where nobody takes edits. */
  readonly updateEditing: UpdateEditing | undefined;
  readonly updateViewOptions: (change: (viewOptions: ViewOptions) => ViewOptions) => void;
  /** The text that has come meanwhile for the card whose words are being written. */
  readonly conflictingText: string | undefined;
}

export interface EditController extends UseEditingOptions {
  /** What a key or an item of the menu does to a card. */
  readonly editCommands: EditCommands | undefined;
  /** The branch that is being moved, by hand or by keys. */
  readonly activeMove: BranchMove | undefined;
  /** Puts the branch that the keys move under a card, where it can hang; false where they move none. */
  readonly dropAt: (card: CardId, asOtherKind: boolean) => boolean;
  /** Ends what is under way; false where nothing is. */
  readonly cancel: () => boolean;
  readonly openMenu: (card: CardId, at?: MenuPosition) => void;
  readonly menu: { readonly card: CardId; readonly at: MenuPosition } | undefined;
  readonly closeMenu: () => void;
  readonly onMoveChange: (move: BranchMove | undefined) => void;
  readonly drop: (move: BranchMove, target: CardId, asOtherKind: boolean) => void;
}

export function useEditing(options: UseEditingOptions): EditController {
  const { session, viewport, cardActions, updateEditing, updateViewOptions } = options;
  const { tree, editing } = session;
  const [menu, setMenu] = useState<EditController["menu"]>();
  const [draggedBranch, setDraggedBranch] = useState<BranchMove>();
  const keyboardMove = useMemo(
    () =>
      tree === undefined || editing.movingCard === undefined ? undefined : createBranchMove(tree, editing.movingCard),
    [tree, editing.movingCard],
  );
  const previousDraft = useRef(editing.draft);

  // The keys go back to the picture from where they were needed for writing.
  useLayoutEffect(() => {
    const before = previousDraft.current;
    previousDraft.current = editing.draft;
    if (before === undefined || editing.draft !== undefined || !document.hasFocus()) return;
    if (document.activeElement === document.body || document.activeElement === null) {
      cardActions.focusCard(session.viewOptions.selected ?? draftCardId(before));
    }
  }, [editing.draft]);

  const closeMenu = (): void => {
    setMenu(undefined);
    if (menu !== undefined) cardActions.focusCard(menu.card);
  };
  const drop = (move: BranchMove, target: CardId, asOtherKind: boolean): void => {
    const action = moveAction(move, target, asOtherKind);
    if (action !== undefined) {
      viewport.lastActedCard.current = move.card.id;
      updateEditing?.((state, snapshot) => requestEdit(state, snapshot, { card: move.card.id, action }));
    }
  };

  const editCommands =
    updateEditing &&
    createEditCommands({ tree, viewport, cardActions, updateEditing, updateViewOptions, dropAt, openMenu });

  function dropAt(card: CardId, asOtherKind: boolean): boolean {
    if (keyboardMove === undefined) return false;
    if (keyboardMove.targets.has(card)) drop(keyboardMove, card, asOtherKind);
    return true;
  }

  function openMenu(card: CardId, at?: MenuPosition): void {
    if (updateEditing === undefined) return;
    const cardRect = cardElement(viewport.surface.current, card)?.getBoundingClientRect();
    const defaultPosition = { x: (cardRect?.left ?? 0) + 18, y: Math.min((cardRect?.top ?? 0) + 30, innerHeight - 40) };
    updateViewOptions((viewOptions) => ({ ...viewOptions, selected: card }));
    setMenu({ card, at: at ?? defaultPosition });
  }

  function cancel(): boolean {
    if (menu !== undefined) closeMenu();
    else if (editing.movingCard !== undefined || editing.notice !== undefined) {
      updateEditing?.((state) => ({ editing: clearTransient(state) }));
    } else return false;
    return true;
  }

  return {
    ...options,
    editCommands,
    activeMove: draggedBranch ?? keyboardMove,
    dropAt,
    cancel,
    menu,
    openMenu,
    closeMenu,
    drop,
    onMoveChange(move) {
      setDraggedBranch(move);
      // Nothing is drawn anew without a reason: this is also called while a new tree is being drawn.
      const hasTransientState = editing.movingCard !== undefined || editing.notice !== undefined;
      if (move !== undefined && hasTransientState) updateEditing?.((state) => ({ editing: clearTransient(state) }));
    },
  };
}

interface EditingOverlayProps {
  readonly controller: EditController;
  /** The card that the keys act on. */
  readonly current: PlacedCard | undefined;
}

/** What of the changes is to be seen over the picture. */
export function EditingOverlay({ controller, current }: EditingOverlayProps) {
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
  const menuCard = menu && tree.cards.find(({ id }) => id === menu.card);
  const parentId = menuCard && tree.places.find(({ card }) => card === menuCard.id)?.parent;
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
          card={menuCard}
          parentKind={tree.cards.find(({ id }) => id === parentId)?.kind}
          onChoose={(command) => {
            controller.closeMenu();
            editCommands[command](menuCard.id);
          }}
          onClose={controller.closeMenu}
        />
      )}
      <LiveRegion words={notice ?? moveHint ?? unsavedTexts.at(-1) ?? ""} />
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
          // Another question is another dialog, that begins with its first button.
          key={confirmation.request}
          confirmation={confirmation}
          onConfirm={() => {
            const nextCard = nextFocus(tree, confirmation.card);
            updateEditing(confirmDeletion);
            if (nextCard !== undefined) updateViewOptions((viewOptions) => ({ ...viewOptions, selected: nextCard }));
            cardActions.focusCard(nextCard);
          }}
          onCancel={() => {
            // One that has been answered meanwhile is not answered again.
            updateEditing((state, snapshot) =>
              state.confirmation?.request === confirmation.request
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

/** What the keys would do with a branch that they have taken up. */
function moveInstructions(move: BranchMove, pictureIndex: PictureIndex, target: PlacedCard | undefined): string {
  const prefix = `Moving “${truncateText(cardText(pictureIndex.card(move.card.id), pictureIndex))}”`;
  if (target === undefined || move.branch.has(target.id))
    return `${prefix} – go to the card that it is to hang on; Esc gives up`;
  const targetText = truncateText(cardText(target, pictureIndex));
  const [kind, otherKind] = move.targets.get(target.id) ?? [];
  if (kind === undefined) return `${prefix} – it cannot hang on “${targetText}”`;
  const alternative =
    otherKind === undefined
      ? ""
      : ` · Alt+Enter: ${relationLabel(otherKind, target.layout.card.kind).toLowerCase()} it`;
  return `${prefix} – Enter: ${relationLabel(kind, target.layout.card.kind).toLowerCase()} “${targetText}”${alternative}`;
}
