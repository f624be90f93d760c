import { useLayoutEffect, useRef } from "preact/hooks";
import { withRevealedCard } from "../../../server/core/picture/explore.ts";
import type { PlacedCard } from "../../../server/core/picture/model.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { cardElement, cardIdAt } from "../picture/cardElements.ts";
import { unfoldedTree } from "../state/cursorMark.ts";
import type { RenderedPicture } from "../state/pictureCache.ts";
import type { PageSession } from "../state/session.ts";
import {
  focusBranch,
  foldToDepth,
  toggleFold,
  toggleText,
  type UpdateViewOptions,
  unfoldAll,
  type ViewOptions,
} from "../state/viewOptions.ts";
import { useLatest } from "../ui/useLatest.ts";
import type { Viewport } from "../viewport/useViewport.ts";
import { nextFocus } from "./focusFallback.ts";

interface CardActionsOptions {
  readonly session: PageSession;
  readonly rendered: RenderedPicture;
  readonly viewport: Viewport;
  /** The card that keyboard commands act on. */
  readonly current: CardId | undefined;
  readonly updateViewOptions: UpdateViewOptions;
  readonly onOpen: (card: CardId, preserveFocus: boolean) => void;
  /** Called with the card that an opened reference card refers to, or with undefined for any other opened card. */
  readonly onReferenceFollowed: (card: CardId | undefined) => void;
}

/** The actions on cards of the picture, by mouse or keyboard. */
export interface CardActions {
  /** Goes to the card's entry in the editor. If it is a reference card, also brings the card that it refers to into view. */
  readonly openInEditor: (card: CardId) => void;
  /** Does the same as {@link openInEditor}, but the focus stays in the picture. */
  readonly revealInEditor: (card: CardId) => void;
  /** Selects and focuses a card, and brings it into view. */
  readonly selectCard: (card: PlacedCard) => void;
  /** Selects a card, unfolds what hides it, and brings it into view at a readable zoom. Does not move the focus. */
  readonly revealCard: (card: CardId | undefined) => void;
  readonly toggleFold: (card: CardId) => void;
  readonly toggleText: (card: CardId) => void;
  /** Shows only the branch of a card; undefined: the whole map. */
  readonly focusBranch: (card: CardId | undefined) => void;
  /** Shows only the first levels; undefined: unfolds everything. */
  readonly foldToDepth: (depth: number | undefined) => void;
  /** Moves the keyboard focus to a card. */
  readonly focusCard: (card: CardId | undefined) => void;
}

/** Returns the card actions, and keeps the keyboard focus on a card when the picture changes. */
export function useCardActions({
  session,
  rendered,
  viewport,
  current,
  updateViewOptions,
  onOpen,
  onReferenceFollowed,
}: CardActionsOptions): CardActions {
  const { tree } = session;
  const { pictureIndex, explored } = rendered;
  const { surface, zoomController, lastActedCard } = viewport;
  /** Whether to focus the selected card after the next rendering. */
  const isFocusPending = useRef(false);
  const pendingReveal = useRef<CardId>(undefined);
  const focusCard = (card: CardId | undefined): void => {
    if (card !== undefined) cardElement(surface.current, card)?.focus({ preventScroll: true });
  };

  /** The card that last had the focus, and the tree that was shown then. */
  const lastFocused = useRef<{ readonly card: CardId; readonly shown: Tree }>(undefined);

  /** If the focused card was removed, focuses the card that {@link nextFocus} chooses. */
  const restoreFocus = (): void => {
    const card = cardIdAt(document.activeElement);
    if (card !== undefined) lastFocused.current = { card, shown: explored.tree };
    if (lastFocused.current === undefined || document.activeElement !== document.body || !document.hasFocus()) return;
    if (pictureIndex.card(lastFocused.current.card) !== undefined) return;
    const next = nextFocus(
      lastFocused.current.shown,
      lastFocused.current.card,
      (id) => pictureIndex.card(id) !== undefined,
    );
    lastFocused.current = undefined;
    focusCard(next);
  };
  const latestRestoreFocus = useLatest(restoreFocus);

  useLayoutEffect(() => {
    const card = pictureIndex.card(pendingReveal.current);
    if (card !== undefined) {
      pendingReveal.current = undefined;
      zoomController.current?.zoomTo(card);
    }
    if (isFocusPending.current) {
      isFocusPending.current = false;
      focusCard(session.viewOptions.selected);
    }
    restoreFocus();
  });
  // The card can be removed while the focus is in the editor, for example by undo.
  useLayoutEffect(() => {
    const onWindowFocus = (): void => latestRestoreFocus.current();
    window.addEventListener("focus", onWindowFocus);
    return () => window.removeEventListener("focus", onWindowFocus);
  }, []);

  const updateAtCard = (card: CardId, change: (viewOptions: ViewOptions) => ViewOptions): void => {
    lastActedCard.current = card;
    // Rendering can replace the focused element, so its card is focused again.
    isFocusPending.current ||= surface.current?.contains(document.activeElement) ?? false;
    updateViewOptions((viewOptions) => ({ ...change(viewOptions), selected: card }));
  };

  function showInEditor(card: CardId, preserveFocus: boolean): void {
    lastActedCard.current = card;
    isFocusPending.current = true;
    updateViewOptions((viewOptions) => ({ ...viewOptions, selected: card }));
    const shown = pictureIndex.card(card)?.layout.card;
    // An unfolded reference shows its branch here already.
    const isFollowed = shown?.form === "reference" && pictureIndex.childrenOf(card).length === 0;
    const referencedCard = isFollowed ? pictureIndex.card(shown.referencedCard) : undefined;
    onReferenceFollowed(referencedCard?.id);
    if (referencedCard) zoomController.current?.reveal(referencedCard);
    onOpen(card, preserveFocus);
  }

  return {
    focusCard,
    openInEditor: (card) => showInEditor(card, false),
    revealInEditor: (card) => showInEditor(card, true),
    selectCard(card) {
      isFocusPending.current = true;
      updateViewOptions((viewOptions) => ({ ...viewOptions, selected: card.id }));
      zoomController.current?.reveal(card);
    },
    revealCard(card) {
      if (card === undefined || tree === undefined) return;
      lastActedCard.current = undefined;
      pendingReveal.current = card;
      updateViewOptions((viewOptions) => ({
        ...viewOptions,
        selected: card,
        exploration: withRevealedCard(tree, viewOptions.exploration, card),
      }));
    },
    toggleFold(card) {
      const shown = pictureIndex.card(card)?.layout.card;
      if (shown !== undefined && (pictureIndex.childrenOf(card).length > 0 || explored.hidden.has(card)))
        updateAtCard(card, (viewOptions) => toggleFold(viewOptions, shown));
    },
    toggleText: (card) => updateAtCard(card, (viewOptions) => toggleText(viewOptions, card)),
    focusBranch(card) {
      const shown = card === undefined ? undefined : explored.tree.cards.find(({ id }) => id === card);
      if (shown !== undefined) updateAtCard(shown.id, (viewOptions) => focusBranch(viewOptions, shown));
      else {
        isFocusPending.current = surface.current?.contains(document.activeElement) ?? false;
        updateViewOptions((viewOptions) => focusBranch(viewOptions, undefined));
      }
    },
    foldToDepth(depth) {
      lastActedCard.current = current;
      updateViewOptions((viewOptions) =>
        depth === undefined ? unfoldAll(viewOptions) : foldToDepth(viewOptions, unfoldedTree(session), depth),
      );
    },
  };
}
