/** What reads markup. A bundle of its own, which is loaded when the first such file is read. */

export { readHtml } from "./html.ts";
export { htmlMetadata } from "./htmlMetadata.ts";
export { readMarkdown } from "./markdown.ts";
