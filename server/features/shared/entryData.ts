/** Which entry an answer was about, when a client comes back with a part of it. */
import * as v from "valibot";
import type { Entry, EntryId } from "../../core/language/entry.ts";
import { fileOf } from "../../core/language/map.ts";
import { normaliseUri } from "../../workspace/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";

const entryDataSchema = v.object({ uri: v.string(), id: v.number() });

/** What tells an entry in `data`, which goes to the client and comes back as it was. */
export interface EntryData {
  readonly uri: string;
  readonly id: number;
}

export const entryData = (entry: Entry): EntryData => ({ uri: fileOf(entry).uri, id: entry.id });

/** The entry that came back; undefined where it is gone, or where this is none of ours. */
export function entryFromData(workspace: Workspace, data: unknown): Entry | undefined {
  const parsed = v.safeParse(entryDataSchema, data);
  if (!parsed.success) return undefined;
  const { uri, id } = parsed.output;
  // The client was told of the file as it writes it. And only a number that was given out is found again.
  return workspace.get(normaliseUri(uri))?.file.syntax.entries.get(id as EntryId);
}
