/** Text whose words are drawn in several styles: emphasis, code and links. */
import type { Mark } from "../../strings/inlineMarkup.ts";
import type { TextMeasure, Typeface, Weight } from "./measure.ts";

/** How words are drawn. */
export interface TextStyle {
  readonly isStrong: boolean;
  readonly isEmphasized: boolean;
  readonly isCode: boolean;
  /** The address that the words lead to. */
  readonly href: string | undefined;
}

/** Words in one style. */
export interface StyledRun {
  readonly text: string;
  readonly style: TextStyle;
}

/** The style of words without marks. */
export const PLAIN: TextStyle = { isStrong: false, isEmphasized: false, isCode: false, href: undefined };

/** The size of code as a share of the size of the text around it: fixed-width letters look larger than others. */
export const CODE_SCALE = 0.92;

const typefaceOf = ({ isCode, isEmphasized }: TextStyle): Typeface | undefined =>
  isCode ? "code" : isEmphasized ? "italic" : undefined;

/** Returns a function that measures words in any style. `size` and `weight` are those of words without marks. */
export const styledWidth =
  (measure: TextMeasure, size: number, weight: Weight) =>
  (text: string, style: TextStyle = PLAIN): number =>
    style === PLAIN
      ? measure.width(text, size, weight)
      : measure.width(text, style.isCode ? size * CODE_SCALE : size, style.isStrong ? 600 : weight, typefaceOf(style));

/** Returns the paragraphs of a text, which blank lines separate, as runs. Empty ones are left out. */
export function styledParagraphs(text: string, marks: readonly Mark[] = []): readonly (readonly StyledRun[])[] {
  const paragraphs = text.split(PARAGRAPH_BREAK).filter((paragraph) => paragraph.trim() !== "");
  if (marks.length === 0) return paragraphs.map((paragraph) => [{ text: paragraph, style: PLAIN }]);
  const result: StyledRun[][] = [[]];
  for (const run of styledRuns(text, marks)) {
    const [first = "", ...others] = run.text.split(PARAGRAPH_BREAK);
    if (first !== "") result.at(-1)?.push({ ...run, text: first });
    for (const part of others) result.push(part === "" ? [] : [{ ...run, text: part }]);
  }
  return result.filter((runs) => runs.some((run) => run.text.trim() !== ""));
}

const PARAGRAPH_BREAK = /\n\s*\n/;

/** Splits a text where a mark begins or ends. */
function styledRuns(text: string, marks: readonly Mark[]): readonly StyledRun[] {
  const changes = marks
    .flatMap(({ kind, href, start, end }) => [
      { at: start, kind, href, change: 1 },
      { at: end, kind, href: undefined, change: -1 },
    ])
    // At one column, a link ends before the next one begins.
    .sort((a, b) => a.at - b.at || a.change - b.change);
  const depths = { strong: 0, emphasis: 0, code: 0, link: 0 };
  let style = PLAIN;
  let from = 0;
  const runs: StyledRun[] = [];
  for (const { at, kind, href, change } of changes) {
    if (at > from) runs.push({ text: text.slice(from, at), style });
    from = at;
    depths[kind] += change;
    const { strong, emphasis, code, link } = depths;
    style =
      strong + emphasis + code + link === 0
        ? PLAIN
        : {
            isStrong: strong > 0,
            isEmphasized: emphasis > 0,
            isCode: code > 0,
            href: link === 0 ? undefined : (href ?? style.href),
          };
  }
  if (from < text.length) runs.push({ text: text.slice(from), style });
  return runs;
}
