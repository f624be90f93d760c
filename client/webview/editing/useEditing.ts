import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { CardActions } from "../input/useCardActions.ts";
import { cardElement } from "../picture/cardElements.ts";
import type { RenderedPicture } from "../state/pictureCache.ts";
import type { PageSession } from "../state/session.ts";
import type { UpdateViewOptions } from "../state/viewOptions.ts";
import type { Viewport } from "../viewport/useViewport.ts";
import { type BranchMove, createBranchMove, moveAction } from "./branchMove.ts";
import type { MenuPosition } from "./contextMenu.tsx";
import { draftCardId } from "./draft.ts";
import { createEditCommands, type EditCommands } from "./editCommands.ts";
import { clearTransient, type UpdateEditing } from "./editingState.ts";
import { requestEdit } from "./requestQueue.ts";

interface UseEditingOptions {
  readonly session: PageSession;
  readonly rendered: RenderedPicture;
  readonly viewport: Viewport;
  readonly cardActions: CardActions;
  /** Undefined if the map cannot be edited. */
  readonly updateEditing: UpdateEditing | undefined;
  readonly updateViewOptions: UpdateViewOptions;
  /** The newer text of the card that the open draft would overwrite; undefined if there is no conflict. */
  readonly conflictingText: string | undefined;
}

/** The state and the actions of editing. Includes the options of {@link useEditing}, which `EditingOverlay` needs, too. */
export interface EditController extends UseEditingOptions {
  /** Undefined if the map cannot be edited. */
  readonly editCommands: EditCommands | undefined;
  /** The branch that the user is moving, by drag and drop or by keyboard. */
  readonly activeMove: BranchMove | undefined;
  /** Drops the branch that is moved by keyboard under a card, if that is a target. False if no branch is moved. */
  readonly dropAt: (card: CardId, asOtherKind: boolean) => boolean;
  /** Closes the menu, or cancels a move by keyboard and clears the notice. False if there is none of these. */
  readonly cancel: () => boolean;
  /** Opens the context menu of a card, at a position in the window or else at the card. */
  readonly openMenu: (card: CardId, at?: MenuPosition) => void;
  /** The open context menu. */
  readonly menu: { readonly card: CardId; readonly at: MenuPosition } | undefined;
  readonly closeMenu: () => void;
  /** Called when a drag starts or its targets change, and with undefined when it ends. */
  readonly onMoveChange: (move: BranchMove | undefined) => void;
  readonly drop: (move: BranchMove, target: CardId, asOtherKind: boolean) => void;
}

/** Returns the state and the actions of editing the map from the picture. */
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

  // When the draft is closed, the focus returns from its text field to the card.
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
      // This is also called from a layout effect for each new tree, so it must not update the state without need.
      const hasTransientState = editing.movingCard !== undefined || editing.notice !== undefined;
      if (move !== undefined && hasTransientState) updateEditing?.((state) => ({ editing: clearTransient(state) }));
    },
  };
}
