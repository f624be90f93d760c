/** A search that goes on while the map changes and the user walks about. */
import { useMemo, useState } from "preact/hooks";
import { findCards } from "../../../server/core/picture/find.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";

export interface FindState {
  readonly isOpen: boolean;
  readonly query: string;
  readonly hits: readonly CardId[];
  /** The one at which the user is, if it is one still. */
  readonly currentHit: CardId | undefined;
  /** Grows each time the user asks to find. */
  readonly focusCount: number;
  readonly open: () => void;
  readonly close: () => void;
  readonly setQuery: (query: string) => void;
  /** Goes on from where the user is, and around; undefined where there is nothing. */
  readonly step: (direction: 1 | -1, from: CardId | undefined) => CardId | undefined;
}

const NO_HITS: readonly CardId[] = [];

export function useFind(tree: Tree): FindState {
  const [focusCount, setFocusCount] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const [query, setQueryState] = useState("");
  const [lastHit, setLastHit] = useState<CardId>();
  const hits = useMemo(() => (isOpen ? findCards(tree, query) : NO_HITS), [tree, query, isOpen]);
  const currentHit = lastHit !== undefined && hits.includes(lastHit) ? lastHit : undefined;
  return {
    isOpen,
    query,
    hits,
    currentHit,
    focusCount,
    open() {
      setOpen(true);
      setFocusCount(focusCount + 1);
    },
    close() {
      setOpen(false);
      setLastHit(undefined);
    },
    setQuery(newQuery) {
      setQueryState(newQuery);
      setLastHit(undefined);
    },
    step(direction, from) {
      const next =
        currentHit === undefined
          ? nearestHit(tree, hits, direction, from)
          : hits.at((hits.indexOf(currentHit) + direction) % hits.length);
      setLastHit(next);
      return next;
    },
  };
}

/** The first hit at or after a card in the order of the tree, or the last one before it. */
function nearestHit(
  tree: Tree,
  hits: readonly CardId[],
  direction: 1 | -1,
  from: CardId | undefined,
): CardId | undefined {
  const positions = new Map(tree.places.map(({ card }, index) => [card, index]));
  const fromPosition = from === undefined ? -1 : (positions.get(from) ?? -1);
  const positionOf = (hit: CardId): number => positions.get(hit) ?? 0;
  if (direction === 1) return hits.find((hit) => positionOf(hit) >= fromPosition) ?? hits[0];
  return hits.findLast((hit) => positionOf(hit) < fromPosition) ?? hits.at(-1);
}
