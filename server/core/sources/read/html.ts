/** HTML as the text that a reader of the page sees. */
import { type Handler, Parser, type ParserOptions } from "htmlparser2";
import type { Article } from "../article.ts";
import { ReaderTextBuilder, type Separator } from "./readerTextBuilder.ts";

const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** What is not shown, with all that is in it; and how a word is read, and a formula written, which stands beside what it is of. */
const HIDDEN = wordSet(
  "script style template noscript title iframe object video audio canvas datalist rp rt rtc option optgroup noframes noembed " +
    "annotation annotation-xml",
);

/** What begins and ends a paragraph. */
const BLOCKS = wordSet(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer " +
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot " +
    "thead ul",
);

/** Where white space is shown as it is written. */
const PREFORMATTED = wordSet("pre textarea listing xmp");

const SEPARATORS: ReadonlyMap<string, Separator> = new Map([
  ...[...BLOCKS].map((name): [string, Separator] => [name, "\n\n"]),
  ["br", "\n"],
  ["tr", "\n"],
  ["td", "\t"],
  ["th", "\t"],
  ["button", "\t"],
  // Words in a drawing; one without any parts nothing.
  ["text", "\t"],
]);

/** What begins text of XHTML that has no markup in it. */
const CDATA = "<![CDATA[";

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** How a page is written: in XHTML `<div/>` is an element that has ended, in HTML one that has begun. */
export type HtmlFormat = "html" | "xhtml";

/** How the parser is to take a page. */
export const parserOptions = (format: HtmlFormat): ParserOptions => ({
  recognizeSelfClosing: format === "xhtml",
  recognizeCDATA: format === "xhtml",
});

/** Reads a page, however well it is written. Styles are followed only where they stand in an element and hide it. */
export function readHtml(fileText: string, format: HtmlFormat = "html"): Article {
  const text = new ReaderTextBuilder();
  addHtml(text, fileText, 0, format);
  return text.build(format, fileText);
}

/** Adds what a reader sees of a piece of HTML that begins at `offset` of its file. */
export function addHtml(text: ReaderTextBuilder, html: string, offset: number, format: HtmlFormat = "html"): void {
  // Elements that are open within one that is not shown, and within one that keeps white space; that one counted.
  let hiddenDepth = 0;
  let preformattedDepth = 0;
  // A quotation is shown with marks, which stand for its tags.
  const addQuotationMark = (name: string, shown: string): void => {
    if (name === "q" && hiddenDepth === 0)
      text.addText(shown, offset + parser.startIndex, offset + parser.endIndex + 1);
  };
  // How much stands before the words of a piece of text.
  let cdataOffset = 0;
  const handler: Partial<Handler> = {
    onopentag(name, { hidden: isHidden, style = "" }) {
      if (hiddenDepth > 0 || HIDDEN.has(name) || isHidden !== undefined || HIDDEN_STYLE.test(style)) hiddenDepth++;
      if (preformattedDepth > 0 || PREFORMATTED.has(name)) preformattedDepth++;
      text.separate(SEPARATORS.get(name) ?? "");
      addQuotationMark(name, "“");
    },
    onclosetag(name, isImplied) {
      if (!isImplied) addQuotationMark(name, "”");
      text.separate(SEPARATORS.get(name) ?? "");
      if (hiddenDepth > 0) hiddenDepth--;
      if (preformattedDepth > 0) preformattedDepth--;
    },
    ontext(data) {
      if (hiddenDepth > 0) return;
      const from = offset + parser.startIndex + cdataOffset;
      const to = cdataOffset > 0 ? from + data.length : offset + parser.endIndex + 1;
      if (preformattedDepth > 0) text.addPreformatted(data, from, to);
      else text.addText(data, from, to);
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
}
