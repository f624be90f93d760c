/** Entry point of the markup parsers, built as a separate bundle that is loaded when the first markup file is read. */
export { readHtml } from "./html.ts";
export { htmlMetadata } from "./htmlMetadata.ts";
export { readMarkdown } from "./markdown.ts";
