/** How the page has left each map, kept from window to window. What it says of it is for the page alone to read. */
import type { Memento } from "vscode";

/** Where it is kept, and the maps most recently left, last. */
const KEY = "argmap.preview.left";
const MOST_MAPS = 200;
/**
 * In characters of JSON: all of it is written anew with each rest of the hand, and VS Code warns of more than half a
 * million. A map of 1,000 boxes with every branch folded takes about 35,000.
 */
const LONGEST = 100_000;
const LONGEST_ALL = 400_000;

/** A map by its URI, and what was said of it. */
type Left = readonly [map: string, left: unknown];

export interface Memory {
  /** What was kept for a map; null where there is nothing. */
  left(map: string): unknown;
  /** Keeps it. What is too long is kept without its long parts; for what is long, more of the maps left long ago are forgotten. */
  keep(map: string, left: unknown): void;
  /** A file or folder has another name now. */
  renamed(from: string, to: string): void;
}

/** The memory in a store of VS Code's, which holds what an earlier window has put there. */
export function createMemory(store: Pick<Memento, "get" | "update">): Memory {
  let all = read(store.get<unknown>(KEY));
  const write = (now: readonly Left[]): void => {
    all = now;
    void store.update(KEY, now);
  };
  return {
    left: (map) => all.find(([one]) => one === map)?.[1] ?? null,
    keep(map, left) {
      const others = all.filter(([one]) => one !== map);
      const forgets = left === null || left === undefined;
      write(forgets ? others : newest([...others, [map, lengthOf(left) > LONGEST ? withoutLong(left) : left]]));
    },
    renamed(from, to) {
      const moved = new Map(all.map(([map]) => [map, renamedTo(map, from, to)]));
      const arrived = new Set(moved.values());
      if ([...arrived].every((map) => map === undefined)) return;
      // A file that has taken the place of another one counts as itself.
      const stayed = all.filter(([map]) => moved.get(map) !== undefined || !arrived.has(map));
      write(stayed.map(([map, left]): Left => [moved.get(map) ?? map, left]));
    },
  };
}

const lengthOf = (value: unknown): number => (JSON.stringify(value) ?? "").length;

/** Long is only what is folded or opened; what else the page says of a map is worth keeping without them. */
const withoutLong = (left: unknown): unknown =>
  typeof left !== "object" || left === null || Array.isArray(left)
    ? null
    : Object.fromEntries(Object.entries(left).filter(([, value]) => lengthOf(value) < LONGEST / 10));

/** As many of the last as can be kept; the last one in any case. */
function newest(all: readonly Left[]): readonly Left[] {
  let length = 0;
  const from = all.slice(-MOST_MAPS).findLastIndex((one) => {
    length += lengthOf(one);
    return length > LONGEST_ALL;
  });
  return all.slice(-MOST_MAPS).slice(from + 1);
}

/** What a URI becomes when the file, or a folder that the file is in, is renamed; undefined where that is another one. */
export function renamedTo(uri: string, from: string, to: string): string | undefined {
  if (uri === from) return to;
  return uri.startsWith(`${from}/`) ? to + uri.slice(from.length) : undefined;
}

/** The store is what some version of this program has written: whatever is not as we write it is passed over. */
const read = (stored: unknown): readonly Left[] =>
  Array.isArray(stored) ? stored.filter((one): one is Left => Array.isArray(one) && typeof one[0] === "string") : [];
