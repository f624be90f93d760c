/** A quote as hover tells it: in the paragraph of its source, with the page and a link. */
import { attributeOf, type Entry } from "../../../core/language/entry.ts";
import { type Passage, pagesOf } from "../../../core/sources/article.ts";
import type { ArticleDocument } from "../../../core/sources/articleDocument.ts";
import { pageLabels } from "../../../core/sources/read/pages.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import type { Markup } from "../../shared/markupContent.ts";
import { enclosingParagraphs, quoteLocation } from "./articleDocuments.ts";
import { rangeLink } from "./rangeLink.ts";
import { sourceTitle } from "./sourceEntry.ts";

const MAX_PASSAGES = 3;
/** So much of a long paragraph is shown before the passage and after it, and so much of a long passage. */
const MAX_CONTEXT_LENGTH = 300;
const MAX_PASSAGE_LENGTH = 1200;

/** What is said of a quote whose words are found, or were before the article changed; undefined where they are not. */
export function quoteMarkup(workspace: Workspace, quote: Entry, markup: Markup): string | undefined {
  const found = quoteLocation(workspace, quote);
  if (found === undefined || found.passages.length === 0) return undefined;
  const { source, document, passages, isMissing } = found;
  const shown = passages.slice(0, MAX_PASSAGES).map((passage) => passageMarkup(document, passage, markup));
  const more = passages.length - shown.length;
  const author = attributeOf(source, "author")?.value;
  return [
    [markup.strong(sourceTitle(source)), ...(author === undefined ? [] : [markup.text(author)])].join(", "),
    ...(isMissing ? [markup.text("These words are not in the source any more. Where they stood it says:")] : []),
    ...shown,
    ...(more > 0 ? [markup.text(`These words stand in ${more} more ${more === 1 ? "place" : "places"}.`)] : []),
  ].join("\n\n");
}

function passageMarkup(document: ArticleDocument, passage: Passage, markup: Markup): string {
  const { article, uri } = document;
  const pages = pageLabels(pagesOf(article, passage));
  const page = pages === "" ? "" : ` on page ${pages}`;
  const paragraph = enclosingParagraphs(document, passage);
  const textBetween = (start: number, end: number): string => article.text.slice(start, end).replace(/\s+/g, " ");
  const before = truncateStart(textBetween(paragraph.start, passage.start).trimStart());
  const after = truncateEnd(textBetween(passage.end, paragraph.end).trimEnd(), MAX_CONTEXT_LENGTH);
  const words = truncateEnd(textBetween(passage.start, passage.end), MAX_PASSAGE_LENGTH);
  return [
    markup.passage(before, words, after),
    markup.link(`Open the passage${page}`, rangeLink(uri, document.rangeOf(passage))),
  ].join("\n\n");
}

function truncateEnd(words: string, maxLength: number): string {
  if (words.length <= maxLength) return words;
  const cut = words.slice(0, maxLength);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), maxLength / 2))}…`;
}

function truncateStart(words: string): string {
  if (words.length <= MAX_CONTEXT_LENGTH) return words;
  const cut = words.slice(-MAX_CONTEXT_LENGTH);
  const space = cut.indexOf(" ");
  return `…${space >= 0 && space < MAX_CONTEXT_LENGTH / 2 ? cut.slice(space + 1) : cut}`;
}
