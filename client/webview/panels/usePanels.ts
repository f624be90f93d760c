/** Which panels are open – search, filter, quotes, entry details, help – and how they open and close. */
import { useState } from "preact/hooks";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import type { CardActions } from "../input/useCardActions.ts";
import type { PictureIndex } from "../state/pictureIndex.ts";
import { type EntryPopoverState, useEntryPopover } from "./useEntryPopover.ts";
import { type FindState, useFind } from "./useFind.ts";

interface UsePanelsOptions {
  readonly tree: Tree;
  readonly pictureIndex: PictureIndex;
  readonly cardActions: CardActions;
  /** The selected card. It takes the focus when a panel closes. */
  readonly current: CardId | undefined;
}

export interface Panels {
  readonly find: FindState;
  readonly entryPopover: EntryPopoverState;
  /** The card whose quotes are shown. */
  readonly quotesCard: CardId | undefined;
  readonly isFilterOpen: boolean;
  readonly isHelpOpen: boolean;
  /** Goes to the next or previous hit. Opens the search if it is closed. */
  readonly stepFind: (direction: 1 | -1) => void;
  readonly closeFind: () => void;
  readonly openFilter: () => void;
  readonly closeFilter: () => void;
  readonly setHelpOpen: (isOpen: boolean) => void;
  readonly openQuotes: (card: CardId) => void;
  readonly closeQuotes: () => void;
  /** Opens the details of a card's entry, or closes them. */
  readonly toggleEntry: (card: CardId) => void;
  /** Closes the topmost panel. Returns false when none is open. */
  readonly closeLast: () => boolean;
}

/** Returns which panels are open. A panel that closes gives the focus back to a card. */
export function usePanels({ tree, pictureIndex, cardActions, current }: UsePanelsOptions): Panels {
  const find = useFind(tree);
  const entryPopover = useEntryPopover();
  const [quotesCard, setQuotesCard] = useState<CardId>();
  const [isFilterOpen, setFilterOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);

  const closeFind = (): void => {
    find.close();
    cardActions.focusCard(current);
  };
  const closeFilter = (): void => {
    setFilterOpen(false);
    cardActions.focusCard(current);
  };
  const closeQuotes = (): void => {
    setQuotesCard(undefined);
    cardActions.focusCard(quotesCard);
  };
  const closeEntry = (): void => {
    entryPopover.hide();
    if (entryPopover.isOpenedByKey) cardActions.focusCard(entryPopover.shownCard);
  };

  return {
    find,
    entryPopover,
    quotesCard,
    isFilterOpen,
    isHelpOpen,
    stepFind(direction) {
      if (find.isOpen) cardActions.revealCard(find.step(direction, current));
      else find.open();
    },
    closeFind,
    openFilter: () => setFilterOpen(true),
    closeFilter,
    setHelpOpen,
    openQuotes(card) {
      if (!pictureIndex.card(card)?.layout.quotes) return;
      entryPopover.hide();
      setQuotesCard(card);
    },
    closeQuotes,
    toggleEntry(card) {
      if (entryPopover.isOpenedByKey && entryPopover.shownCard === card) closeEntry();
      else entryPopover.show(card);
    },
    closeLast() {
      if (entryPopover.shownCard !== undefined) closeEntry();
      else if (quotesCard !== undefined) closeQuotes();
      else if (isFilterOpen) closeFilter();
      else if (find.isOpen) closeFind();
      else return false;
      return true;
    },
  };
}
