/** Identifies the entry of a lens, completion item or call hierarchy item when the client sends it back to be resolved. */
import * as v from "valibot";
import type { Entry, EntryId } from "../../core/language/entry.ts";
import { fileOf } from "../../core/language/map.ts";
import { normalizeUri } from "../../workspace/files/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";

const entryDataSchema = v.object({ uri: v.string(), id: v.number() });

/** Identifies an entry in the `data` property, which clients return unchanged. */
export interface EntryData {
  readonly uri: string;
  readonly id: number;
}

/** The `data` from which `entryFromData` finds an entry again. */
export const entryData = (entry: Entry): EntryData => ({ uri: fileOf(entry).uri, id: entry.id });

/** The entry that `data` identifies; undefined if the entry was removed or `data` is not from `entryData`. */
export function entryFromData(workspace: Workspace, data: unknown): Entry | undefined {
  const parsed = v.safeParse(entryDataSchema, data);
  if (!parsed.success) return undefined;
  const { uri, id } = parsed.output;
  // The client may have received the URI in its own spelling. The cast is safe: an unknown number finds no entry.
  return workspace.get(normalizeUri(uri))?.file.syntax.entries.get(id as EntryId);
}
