/** What is open beside the picture or over it: search, filter, quotes, a whole entry, help; and how each is closed again. */
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
  /** The card that the keys act on; it gets them back when something is closed. */
  readonly current: CardId | undefined;
}

export interface Panels {
  readonly find: FindState;
  readonly entryPopover: EntryPopoverState;
  /** The card whose quotes are read. */
  readonly quotesCard: CardId | undefined;
  readonly isFilterOpen: boolean;
  readonly isHelpOpen: boolean;
  /** Goes to the next or the last hit; opens the search where it is not open. */
  readonly stepFind: (direction: 1 | -1) => void;
  readonly closeFind: () => void;
  readonly openFilter: () => void;
  readonly closeFilter: () => void;
  readonly setHelpOpen: (isOpen: boolean) => void;
  readonly openQuotes: (card: CardId) => void;
  readonly closeQuotes: () => void;
  /** Shows a whole entry, or closes it. */
  readonly toggleEntry: (card: CardId) => void;
  /** Closes what has been opened last, as far as one can tell; false where nothing is open. */
  readonly closeLast: () => boolean;
}

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
    setHelpOpen: setHelpOpen,
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
