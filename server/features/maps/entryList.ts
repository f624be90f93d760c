import { plainText } from "../../core/language/entry.ts";
import { truncate } from "../../core/strings/truncate.ts";
import { countedEntries } from "../../core/tree/countedEntries.ts";
import { entryGroups, isInGroup } from "../../core/tree/entryCounts.ts";
import type { EntriesResult } from "../../protocol/maps.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { citingKindOf } from "../articles/shared/citations.ts";
import { nameLocation } from "../shared/ranges.ts";

const MAX_TEXT_LENGTH = 120;

/** Returns the entries that the status bar counts, by group. */
export function entryList(workspace: Workspace, uri: string): EntriesResult {
  const file = workspace.get(uri)?.file;
  const counted = file === undefined ? [] : countedEntries(file);
  return entryGroups.map((group) => ({
    group,
    entries: counted.flatMap((one) => {
      const kind = citingKindOf(one.entry);
      if (kind === undefined || !isInGroup(one, group)) return [];
      return [{ ...nameLocation(one.entry), kind, text: truncate(plainText(one.entry), MAX_TEXT_LENGTH) }];
    }),
  }));
}
