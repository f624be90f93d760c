/** Shows the details of an entry after the mouse has rested on its card, or at a key. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { CardId } from "../../../server/core/tree/tree.ts";

export interface EntryPopoverState {
  readonly shownCard: CardId | undefined;
  /** Whether a key has opened it. It then has the focus, and the mouse does not close it. */
  readonly isOpenedByKey: boolean;
  /** Called with the card under the mouse, or undefined when there is none. */
  readonly onPointerOver: (card: CardId | undefined) => void;
  /** Called when the mouse enters the popover, which then stays open for reading and copying. */
  readonly keepOpen: () => void;
  readonly show: (card: CardId) => void;
  readonly hide: () => void;
}

/** Milliseconds. Long enough that a mouse that only passes over a card opens nothing. */
const HOVER_DELAY = 550;
/** Milliseconds. Long enough to move the mouse from the card to the popover. */
const HIDE_DELAY = 300;

/** Returns the card whose details are shown, and the handlers that show and hide them after a delay. */
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
