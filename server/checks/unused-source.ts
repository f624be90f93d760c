import { isMentioned, sourcesOf } from "../language/graph.ts";
import type { MapFile } from "../language/map.ts";
import { headSpan } from "../language/problem.ts";
import type { FileCheck } from "./check.ts";
import { isLibrary } from "./library.ts";

/** A source that nothing is quoted from. */
export const unusedSource: FileCheck = {
  code: "unused-source",
  severity: "hint",
  title: "A source that nothing is quoted from",
  scope: "file",
  *check({ file, files, users }) {
    if (isLibrary(file)) return;
    const only = sourcesOf(files).length === 1 && [file, ...users].some(quotesWithoutName);
    for (const entry of file.entriesOf("source")) {
      if (entry.head.form === "broken" || only || isMentioned(entry, [file, ...users])) continue;
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
