/** Tells clicks on cards apart: the first, one on the card that was clicked before, and a double click. */
import type { CardId } from "../../../server/core/tree/tree.ts";

/** Handles clicks on cards. */
export interface CardClickHandlers {
  /** Selects a card and keeps the focus in the picture. */
  readonly select: (card: CardId) => void;
  /** Goes to the text of a card. */
  readonly open: (card: CardId) => void;
  /** Handles a double click. */
  readonly doubleClick: (card: CardId) => void;
  readonly isSelected: (card: CardId) => boolean;
}

export interface CardClicks {
  /** Handles a click. `count` is its number in a series of quick clicks, from 1. */
  click(card: CardId, count: number): void;
  doubleClick(card: CardId): void;
  /** Forgets the last click, because the focus has left the page. The next one only selects. */
  reset(): void;
}

/**
 * Milliseconds that a click on the selected card waits, because it may be the first of a double click. Going to the text
 * moves the focus, so it cannot be taken back.
 */
export const DOUBLE_CLICK_TIME = 400;

/** Returns the state of the clicks on cards. `handlers` returns the current handlers. */
export function createCardClicks(handlers: () => CardClickHandlers): CardClicks {
  /** The card of the last click, while the focus has stayed in the page. */
  let lastClicked: CardId | undefined;
  let pendingOpen: ReturnType<typeof setTimeout> | undefined;
  return {
    click(card, count) {
      if (count > 1) return;
      clearTimeout(pendingOpen);
      const { isSelected, select } = handlers();
      const isSecondClick = lastClicked === card && isSelected(card);
      lastClicked = card;
      if (isSecondClick) pendingOpen = setTimeout(() => handlers().open(card), DOUBLE_CLICK_TIME);
      else select(card);
    },
    doubleClick(card) {
      clearTimeout(pendingOpen);
      // The first click can have changed the layout, so that the second one hits another card.
      if (card === lastClicked) handlers().doubleClick(card);
    },
    reset() {
      clearTimeout(pendingOpen);
      lastClicked = undefined;
    },
  };
}
