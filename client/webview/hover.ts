/** The card whose whole entry is shown: after the mouse has rested on it for a moment, or when a key asks for it. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { CardId } from "../../server/language/tree.ts";

export interface Hover {
  readonly shown: CardId | undefined;
  /** The mouse is over a card, or over none. */
  readonly over: (card: CardId | undefined) => void;
  readonly show: (card: CardId) => void;
  readonly hide: () => void;
}

/** Milliseconds: longer than a mouse takes that only passes. */
const delay = 550;

export function useHover(): Hover {
  const [shown, setShown] = useState<CardId>();
  const resting = useRef<{ readonly card: CardId | undefined; readonly timer: number }>(undefined);
  const stop = (): void => {
    clearTimeout(resting.current?.timer);
    resting.current = undefined;
  };
  useEffect(() => stop, []);
  return {
    shown,
    over(card) {
      if (resting.current?.card === card) return;
      stop();
      if (shown !== card) setShown(undefined);
      resting.current = { card, timer: window.setTimeout(() => setShown(card), delay) };
    },
    show(card) {
      stop();
      setShown(card);
    },
    hide() {
      stop();
      setShown(undefined);
    },
  };
}
