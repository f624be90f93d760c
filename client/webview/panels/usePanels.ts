/** What is open beside the picture or over it: search, filter, quotes, a whole entry, help; and how each is closed again. */
import { useState } from "preact/hooks";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import type { Acting } from "../input/useCardActions.ts";
import type { Plot } from "../state/pictureIndex.ts";
import { type Hover, useHover } from "./useEntryPopover.ts";
import { type Finding, useFinding } from "./useFind.ts";

interface Given {
  readonly tree: Tree;
  readonly plot: Plot;
  readonly acting: Acting;
  /** The card that the keys act on; it gets them back when something is closed. */
  readonly current: CardId | undefined;
}

export interface Open {
  readonly finding: Finding;
  readonly hover: Hover;
  /** The card whose quotes are read. */
  readonly reading: CardId | undefined;
  readonly filtering: boolean;
  readonly helping: boolean;
  /** Goes to the next or the last hit; opens the search where it is not open. */
  readonly findOn: (by: 1 | -1) => void;
  readonly closeFinding: () => void;
  readonly filter: () => void;
  readonly closeFilter: () => void;
  readonly help: (shows: boolean) => void;
  readonly readQuotes: (card: CardId) => void;
  readonly closeQuotes: () => void;
  /** Shows a whole entry, or closes it. */
  readonly entry: (card: CardId) => void;
  /** Closes what has been opened last, as far as one can tell; false where nothing is open. */
  readonly close: () => boolean;
}

export function useOpen({ tree, plot, acting, current }: Given): Open {
  const finding = useFinding(tree);
  const hover = useHover();
  const [reading, setReading] = useState<CardId>();
  const [filtering, setFiltering] = useState(false);
  const [helping, setHelping] = useState(false);

  const closeFinding = (): void => {
    finding.close();
    acting.returnTo(current);
  };
  const closeFilter = (): void => {
    setFiltering(false);
    acting.returnTo(current);
  };
  const closeQuotes = (): void => {
    setReading(undefined);
    acting.returnTo(reading);
  };
  const closeEntry = (): void => {
    hover.hide();
    if (hover.byKey) acting.returnTo(hover.shown);
  };

  return {
    finding,
    hover,
    reading,
    filtering,
    helping,
    findOn(by) {
      if (finding.isOpen) acting.uncover(finding.step(by, current));
      else finding.open();
    },
    closeFinding,
    filter: () => setFiltering(true),
    closeFilter,
    help: setHelping,
    readQuotes(card) {
      if (!plot.card(card)?.face.quotes) return;
      hover.hide();
      setReading(card);
    },
    closeQuotes,
    entry(card) {
      if (hover.byKey && hover.shown === card) closeEntry();
      else hover.show(card);
    },
    close() {
      if (hover.shown !== undefined) closeEntry();
      else if (reading !== undefined) closeQuotes();
      else if (filtering) closeFilter();
      else if (finding.isOpen) closeFinding();
      else return false;
      return true;
    },
  };
}
