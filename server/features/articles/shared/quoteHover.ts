/** The hover of a quote: the passage in its paragraph, with the page and a link. */

import { type Passage, pagesOf } from "../../../core/articles/article.ts";
import type { ArticleDocument } from "../../../core/articles/articleDocument.ts";
import { pagePhrase } from "../../../core/articles/read/pages.ts";
import { attributeOf, type Entry } from "../../../core/language/entry.ts";
import { counted } from "../../../core/strings/english.ts";
import { truncate } from "../../../core/strings/truncate.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import type { Markup } from "../../shared/markupContent.ts";
import { enclosingParagraphs, quoteLocation } from "./articleDocuments.ts";
import { rangeLink } from "./rangeLink.ts";
import { sourceTitle } from "./sourceEntry.ts";

const MAX_PASSAGES = 3;
/** The maximum number of UTF-16 units shown before and after a passage. */
const MAX_CONTEXT_LENGTH = 300;
const MAX_PASSAGE_LENGTH = 1200;

/** Returns the hover of a quote that the article contains, or did before it changed; undefined for any other quote. */
export function quoteMarkup(workspace: Workspace, quote: Entry, markup: Markup): string | undefined {
  const found = quoteLocation(workspace, quote);
  if (found === undefined || found.passages.length === 0) return undefined;
  const { source, document, passages, isMissing } = found;
  const shown = passages.slice(0, MAX_PASSAGES).map((passage) => passageMarkup(document, passage, markup));
  const more = passages.length - shown.length;
  const author = attributeOf(source, "author")?.value;
  return [
    [markup.strong(sourceTitle(source)), ...(author === undefined ? [] : [markup.text(author)])].join(", "),
    ...(isMissing ? [markup.text("The source no longer contains this quote. The text in its place:")] : []),
    ...shown,
    ...(more > 0 ? [markup.text(`The source contains this quote in ${counted(more, "other place")}.`)] : []),
  ].join("\n\n");
}

function passageMarkup(document: ArticleDocument, passage: Passage, markup: Markup): string {
  const { article, uri } = document;
  const page = pagePhrase(pagesOf(article, passage));
  const paragraph = enclosingParagraphs(document, passage);
  const textBetween = (start: number, end: number): string => article.text.slice(start, end).replace(/\s+/g, " ");
  const before = truncateStart(textBetween(paragraph.start, passage.start).trimStart());
  const after = truncateEnd(textBetween(passage.end, paragraph.end).trimEnd());
  const words = truncate(textBetween(passage.start, passage.end), MAX_PASSAGE_LENGTH);
  return [
    markup.passage(before, words, after),
    markup.link(`Open the passage ${page}`.trimEnd(), rangeLink(uri, document.rangeOf(passage))),
  ].join("\n\n");
}

/** Truncates the text after a passage, but keeps the space between the two. */
const truncateEnd = (text: string): string => (text.startsWith(" ") ? " " : "") + truncate(text, MAX_CONTEXT_LENGTH);

function truncateStart(text: string): string {
  if (text.length <= MAX_CONTEXT_LENGTH) return text;
  const cut = text.slice(-MAX_CONTEXT_LENGTH);
  const space = cut.indexOf(" ");
  return `…${space >= 0 && space < MAX_CONTEXT_LENGTH / 2 ? cut.slice(space + 1) : cut}`;
}
