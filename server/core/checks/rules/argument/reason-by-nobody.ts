import { headSpan } from "../../../language/problem.ts";
import { hasSpeaker } from "../../../language/relations/speakers.ts";
import type { FileCheck } from "../../check.ts";

/** A reason without a speaker, in a map that has speakers. */
export const reasonByNobody: FileCheck = {
  code: "reason-by-nobody",
  severity: "hint",
  title: "A reason without a speaker, in a map that has speakers",
  scope: "file",
  *check({ file, files }) {
    if (files.every((one) => one.entriesOf("speaker").size === 0)) return;
    for (const entry of file.entriesOf("reason")) {
      if (hasSpeaker(entry)) continue;
      const message = "This reason has no speaker. Name one with “by”, here or on an entry above it.";
      yield { at: headSpan(entry), entry, message };
    }
  },
};
