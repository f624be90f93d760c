/** What the user does to the cards of the picture, by mouse or key. */
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { revealing } from "../../../server/core/picture/explore.ts";
import type { PlacedCard } from "../../../server/core/picture/layout/treeLayout.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { cardIdAt, elementOf } from "../picture/cardElements.ts";
import { unfolded } from "../state/cursorMark.ts";
import type { Drawing } from "../state/pictureCache.ts";
import type { Session } from "../state/session.ts";
import { type Choice, focusOn, foldOrUnfold, foldTo, openOrCloseText, unfoldAll } from "../state/viewOptions.ts";
import type { Sight } from "../viewport/useViewport.ts";
import { besides } from "./focusFallback.ts";

interface Given {
  readonly session: Session;
  readonly drawing: Drawing;
  readonly sight: Sight;
  /** The card that the keys act on. */
  readonly current: CardId | undefined;
  readonly choose: (change: (choice: Choice) => Choice) => void;
  readonly onOpen: (card: CardId) => void;
  readonly onFound: (card: CardId | undefined) => void;
}

export interface Acting {
  /** Goes to the card's words in the text; where it only refers to another one, shows that one too. */
  readonly open: (card: CardId) => void;
  /** Makes it the card that the keys act on. */
  readonly goTo: (card: PlacedCard) => void;
  /** Shows a card wherever it is, unfolding what hides it, at a size that can be read; the keys stay where they are. */
  readonly uncover: (card: CardId | undefined) => void;
  readonly fold: (card: CardId) => void;
  readonly openText: (card: CardId) => void;
  /** Shows one branch alone; undefined: all. */
  readonly focusAt: (card: CardId | undefined) => void;
  /** Folds all but so many levels; undefined: unfolds all. */
  readonly foldTo: (levels: number | undefined) => void;
  /** Gives the keys back to the picture. */
  readonly returnTo: (card: CardId | undefined) => void;
}

export function useActing({ session, drawing, sight, current, choose, onOpen, onFound }: Given): Acting {
  const { tree } = session;
  const { plot, explored } = drawing;
  const { surface, view, acted } = sight;
  /** Whether the selected card is to get the keys, once it is in the document. */
  const wanting = useRef(false);
  const toReveal = useRef<CardId>(undefined);
  const returnTo = (card: CardId | undefined): void => {
    if (card !== undefined) elementOf(surface.current, card)?.focus({ preventScroll: true });
  };

  /** The card that last had the keys, in what was shown then. */
  const had = useRef<{ readonly card: CardId; readonly shown: Tree }>(undefined);

  /** Where the card that had the keys is gone, gives them to what takes its place. */
  const stayNear = (): void => {
    const card = cardIdAt(document.activeElement);
    if (card !== undefined) had.current = { card, shown: explored.tree };
    if (had.current === undefined || document.activeElement !== document.body || !document.hasFocus()) return;
    if (plot.card(had.current.card) !== undefined) return;
    const next = besides(had.current.shown, had.current.card, (one) => plot.card(one) !== undefined);
    had.current = undefined;
    returnTo(next);
  };
  const newest = useRef(stayNear);
  newest.current = stayNear;

  useLayoutEffect(() => {
    const card = plot.card(toReveal.current);
    if (card !== undefined) {
      toReveal.current = undefined;
      view.current?.approach(card);
    }
    if (wanting.current) {
      wanting.current = false;
      returnTo(session.choice.selected);
    }
    stayNear();
  });
  // The card may go while the user is in the text, as when something is undone there.
  useEffect(() => {
    const back = (): void => newest.current();
    window.addEventListener("focus", back);
    return () => window.removeEventListener("focus", back);
  }, []);

  const act = (card: CardId, change: (choice: Choice) => Choice): void => {
    acted.current = card;
    // What is drawn anew under the keys must not lose them.
    wanting.current ||= surface.current?.contains(document.activeElement) ?? false;
    choose((choice) => ({ ...change(choice), selected: card }));
  };

  return {
    returnTo,
    open(card) {
      acted.current = card;
      wanting.current = true;
      choose((choice) => ({ ...choice, selected: card }));
      const full = plot.card(plot.card(card)?.face.card.shows);
      onFound(full?.id);
      if (full) view.current?.reveal(full);
      onOpen(card);
    },
    goTo(card) {
      wanting.current = true;
      choose((choice) => ({ ...choice, selected: card.id }));
      view.current?.reveal(card);
    },
    uncover(card) {
      if (card === undefined || tree === undefined) return;
      acted.current = undefined;
      toReveal.current = card;
      choose((choice) => ({ ...choice, selected: card, exploration: revealing(tree, choice.exploration, card) }));
    },
    fold(card) {
      const { folded } = session.choice.exploration;
      if (plot.children(card).length > 0 || folded.has(card)) act(card, (choice) => foldOrUnfold(choice, card));
    },
    openText: (card) => act(card, (choice) => openOrCloseText(choice, card)),
    focusAt(card) {
      if (card !== undefined) act(card, (choice) => focusOn(choice, card));
      else {
        wanting.current = surface.current?.contains(document.activeElement) ?? false;
        choose((choice) => focusOn(choice, undefined));
      }
    },
    foldTo(levels) {
      acted.current = current;
      choose((choice) => (levels === undefined ? unfoldAll(choice) : foldTo(choice, unfolded(session), levels)));
    },
  };
}
