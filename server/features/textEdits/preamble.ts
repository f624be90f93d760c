/** Inserts entries at the top of a map, before the argument itself. */
import type { MapFile } from "../../core/language/map.ts";
import type { Keyword } from "../../core/language/vocabulary.ts";
import { insertAfter, insertAfterSeparated, insertBeforeEntries } from "./lineBlocks.ts";
import type { LineChange, NewLine } from "./model.ts";

const PREAMBLE_KEYWORDS: ReadonlySet<string> = new Set(["map", "import", "source", "speaker"]);

/** Returns a change that inserts an entry after the last one with its keyword, or else after the preamble. */
export function insertInPreamble(file: MapFile, keyword: Keyword, newLines: readonly NewLine[]): LineChange {
  const { roots } = file.syntax;
  const lastOfKeyword = roots.findLast(({ head }) => head.keyword === keyword);
  if (lastOfKeyword !== undefined) return insertAfter(lastOfKeyword, newLines);
  const lastOfPreamble = roots.findLast(({ head }) => PREAMBLE_KEYWORDS.has(head.keyword));
  if (lastOfPreamble === undefined) return insertBeforeEntries(file, newLines);
  return keyword === "question"
    ? insertAfterSeparated(lastOfPreamble, newLines)
    : insertAfter(lastOfPreamble, newLines);
}
