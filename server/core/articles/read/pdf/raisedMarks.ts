/** Finds the marks of footnotes on a line of a PDF: smaller, raised numbers and signs that touch a word. */
import { isMarkAfter, isMarkBefore } from "../footnoteMarks.ts";

/** A text item as pdf.js returns it. */
interface TextItem {
  readonly str: string;
  /** The last two numbers are the position on the page. */
  readonly transform: readonly number[];
  readonly height: number;
}

/** A raised text is at most this high, as a share of the text beside it. */
const MAX_HEIGHT = 0.9;
/** A raised text is at least this far above the baseline, as a share of the height of the text beside it. */
const MIN_RISE = 0.15;

/** Returns the items of a line from left to right without marks of footnotes. */
export function removeRaisedMarks<T extends TextItem>(line: readonly T[]): readonly T[] {
  const words = line.filter(({ str }) => str.trim() !== "");
  const tallest = words.reduce((most, { height }) => Math.max(most, height), 0);
  const baseline = words.find(({ height }) => height === tallest)?.transform[5] ?? 0;
  const isRaised = ({ height, transform: [, , , , , y = 0] }: T): boolean =>
    height <= MAX_HEIGHT * tallest && y >= baseline + MIN_RISE * tallest;
  if (!words.some(isRaised)) return line;
  let before = "";
  return line.filter((item, index) => {
    const after = line.slice(index + 1).find(({ str }) => str.trim() !== "")?.str ?? "";
    const isMark = isRaised(item) && (before === "" ? isMarkBefore(item.str, after) : isMarkAfter(item.str, before));
    if (!isMark) before += item.str;
    return !isMark;
  });
}
