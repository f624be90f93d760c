/** The card whose whole entry is shown: after the mouse has rested on it for a moment, or when a key asks for it. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { CardId } from "../../../server/core/tree/tree.ts";

export interface EntryPopoverState {
  readonly shownCard: CardId | undefined;
  /** Whether a key has asked for it: it then has the keys, and stays whatever the mouse does beside it. */
  readonly isOpenedByKey: boolean;
  /** The mouse is over a card, or over none. */
  readonly onPointerOver: (card: CardId | undefined) => void;
  /** The mouse is on what is shown: that stays, so that it can be read and copied. */
  readonly keepOpen: () => void;
  readonly show: (card: CardId) => void;
  readonly hide: () => void;
}

/** Milliseconds: longer than a mouse takes that only passes. */
const HOVER_DELAY = 550;
/** Milliseconds that a mouse may take from the card to what is shown of it. */
const HIDE_DELAY = 300;

export function useEntryPopover(): EntryPopoverState {
  const [{ shownCard, isOpenedByKey }, setState] =
    useState<Pick<EntryPopoverState, "shownCard" | "isOpenedByKey">>(CLOSED);
  const pending = useRef<{ readonly card: CardId | undefined; readonly timers: readonly number[] }>(undefined);
  const cancelPending = (): void => {
    for (const timer of pending.current?.timers ?? []) clearTimeout(timer);
    pending.current = undefined;
  };
  useEffect(() => cancelPending, []);
  return {
    shownCard,
    isOpenedByKey,
    onPointerOver(card) {
      if (isOpenedByKey || (pending.current !== undefined && pending.current.card === card)) return;
      cancelPending();
      const timers: number[] = [];
      if (shownCard !== undefined && shownCard !== card)
        timers.push(window.setTimeout(() => setState(CLOSED), HIDE_DELAY));
      if (card !== undefined && shownCard !== card)
        timers.push(window.setTimeout(() => setState({ shownCard: card, isOpenedByKey: false }), HOVER_DELAY));
      pending.current = { card, timers };
    },
    keepOpen: cancelPending,
    show(card) {
      cancelPending();
      setState({ shownCard: card, isOpenedByKey: true });
    },
    hide() {
      cancelPending();
      setState(CLOSED);
    },
  };
}

const CLOSED = { shownCard: undefined, isOpenedByKey: false } as const;
