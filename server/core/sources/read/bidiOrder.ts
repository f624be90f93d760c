/**
 * Arabic, Hebrew and the like, as a PDF may have them: each letter where it stands on the page, from left to right, and in
 * the form that it takes beside others there. Read, they stand in the order of the words, and a letter is a letter.
 */
import bidiFactory from "bidi-js";

/** A stretch of text, which reads in its own direction. */
interface TextItem {
  readonly str: string;
  /** `rtl` where it runs from right to left. */
  readonly dir: string;
  /** Its place on the page is in the last two numbers. */
  readonly transform: readonly number[];
}

const bidi = bidiFactory();

/** Forms of Arabic letters; words that are one character are none. */
const PRESENTATION_FORMS = /[\ufb50-\ufdcf\ufe70-\ufefc]+/g;
const LETTERS = /\p{L}/gu;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** What bidi-js takes for two. */
const SURROGATE = /[\ud800-\udfff]/;

/** What gives the text of a line of these stretches of a page; where none of them runs from right to left, what stands there. */
export function lineTextReader(page: readonly TextItem[]): (line: readonly TextItem[]) => string {
  if (!page.some(isRtl)) return visualText;
  const isPageRtl = rtlSurplus(page) > 0;
  return (line) => {
    if (!line.some(isRtl)) return visualText(line);
    const text = line.length > 1 && isVisualOrder(line) ? toLogicalOrder(line, isPageRtl) : visualText(line);
    // A mark that stands alone is taken apart into a space and itself.
    return text.replace(PRESENTATION_FORMS, (forms) => forms.normalize("NFKC").replaceAll(" ", ""));
  };
}

const isRtl = ({ dir }: TextItem): boolean => dir === "rtl";
const visualText = (line: readonly TextItem[]): string => line.map(({ str }) => str).join("");

/** How many more letters of the stretches run from right to left than the other way. */
function rtlSurplus(items: readonly TextItem[]): number {
  const letters = items.flatMap(({ str }) => str.match(LETTERS) ?? []);
  return 2 * letters.filter((letter) => RIGHT_TO_LEFT.test(letter)).length - letters.length;
}

/** Whether the stretches come from left to right, as they stand on the page: some programs write them as they are read. */
function isVisualOrder(line: readonly TextItem[]): boolean {
  const starts = line.flatMap(({ str, transform }) => (str.trim() === "" ? [] : [transform[4] ?? 0]));
  return starts.every((start, at) => at === 0 || start >= (starts[at - 1] ?? 0));
}

/** The text of a line that comes as it stands: what the algorithm of Unicode does to show a text, done to what is shown, gives the text. */
function toLogicalOrder(line: readonly TextItem[], isPageRtl: boolean): string {
  const shown = line.map((one) => (isRtl(one) ? reorderBidi(one.str, "rtl") : one.str)).join("");
  // A quotation in a text of another direction may be a line of its own, or the most of one.
  const isRtlOnly = !(visualText(line).match(LETTERS) ?? []).some((letter) => !RIGHT_TO_LEFT.test(letter));
  return reorderBidi(shown, rtlSurplus(line) > 0 && (isPageRtl || isRtlOnly) ? "rtl" : "ltr");
}

const reorderBidi = (text: string, direction: "rtl" | "ltr"): string =>
  SURROGATE.test(text) ? text : bidi.getReorderedString(text, bidi.getEmbeddingLevels(text, direction));
