import * as v from "valibot";
import { changeMaps } from "../changes/changeMaps.ts";
import { giveName } from "../changes/giveName.ts";
import { entryInput, mapInput, nameText, previewInput } from "../inputs.ts";
import { findEntry, labelWithId } from "../maps/entries.ts";
import type { Tool } from "../tool.ts";

const entries = {
  map: mapInput,
  entry: entryInput("The entry to name"),
  name: nameText("The new name: letters, digits, “-” and “_”, beginning with a letter."),
  preview: previewInput,
};

/** Names or renames an entry, with all uses of its name. */
export const renameEntryTool: Tool<typeof entries> = {
  name: "rename_entry",
  title: "Rename an entry",
  description:
    "Changes the name of an entry wherever it is used, in all maps; or gives a name to an entry without one.",
  changesMaps: true,
  input: v.strictObject(entries),
  run(session, { map, entry: named, name, preview }) {
    const entry = findEntry(session.map(map), named);
    return changeMaps(session, preview, (draft) => {
      giveName(session.workspace, draft, entry, name);
      return `Named ${labelWithId(entry)}.`;
    });
  },
};
