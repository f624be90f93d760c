/** Reads the text of a page that a browser has saved with its pictures in one file. */
import PostalMime from "postal-mime";
import { documentArticle } from "../../article.ts";
import type { ReadResult } from "../../readArticle.ts";
import { readHtml } from "../markup/html.ts";
import { htmlMetadata } from "../markup/htmlMetadata.ts";

const END_OF_PAGE = /<\/html\s*>/i;

/** Reads a web archive (`.mhtml`, `.mht`). */
export async function parseWebArchive(bytes: Uint8Array): Promise<ReadResult> {
  const { html = "" } = await PostalMime.parse(bytes);
  // Pages in frames follow the page itself.
  const end = html.search(END_OF_PAGE);
  // Browsers write the whole page, so that one without an end was cut off.
  if (end < 0) return { state: "broken" };
  const page = html.slice(0, end);
  const content = readHtml(page);
  return content.text === ""
    ? { state: "broken" }
    : { state: "found", article: { ...documentArticle("web-archive", content), metadata: htmlMetadata(page, "html") } };
}
