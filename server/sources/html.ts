/** HTML as the text that a reader of the page sees. */
import { Parser } from "htmlparser2";
import type { Article } from "./article.ts";
import { type Parting, ReaderText } from "./readerText.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** What is not shown, with all that is in it. */
const HIDDEN = words(
  "script style template noscript title iframe object video audio canvas datalist rp option optgroup noframes noembed",
);

/** What begins and ends a paragraph. */
const BLOCKS = words(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer " +
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot " +
    "thead ul",
);

/** Where white space is shown as it is written. */
const KEPT = words("pre textarea listing xmp");

const PARTINGS: ReadonlyMap<string, Parting> = new Map([
  ...[...BLOCKS].map((name): [string, Parting] => [name, "\n\n"]),
  ["br", "\n"],
  ["tr", "\n"],
  ["td", "\t"],
  ["th", "\t"],
]);

const UNSEEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Reads a page, however well it is written. Styles are followed only where they stand in an element and hide it. */
export function readHtml(fileText: string): Article {
  const text = new ReaderText();
  addHtml(text, fileText, 0);
  return text.finished("html", fileText);
}

/** Adds what a reader sees of a piece of HTML that begins at `offset` of its file. */
export function addHtml(text: ReaderText, html: string, offset: number): void {
  // Elements that are open within one that is not shown, and within one that keeps white space; that one counted.
  let hidden = 0;
  let kept = 0;
  // A quotation is shown with marks, which stand for its tags.
  const mark = (name: string, shown: string): void => {
    if (name === "q" && hidden === 0) text.flow(shown, offset + parser.startIndex, offset + parser.endIndex + 1);
  };
  const parser = new Parser({
    onopentag(name, { hidden: isHidden, style = "" }) {
      if (hidden > 0 || HIDDEN.has(name) || isHidden !== undefined || UNSEEN.test(style)) hidden++;
      if (kept > 0 || KEPT.has(name)) kept++;
      text.part(PARTINGS.get(name) ?? "");
      mark(name, "“");
    },
    onclosetag(name, isImplied) {
      if (!isImplied) mark(name, "”");
      text.part(PARTINGS.get(name) ?? "");
      if (hidden > 0) hidden--;
      if (kept > 0) kept--;
    },
    ontext(data) {
      if (hidden > 0) return;
      const from = offset + parser.startIndex;
      const to = offset + parser.endIndex + 1;
      if (kept > 0) text.keep(data, from, to);
      else text.flow(data, from, to);
    },
  });
  parser.end(html);
}
