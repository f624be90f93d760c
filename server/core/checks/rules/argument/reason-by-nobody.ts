import { hasSpeaker } from "../../../language/graph.ts";
import { headSpan } from "../../../language/problem.ts";
import type { FileCheck } from "../../check.ts";

/** A reason that nobody gives, in a map that says who gives others. */
export const reasonByNobody: FileCheck = {
  code: "reason-by-nobody",
  severity: "hint",
  title: "A reason by nobody, where the map names speakers",
  scope: "file",
  *check({ file, files }) {
    if (files.every((one) => one.entriesOf("speaker").size === 0)) return;
    for (const entry of file.entriesOf("reason")) {
      if (hasSpeaker(entry)) continue;
      const message = "Whose reason is this? Say so with “by”, here or at an entry above it.";
      yield { at: headSpan(entry), entry, message };
    }
  },
};
