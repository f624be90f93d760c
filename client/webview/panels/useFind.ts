/** A search that goes on while the map changes and the user walks about. */
import { useMemo, useState } from "preact/hooks";
import { find } from "../../../server/core/picture/find.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";

export interface Finding {
  readonly isOpen: boolean;
  readonly words: string;
  readonly hits: readonly CardId[];
  /** The one at which the user is, if it is one still. */
  readonly hit: CardId | undefined;
  /** Grows each time the user asks to find. */
  readonly asked: number;
  readonly open: () => void;
  readonly close: () => void;
  readonly look: (words: string) => void;
  /** Goes on from where the user is, and around; undefined where there is nothing. */
  readonly step: (by: 1 | -1, from: CardId | undefined) => CardId | undefined;
}

const none: readonly CardId[] = [];

export function useFinding(tree: Tree): Finding {
  const [asked, setAsked] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState("");
  const [at, setAt] = useState<CardId>();
  const hits = useMemo(() => (isOpen ? find(tree, words) : none), [tree, words, isOpen]);
  const hit = at !== undefined && hits.includes(at) ? at : undefined;
  return {
    isOpen,
    words,
    hits,
    hit,
    asked,
    open() {
      setOpen(true);
      setAsked(asked + 1);
    },
    close() {
      setOpen(false);
      setAt(undefined);
    },
    look(next) {
      setWords(next);
      setAt(undefined);
    },
    step(by, from) {
      const next = hit === undefined ? nearest(tree, hits, by, from) : hits.at((hits.indexOf(hit) + by) % hits.length);
      setAt(next);
      return next;
    },
  };
}

/** The first hit at or after a card in the order of the tree, or the last one before it. */
function nearest(tree: Tree, hits: readonly CardId[], by: 1 | -1, from: CardId | undefined): CardId | undefined {
  const order = new Map(tree.places.map(({ card }, index) => [card, index]));
  const here = from === undefined ? -1 : (order.get(from) ?? -1);
  const placeOf = (hit: CardId): number => order.get(hit) ?? 0;
  if (by === 1) return hits.find((hit) => placeOf(hit) >= here) ?? hits[0];
  return hits.findLast((hit) => placeOf(hit) < here) ?? hits.at(-1);
}
