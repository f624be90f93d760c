import { isMentioned } from "../../../language/graph.ts";
import { headSpan } from "../../../language/problem.ts";
import type { FileCheck } from "../../check.ts";
import { isLibrary } from "../../support/isLibrary.ts";

/** A speaker that no clause names. */
export const unusedSpeaker: FileCheck = {
  code: "unused-speaker",
  severity: "hint",
  title: "A speaker that is never used",
  scope: "file",
  *check({ file, importers }) {
    if (isLibrary(file)) return;
    for (const entry of file.entriesOf("speaker")) {
      if (entry.head.form === "broken" || isMentioned(entry, [file, ...importers])) continue;
      const { name } = entry.head;
      const message =
        name === undefined
          ? "This speaker has no name, so no clause can refer to it. Write one after “speaker”."
          : `“${name.text}” is never used. Add a clause such as “by ${name.text}”, or remove the speaker.`;
      yield { at: headSpan(entry), entry, message };
    }
  },
};
