/** Stores the view state of each map (zoom, folding, …) in the workspace state. Only the page reads its content. */
import type { Memento } from "vscode";

/** The key must not change: users have stored states under it. */
const STORAGE_KEY = "argmap.preview.left";
const MAX_MAPS = 200;
/**
 * In characters of JSON. The whole store is rewritten after each interaction, and VS Code warns above half a million
 * characters. A map of 1,000 cards with every branch folded takes about 35,000.
 */
const MAX_STATE_LENGTH = 100_000;
const MAX_TOTAL_LENGTH = 400_000;

/** The URI of a map with its view state. The list is sorted from the least to the most recently used map. */
type StoredView = readonly [map: string, state: unknown];

export interface ViewStateStore {
  /** The stored state of a map, or null. */
  get(map: string): unknown;
  /** Stores a state. Drops the long fields of a state that is too long, and the least recently used maps if necessary. */
  save(map: string, state: unknown): void;
  /** A file or folder was renamed. */
  handleRename(from: string, to: string): void;
}

/** Creates the store on top of VS Code's workspace state. */
export function createViewStateStore(store: Pick<Memento, "get" | "update">): ViewStateStore {
  let storedViews = parseStored(store.get<unknown>(STORAGE_KEY));
  const write = (next: readonly StoredView[]): void => {
    storedViews = next;
    void store.update(STORAGE_KEY, next);
  };
  return {
    get: (map) => storedViews.find(([uri]) => uri === map)?.[1] ?? null,
    save(map, state) {
      const others = storedViews.filter(([uri]) => uri !== map);
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
      // If the renamed file replaces another one, it keeps its own state.
      const remaining = storedViews.filter(([map]) => newUris.get(map) !== undefined || !targets.has(map));
      write(remaining.map(([map, state]): StoredView => [newUris.get(map) ?? map, state]));
    },
  };
}

const lengthOf = (value: unknown): number => (JSON.stringify(value) ?? "").length;

/** Only the lists of folded or expanded cards get long. Keeps the other fields, such as the zoom. */
const dropLongFields = (state: unknown): unknown =>
  typeof state !== "object" || state === null || Array.isArray(state)
    ? null
    : Object.fromEntries(Object.entries(state).filter(([, value]) => lengthOf(value) < MAX_STATE_LENGTH / 10));

/** The most recently used states that fit the limits; always includes the last one. */
function keepNewest(all: readonly StoredView[]): readonly StoredView[] {
  let length = 0;
  const from = all.slice(-MAX_MAPS).findLastIndex((view) => {
    length += lengthOf(view);
    return length > MAX_TOTAL_LENGTH;
  });
  return all.slice(-MAX_MAPS).slice(from + 1);
}

/** The URI of a file after it, or a folder that contains it, was renamed. Undefined if the rename does not affect it. */
export function uriAfterRename(uri: string, from: string, to: string): string | undefined {
  if (uri === from) return to;
  return uri.startsWith(`${from}/`) ? to + uri.slice(from.length) : undefined;
}

/** Parses what any version of the extension may have stored. Skips invalid items. */
const parseStored = (stored: unknown): readonly StoredView[] =>
  Array.isArray(stored)
    ? stored.filter((view): view is StoredView => Array.isArray(view) && typeof view[0] === "string")
    : [];
