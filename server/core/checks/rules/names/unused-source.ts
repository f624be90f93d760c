import { isMentioned } from "../../../language/graph.ts";
import type { MapFile } from "../../../language/map.ts";
import { headSpan } from "../../../language/problem.ts";
import type { FileCheck } from "../../check.ts";
import { isLibrary } from "../../support/isLibrary.ts";

/** A source that nothing is quoted from. */
export const unusedSource: FileCheck = {
  code: "unused-source",
  severity: "hint",
  title: "A source that nothing is quoted from",
  scope: "file",
  *check({ file, importers }) {
    if (isLibrary(file)) return;
    // They may be from any source: from the only one, or from one of several that the missing name is to tell.
    if ([file, ...importers].some(quotesWithoutName)) return;
    for (const entry of file.entriesOf("source")) {
      if (entry.head.form === "broken" || isMentioned(entry, [file, ...importers])) continue;
      const { name } = entry.head;
      const message =
        name === undefined
          ? "This source has no name by which it could be quoted. Give one after “source”."
          : `Nothing is quoted from “${name.text}”, and nothing is by it.`;
      yield { at: headSpan(entry), entry, message };
    }
  },
};

/** Whether a file has quotes that leave it open which source they are from. */
const quotesWithoutName = (file: MapFile): boolean =>
  [...file.entriesOf("quote")].some(({ head }) => head.name === undefined);
