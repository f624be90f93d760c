/** What the user does to the cards of the picture, by mouse or key. */
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { withRevealedCard } from "../../../server/core/picture/explore.ts";
import type { PlacedCard } from "../../../server/core/picture/model.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { cardElement, cardIdAt } from "../picture/cardElements.ts";
import { unfoldedTree } from "../state/cursorMark.ts";
import type { RenderedPicture } from "../state/pictureCache.ts";
import type { PageSession } from "../state/session.ts";
import { focusBranch, foldToDepth, toggleFold, toggleText, unfoldAll, type ViewOptions } from "../state/viewOptions.ts";
import type { Viewport } from "../viewport/useViewport.ts";
import { nextFocus } from "./focusFallback.ts";

interface CardActionsOptions {
  readonly session: PageSession;
  readonly rendered: RenderedPicture;
  readonly viewport: Viewport;
  /** The card that the keys act on. */
  readonly current: CardId | undefined;
  readonly updateViewOptions: (change: (viewOptions: ViewOptions) => ViewOptions) => void;
  readonly onOpen: (card: CardId) => void;
  readonly onReferenceFollowed: (card: CardId | undefined) => void;
}

export interface CardActions {
  /** Goes to the card's words in the text; where it only refers to another one, shows that one too. */
  readonly openInEditor: (card: CardId) => void;
  /** Makes it the card that the keys act on. */
  readonly selectCard: (card: PlacedCard) => void;
  /** Shows a card wherever it is, unfolding what hides it, at a size that can be read; the keys stay where they are. */
  readonly revealCard: (card: CardId | undefined) => void;
  readonly toggleFold: (card: CardId) => void;
  readonly toggleText: (card: CardId) => void;
  /** Shows one branch alone; undefined: all. */
  readonly focusBranch: (card: CardId | undefined) => void;
  /** Folds all but so many levels; undefined: unfolds all. */
  readonly foldToDepth: (depth: number | undefined) => void;
  /** Gives the keys back to the picture. */
  readonly focusCard: (card: CardId | undefined) => void;
}

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
  /** Whether the selected card is to get the keys, once it is in the document. */
  const isFocusPending = useRef(false);
  const pendingReveal = useRef<CardId>(undefined);
  const focusCard = (card: CardId | undefined): void => {
    if (card !== undefined) cardElement(surface.current, card)?.focus({ preventScroll: true });
  };

  /** The card that last had the keys, in what was shown then. */
  const lastFocused = useRef<{ readonly card: CardId; readonly shown: Tree }>(undefined);

  /** Where the card that had the keys is gone, gives them to what takes its place. */
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
  const latestRestoreFocus = useRef(restoreFocus);
  latestRestoreFocus.current = restoreFocus;

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
  // The card may go while the user is in the text, as when something is undone there.
  useEffect(() => {
    const onWindowFocus = (): void => latestRestoreFocus.current();
    window.addEventListener("focus", onWindowFocus);
    return () => window.removeEventListener("focus", onWindowFocus);
  }, []);

  const updateAtCard = (card: CardId, change: (viewOptions: ViewOptions) => ViewOptions): void => {
    lastActedCard.current = card;
    // What is drawn anew under the keys must not lose them.
    isFocusPending.current ||= surface.current?.contains(document.activeElement) ?? false;
    updateViewOptions((viewOptions) => ({ ...change(viewOptions), selected: card }));
  };

  return {
    focusCard,
    openInEditor(card) {
      lastActedCard.current = card;
      isFocusPending.current = true;
      updateViewOptions((viewOptions) => ({ ...viewOptions, selected: card }));
      const referencedCard = pictureIndex.card(pictureIndex.card(card)?.layout.card.shows);
      onReferenceFollowed(referencedCard?.id);
      if (referencedCard) zoomController.current?.reveal(referencedCard);
      onOpen(card);
    },
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
      const { folded } = session.viewOptions.exploration;
      if (pictureIndex.childrenOf(card).length > 0 || folded.has(card))
        updateAtCard(card, (viewOptions) => toggleFold(viewOptions, card));
    },
    toggleText: (card) => updateAtCard(card, (viewOptions) => toggleText(viewOptions, card)),
    focusBranch(card) {
      if (card !== undefined) updateAtCard(card, (viewOptions) => focusBranch(viewOptions, card));
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
