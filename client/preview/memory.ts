/** How the page has left each map, kept from window to window. What it says of it is for the page alone to read. */
import type { Memento } from "vscode";

/** Where it is kept, and the maps most recently left, last. */
const KEY = "argmap.preview.left";
const MOST_MAPS = 200;
/** In characters of JSON. What is longer is not kept: all of it is written anew with each rest of the hand. */
const LONGEST = 20_000;

/** A map by its URI, and what was said of it. */
type Left = readonly [map: string, left: unknown];

export interface Memory {
  /** What was kept for a map; null where there is nothing. */
  left(map: string): unknown;
  /** Keeps it. What is too long to be kept leaves what was kept before. */
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
      if ((JSON.stringify(left) ?? "").length > LONGEST) return;
      const others = all.filter(([one]) => one !== map);
      const forgets = left === null || left === undefined;
      write(forgets ? others : [...others.slice(1 - MOST_MAPS), [map, left]]);
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

/** What a URI becomes when the file, or a folder that the file is in, is renamed; undefined where that is another one. */
export function renamedTo(uri: string, from: string, to: string): string | undefined {
  if (uri === from) return to;
  return uri.startsWith(`${from}/`) ? to + uri.slice(from.length) : undefined;
}

/** The store is what some version of this program has written: whatever is not as we write it is passed over. */
const read = (stored: unknown): readonly Left[] =>
  Array.isArray(stored) ? stored.filter((one): one is Left => Array.isArray(one) && typeof one[0] === "string") : [];
