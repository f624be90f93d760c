/** The card whose whole entry is shown: after the mouse has rested on it for a moment, or when a key asks for it. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { CardId } from "../../../server/core/tree/tree.ts";

export interface Hover {
  readonly shown: CardId | undefined;
  /** Whether a key has asked for it: it then has the keys, and stays whatever the mouse does beside it. */
  readonly byKey: boolean;
  /** The mouse is over a card, or over none. */
  readonly over: (card: CardId | undefined) => void;
  /** The mouse is on what is shown: that stays, so that it can be read and copied. */
  readonly stay: () => void;
  readonly show: (card: CardId) => void;
  readonly hide: () => void;
}

/** Milliseconds: longer than a mouse takes that only passes. */
const delay = 550;
/** Milliseconds that a mouse may take from the card to what is shown of it. */
const grace = 300;

export function useHover(): Hover {
  const [{ shown, byKey }, setShown] = useState<Pick<Hover, "shown" | "byKey">>(nothing);
  const resting = useRef<{ readonly card: CardId | undefined; readonly timers: readonly number[] }>(undefined);
  const stop = (): void => {
    for (const timer of resting.current?.timers ?? []) clearTimeout(timer);
    resting.current = undefined;
  };
  useEffect(() => stop, []);
  return {
    shown,
    byKey,
    over(card) {
      if (byKey || (resting.current !== undefined && resting.current.card === card)) return;
      stop();
      const timers: number[] = [];
      if (shown !== undefined && shown !== card) timers.push(window.setTimeout(() => setShown(nothing), grace));
      if (card !== undefined && shown !== card)
        timers.push(window.setTimeout(() => setShown({ shown: card, byKey: false }), delay));
      resting.current = { card, timers };
    },
    stay: stop,
    show(card) {
      stop();
      setShown({ shown: card, byKey: true });
    },
    hide() {
      stop();
      setShown(nothing);
    },
  };
}

const nothing = { shown: undefined, byKey: false } as const;
