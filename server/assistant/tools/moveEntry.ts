import * as v from "valibot";
import { stepKinds } from "../../core/tree/cardRules.ts";
import { cardOf, editEntry } from "../changes/cardEdits.ts";
import { changeMaps } from "../changes/changeMaps.ts";
import { entryInput, mapInput, previewInput } from "../inputs.ts";
import { findEntry, labelWithId } from "../maps/entries.ts";
import type { Tool } from "../tool.ts";

const entries = {
  map: mapInput,
  entry: entryInput("The entry to move, with everything under it"),
  parent: entryInput("The entry under which it belongs"),
  kind: v.optional(
    v.pipe(v.picklist(stepKinds), v.description("Whether a reason or objection speaks for or against its new parent.")),
  ),
  preview: previewInput,
};

/** Moves an entry under another one. */
export const moveEntryTool: Tool<typeof entries> = {
  name: "move_entry",
  title: "Move an entry",
  description:
    "Moves an entry, with everything under it, under another entry. Its speakers and the meaning of everything else stay the same.",
  changesMaps: true,
  input: v.strictObject(entries),
  run(session, { map: name, entry: moved, parent: to, kind, preview }) {
    const map = session.map(name);
    const entry = findEntry(map, moved);
    const parent = findEntry(map, to);
    return changeMaps(session, preview, (draft) => {
      editEntry(session.workspace, draft, {
        map,
        entry,
        action: (tree) => ({ type: "move", parent: cardOf(tree, parent), kind }),
      });
      return `Moved ${labelWithId(entry)} under ${labelWithId(parent)}.`;
    });
  },
};
