/** A quote as hover tells it: in the paragraph of its source, with the page and a link. */
import { attributeOf, type Entry } from "../../../core/language/entry.ts";
import { type Passage, pagesOf } from "../../../core/sources/article.ts";
import type { ArticleDocument } from "../../../core/sources/articleDocument.ts";
import { labelsOf } from "../../../core/sources/read/pages.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import type { Markup } from "../../shared/markupContent.ts";
import { around, placesOfQuote } from "./articleDocuments.ts";
import { linkAt } from "./rangeLink.ts";
import { sourceTitle } from "./sourceEntry.ts";

const MOST_PLACES = 3;
/** So much of a long paragraph is shown before the passage and after it, and so much of a long passage. */
const MOST_AROUND = 300;
const MOST_PASSAGE = 1200;

/** What is said of a quote whose words are found, or were before the article changed; undefined where they are not. */
export function tellQuote(workspace: Workspace, quote: Entry, markup: Markup): string | undefined {
  const found = placesOfQuote(workspace, quote);
  if (found === undefined || found.passages.length === 0) return undefined;
  const { source, document, passages, isGone } = found;
  const shown = passages.slice(0, MOST_PLACES).map((passage) => tellPlace(document, passage, markup));
  const more = passages.length - shown.length;
  const author = attributeOf(source, "author")?.value;
  return [
    [markup.strong(sourceTitle(source)), ...(author === undefined ? [] : [markup.text(author)])].join(", "),
    ...(isGone ? [markup.text("These words are not in the source any more. Where they stood it says:")] : []),
    ...shown,
    ...(more > 0 ? [markup.text(`These words stand in ${more} more ${more === 1 ? "place" : "places"}.`)] : []),
  ].join("\n\n");
}

function tellPlace(document: ArticleDocument, passage: Passage, markup: Markup): string {
  const { article, uri } = document;
  const pages = labelsOf(pagesOf(article, passage));
  const page = pages === "" ? "" : ` on page ${pages}`;
  const paragraph = around(document, passage);
  const part = (start: number, end: number): string => article.text.slice(start, end).replace(/\s+/g, " ");
  const before = endOf(part(paragraph.start, passage.start).trimStart());
  const after = beginningOf(part(passage.end, paragraph.end).trimEnd(), MOST_AROUND);
  const words = beginningOf(part(passage.start, passage.end), MOST_PASSAGE);
  return [
    markup.passage(before, words, after),
    markup.link(`Open the passage${page}`, linkAt(uri, document.rangeOf(passage))),
  ].join("\n\n");
}

function beginningOf(words: string, most: number): string {
  if (words.length <= most) return words;
  const cut = words.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2))}…`;
}

function endOf(words: string): string {
  if (words.length <= MOST_AROUND) return words;
  const cut = words.slice(-MOST_AROUND);
  const space = cut.indexOf(" ");
  return `…${space >= 0 && space < MOST_AROUND / 2 ? cut.slice(space + 1) : cut}`;
}
