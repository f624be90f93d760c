/** Reads metadata from the head of an HTML page. */
import { type Handler, Parser } from "htmlparser2";
import type { RawMetadata } from "../rawMetadata.ts";
import { type HtmlFormat, parserOptions } from "./html.ts";

/** Names of `meta` elements, the most reliable first. */
const AUTHOR = ["author", "citation_author", "dc.creator", "dcterms.creator", "article:author"];
const DATE = [
  "article:published_time",
  "citation_publication_date",
  "dc.date",
  "dcterms.date",
  "datepublished",
  "date",
];
const TITLE = ["citation_title", "og:title", "dc.title"];

/** Returns the title, author and date from the `title` and `meta` elements. */
export function htmlMetadata(fileText: string, format: HtmlFormat): RawMetadata {
  const meta = new Map<string, string>();
  let title = "";
  let inTitle = false;
  const handler: Partial<Handler> = {
    onopentag(name, { name: own, property, itemprop, content }) {
      inTitle = name === "title" && title === "";
      const key = (own ?? property ?? itemprop)?.toLowerCase();
      if (name === "meta" && key !== undefined && content?.trim() && !meta.has(key)) meta.set(key, content);
    },
    ontext(data) {
      if (inTitle) title += data;
    },
    onclosetag() {
      inTitle = false;
    },
  };
  const parser = new Parser(handler, parserOptions(format));
  // The body may be long and holds no metadata.
  const body = fileText.search(/<body[\s>]/i);
  parser.end(body < 0 ? fileText : fileText.slice(0, body));
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined && !/^https?:/i.test(value));
  return { title: title.trim() === "" ? first(TITLE) : title, author: first(AUTHOR), date: first(DATE) };
}
