/** The search. Its hits stay up to date while the map changes. */
import { useMemo, useState } from "preact/hooks";
import { findCards } from "../../../server/core/picture/find.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";

export interface FindState {
  readonly isOpen: boolean;
  readonly query: string;
  readonly hits: readonly CardId[];
  /** The hit that the user has stepped to, while it is still a hit. */
  readonly currentHit: CardId | undefined;
  /** Increases at each `open`, so that the search bar takes the focus again. */
  readonly focusCount: number;
  readonly open: () => void;
  readonly close: () => void;
  readonly setQuery: (query: string) => void;
  /**
   * Steps to the next or previous hit and returns it, or undefined when there are no hits. Wraps around at the ends. The first
   * step starts at the card `from`.
   */
  readonly step: (direction: 1 | -1, from: CardId | undefined) => CardId | undefined;
}

const NO_HITS: readonly CardId[] = [];

/** Returns the hits for the query in this tree, and the functions that change the query and step through the hits. */
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

/** Returns the first hit at or after a card in tree order, or with direction -1 the last hit before it. Wraps around. */
function nearestHit(
  tree: Tree,
  hits: readonly CardId[],
  direction: 1 | -1,
  from: CardId | undefined,
): CardId | undefined {
  const positions = new Map(tree.positions.map(({ card }, index) => [card, index]));
  const fromPosition = from === undefined ? -1 : (positions.get(from) ?? -1);
  const positionOf = (hit: CardId): number => positions.get(hit) ?? 0;
  if (direction === 1) return hits.find((hit) => positionOf(hit) >= fromPosition) ?? hits[0];
  return hits.findLast((hit) => positionOf(hit) < fromPosition) ?? hits.at(-1);
}
