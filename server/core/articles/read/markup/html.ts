/** Converts HTML to the text that a reader of the page sees. */
import { type Handler, Parser, type ParserOptions } from "htmlparser2";
import type { Article } from "../../article.ts";
import { isLinkedMark, isMarkAfter } from "../footnoteMarks.ts";
import { ReaderTextBuilder, type Separator } from "../readerTextBuilder.ts";

const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements that are skipped with their content: invisible ones, ruby annotations, and the source text of formulas. */
const HIDDEN = wordSet(
  "script style template noscript title iframe object video audio canvas datalist rp rt rtc option optgroup noframes noembed " +
    "annotation annotation-xml",
);

/** Elements that start and end a paragraph. */
const BLOCKS = wordSet(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer " +
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot " +
    "thead ul",
);

/** The headings of a page. */
const HEADING = /^h([1-6])$/;

/** Elements in which white space is significant. */
const PREFORMATTED = wordSet("pre textarea listing xmp");

const SEPARATORS: ReadonlyMap<string, Separator> = new Map([
  ...[...BLOCKS].map((name): [string, Separator] => [name, "\n\n"]),
  ["br", "\n"],
  ["tr", "\n"],
  ["td", "\t"],
  ["th", "\t"],
  ["button", "\t"],
  // SVG text, whose position on the page is unknown.
  ["text", "\t"],
]);

const CDATA = "<![CDATA[";

/** A raised text that may be the mark of a footnote. */
interface RaisedText {
  readonly pieces: { readonly data: string; readonly from: number; readonly to: number }[];
  hasLink: boolean;
}

/** How much of the text before a raised text decides whether it is the mark of a footnote. */
const CONTEXT_LENGTH = 8;

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** The syntax of a page: in XHTML, `<div/>` is a complete element; in HTML, it is a start tag. */
export type HtmlFormat = "html" | "xhtml";

/** Returns the parser options for a format. */
export const parserOptions = (format: HtmlFormat): ParserOptions => ({
  recognizeSelfClosing: format === "xhtml",
  recognizeCDATA: format === "xhtml",
});

/** Reads a page, valid or not. Of styles, only inline ones that hide an element are respected. */
export function readHtml(fileText: string, format: HtmlFormat = "html"): Article {
  const text = new ReaderTextBuilder();
  addHtml(text, fileText, 0, format);
  return text.build(format, fileText);
}

/** Adds the visible text of a fragment of HTML that starts at `offset` of its file. */
export function addHtml(text: ReaderTextBuilder, html: string, offset: number, format: HtmlFormat = "html"): void {
  // The numbers of open elements from the outermost hidden or preformatted one on.
  let hiddenDepth = 0;
  let preformattedDepth = 0;
  // Browsers show a `q` element in quotation marks, which are mapped to its tags.
  const addQuotationMark = (name: string, shown: string): void => {
    if (name === "q" && hiddenDepth === 0)
      text.addText(shown, offset + parser.startIndex, offset + parser.endIndex + 1);
  };
  // The text of the open `sup` element, which is skipped if it is the mark of a footnote.
  let raised: RaisedText | undefined;
  let before = "";
  const addText = (data: string, from: number, to: number): void => {
    before = (before + data).slice(-CONTEXT_LENGTH);
    if (preformattedDepth > 0) text.addPreformatted(data, from, to);
    else text.addText(data, from, to);
  };
  const endRaised = (): void => {
    const pieces = raised?.pieces ?? [];
    const content = pieces.map(({ data }) => data).join("");
    const isMark = raised?.hasLink === true ? isLinkedMark(content) : isMarkAfter(content, before);
    raised = undefined;
    if (!isMark) for (const { data, from, to } of pieces) addText(data, from, to);
  };
  // The length of the marker before the text of a CDATA section.
  let cdataOffset = 0;
  const handler: Partial<Handler> = {
    onopentag(name, { hidden: isHidden, style = "" }) {
      if (hiddenDepth > 0 || HIDDEN.has(name) || isHidden !== undefined || HIDDEN_STYLE.test(style)) hiddenDepth++;
      if (preformattedDepth > 0 || PREFORMATTED.has(name)) preformattedDepth++;
      if (raised !== undefined && name === "a") raised.hasLink = true;
      else if (raised !== undefined && SEPARATORS.has(name)) endRaised();
      if (name === "sup" && hiddenDepth === 0) raised ??= { pieces: [], hasLink: false };
      text.separate(SEPARATORS.get(name) ?? "");
      if (BLOCKS.has(name)) text.breakHeading();
      const level = HEADING.exec(name)?.[1];
      if (level !== undefined && hiddenDepth === 0) text.startHeading(Number(level));
      addQuotationMark(name, "“");
    },
    onclosetag(name, isImplied) {
      if (name === "sup" || SEPARATORS.has(name)) endRaised();
      if (SEPARATORS.has(name)) before = "";
      if (HEADING.test(name)) text.endHeading({ isImplied });
      if (!isImplied) addQuotationMark(name, "”");
      text.separate(SEPARATORS.get(name) ?? "");
      if (hiddenDepth > 0) hiddenDepth--;
      if (preformattedDepth > 0) preformattedDepth--;
    },
    ontext(data) {
      if (hiddenDepth > 0) return;
      const from = offset + parser.startIndex + cdataOffset;
      const to = cdataOffset > 0 ? from + data.length : offset + parser.endIndex + 1;
      if (raised === undefined) addText(data, from, to);
      else raised.pieces.push({ data, from, to });
    },
    oncdatastart() {
      cdataOffset = CDATA.length;
    },
    oncdataend() {
      cdataOffset = 0;
    },
  };
  const parser = new Parser(handler, parserOptions(format));
  parser.end(html);
  endRaised();
}
