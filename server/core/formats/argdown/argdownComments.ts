/** Finds the comments of an Argdown text. Its parser skips them, so no part of its model tells of them. */
import type { IArgdownResponse } from "@argdown/core";

const COMMENT = /<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|\/\/.*/gu;

/** Returns the lines on which comments begin, counted from 1. Where a comment is, the text has no token. */
export function commentLines(text: string, tokens: IArgdownResponse["tokens"] = []): readonly number[] {
  const found: number[] = [];
  let line = 1;
  let end = 0;
  const advanceTo = (offset: number): void => {
    line += text.slice(end, offset).split("\n").length - 1;
    end = offset;
  };
  const readGap = (until: number): void => {
    const [start, gap] = [end, text.slice(end, until)];
    for (const { index } of gap.matchAll(COMMENT)) {
      advanceTo(start + index);
      found.push(line);
    }
  };
  for (const { startOffset, endOffset = startOffset, image } of tokens) {
    // The beginnings and ends of levels have no text of their own.
    if (image === "") continue;
    readGap(startOffset);
    advanceTo(endOffset + 1);
  }
  readGap(text.length);
  return found;
}
