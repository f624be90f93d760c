import type { Entry } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { entryNamed } from "../maps/entries.ts";
import { editEntry } from "./cardEdits.ts";
import type { MapDraft } from "./mapDraft.ts";

/** Whose words an entry is, by the names that the map has for speakers, or by full names, which are then added. */
export interface SpeakersOfEntry {
  readonly map: MapFile;
  readonly entry: Entry;
  readonly speakers: readonly string[];
}

/**
 * Sets who says an entry; without speakers, removes who does.
 *
 * @throws {UserError} if one of these is no name
 */
export function setSpeakers(workspace: Workspace, draft: MapDraft, { map, entry, speakers }: SpeakersOfEntry): void {
  if (speakers.length === 0)
    editEntry(workspace, draft, {
      map,
      entry,
      action: () => ({ type: "setProperty", property: "speaker", values: [] }),
    });
  const values: string[] = [];
  for (const speaker of speakers) {
    const isName = entryNamed(map, speaker)?.head.keyword === "speaker";
    const change = isName ? { values: [...values, speaker.trim()] } : { values: [...values], newSpeaker: speaker };
    editEntry(workspace, draft, {
      map,
      entry,
      action: () => ({ type: "setProperty", property: "speaker", ...change }),
    });
    const [clause] = entry.head.clauses.filter(({ word }) => word === "by");
    const { raw } = entry.line.scanned;
    values.splice(0, values.length, ...(clause?.names.map(({ start, end }) => raw.slice(start, end)) ?? []));
  }
}
