/** How the page has left each map, kept from window to window. What it says of it is for the page alone to read. */
import type { Memento } from "vscode";

/** Where it is kept, and the maps most recently left, last. */
const STORAGE_KEY = "argmap.preview.left";
const MAX_MAPS = 200;
/**
 * In characters of JSON: all of it is written anew with each rest of the hand, and VS Code warns of more than half a
 * million. A map of 1,000 boxes with every branch folded takes about 35,000.
 */
const MAX_STATE_LENGTH = 100_000;
const MAX_TOTAL_LENGTH = 400_000;

/** A map by its URI, and what was said of it. */
type StoredView = readonly [map: string, left: unknown];

export interface ViewStateStore {
  /** What was kept for a map; null where there is nothing. */
  get(map: string): unknown;
  /** Keeps it. What is too long is kept without its long parts; for what is long, more of the maps left long ago are forgotten. */
  save(map: string, state: unknown): void;
  /** A file or folder has another name now. */
  handleRename(from: string, to: string): void;
}

/** The memory in a store of VS Code's, which holds what an earlier window has put there. */
export function createViewStateStore(store: Pick<Memento, "get" | "update">): ViewStateStore {
  let storedViews = parseStored(store.get<unknown>(STORAGE_KEY));
  const write = (next: readonly StoredView[]): void => {
    storedViews = next;
    void store.update(STORAGE_KEY, next);
  };
  return {
    get: (map) => storedViews.find(([one]) => one === map)?.[1] ?? null,
    save(map, state) {
      const others = storedViews.filter(([one]) => one !== map);
      const isEmpty = state === null || state === undefined;
      write(
        isEmpty
          ? others
          : keepNewest([...others, [map, lengthOf(state) > MAX_STATE_LENGTH ? dropLongFields(state) : state]]),
      );
    },
    handleRename(from, to) {
      const newUris = new Map(storedViews.map(([map]) => [map, uriAfterRename(map, from, to)]));
      const targets = new Set(newUris.values());
      if ([...targets].every((map) => map === undefined)) return;
      // A file that has taken the place of another one counts as itself.
      const remaining = storedViews.filter(([map]) => newUris.get(map) !== undefined || !targets.has(map));
      write(remaining.map(([map, state]): StoredView => [newUris.get(map) ?? map, state]));
    },
  };
}

const lengthOf = (value: unknown): number => (JSON.stringify(value) ?? "").length;

/** Long is only what is folded or opened; what else the page says of a map is worth keeping without them. */
const dropLongFields = (state: unknown): unknown =>
  typeof state !== "object" || state === null || Array.isArray(state)
    ? null
    : Object.fromEntries(Object.entries(state).filter(([, value]) => lengthOf(value) < MAX_STATE_LENGTH / 10));

/** As many of the last as can be kept; the last one in any case. */
function keepNewest(all: readonly StoredView[]): readonly StoredView[] {
  let length = 0;
  const from = all.slice(-MAX_MAPS).findLastIndex((one) => {
    length += lengthOf(one);
    return length > MAX_TOTAL_LENGTH;
  });
  return all.slice(-MAX_MAPS).slice(from + 1);
}

/** What a URI becomes when the file, or a folder that the file is in, is renamed; undefined where that is another one. */
export function uriAfterRename(uri: string, from: string, to: string): string | undefined {
  if (uri === from) return to;
  return uri.startsWith(`${from}/`) ? to + uri.slice(from.length) : undefined;
}

/** The store is what some version of this program has written: whatever is not as we write it is passed over. */
const parseStored = (stored: unknown): readonly StoredView[] =>
  Array.isArray(stored)
    ? stored.filter((one): one is StoredView => Array.isArray(one) && typeof one[0] === "string")
    : [];
