import { isMentioned } from "../../../language/graph.ts";
import { headSpan } from "../../../language/problem.ts";
import type { FileCheck } from "../../check.ts";
import { isLibrary } from "../../support/isLibrary.ts";

/** A speaker who says nothing in the map. */
export const unusedSpeaker: FileCheck = {
  code: "unused-speaker",
  severity: "hint",
  title: "A speaker who says nothing",
  scope: "file",
  *check({ file, importers }) {
    if (isLibrary(file)) return;
    for (const entry of file.entriesOf("speaker")) {
      if (entry.head.form === "broken" || isMentioned(entry, [file, ...importers])) continue;
      const { name } = entry.head;
      const message =
        name === undefined
          ? "This speaker has no name by which anything could be theirs. Give one after “speaker”."
          : `Nothing is by “${name.text}”, nor accepted or rejected by them.`;
      yield { at: headSpan(entry), entry, message };
    }
  },
};
