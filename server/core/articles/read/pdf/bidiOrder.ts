/**
 * Restores the logical order of right-to-left text in a PDF, which may store it in visual order (left to right on the page)
 * and in presentation forms (contextual glyph shapes) instead of letters.
 */
import bidiFactory from "bidi-js";

/** A text item as pdf.js returns it. */
interface TextItem {
  readonly str: string;
  /** `rtl` for text that runs from right to left. */
  readonly dir: string;
  /** The last two numbers are the position on the page. */
  readonly transform: readonly number[];
}

const bidi = bidiFactory();

/** Presentation forms of Arabic letters, without the ligatures that stand for whole words. */
const PRESENTATION_FORMS = /[\ufb50-\ufdcf\ufe70-\ufefc]+/g;
const LETTERS = /\p{L}/gu;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** bidi-js processes UTF-16 units, so it would reverse surrogate pairs. */
const SURROGATE = /[\ud800-\udfff]/;

/** Returns a function that converts a line of items of this page to text in logical order. */
export function lineTextReader(page: readonly TextItem[]): (line: readonly TextItem[]) => string {
  if (!page.some(isRtl)) return visualText;
  const isPageRtl = rtlSurplus(page) > 0;
  return (line) => {
    if (!line.some(isRtl)) return visualText(line);
    const text = line.length > 1 && isVisualOrder(line) ? toLogicalOrder(line, isPageRtl) : visualText(line);
    // NFKC decomposes an isolated mark into a space and the mark.
    return text.replace(PRESENTATION_FORMS, (forms) => forms.normalize("NFKC").replaceAll(" ", ""));
  };
}

const isRtl = ({ dir }: TextItem): boolean => dir === "rtl";
const visualText = (line: readonly TextItem[]): string => line.map(({ str }) => str).join("");

/** Returns the number of right-to-left letters minus the number of left-to-right letters. */
function rtlSurplus(items: readonly TextItem[]): number {
  const letters = items.flatMap(({ str }) => str.match(LETTERS) ?? []);
  return 2 * letters.filter((letter) => RIGHT_TO_LEFT.test(letter)).length - letters.length;
}

/** Whether the items are ordered from left to right on the page. Some programs write them in logical order. */
function isVisualOrder(line: readonly TextItem[]): boolean {
  const starts = line.flatMap(({ str, transform }) => (str.trim() === "" ? [] : [transform[4] ?? 0]));
  return starts.every((start, at) => at === 0 || start >= (starts[at - 1] ?? 0));
}

/** Converts a line from visual to logical order. The Unicode bidirectional algorithm is nearly its own inverse. */
function toLogicalOrder(line: readonly TextItem[], isPageRtl: boolean): string {
  const visual = line.map((item) => (isRtl(item) ? reorderBidi(item.str, "rtl") : item.str)).join("");
  // A right-to-left quotation on a left-to-right page may fill most of a line.
  const isRtlOnly = !(visualText(line).match(LETTERS) ?? []).some((letter) => !RIGHT_TO_LEFT.test(letter));
  return reorderBidi(visual, rtlSurplus(line) > 0 && (isPageRtl || isRtlOnly) ? "rtl" : "ltr");
}

const reorderBidi = (text: string, direction: "rtl" | "ltr"): string =>
  SURROGATE.test(text) ? text : bidi.getReorderedString(text, bidi.getEmbeddingLevels(text, direction));
