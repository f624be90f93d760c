/** Entry point of the markup parsers, built as a separate bundle that is loaded when the first markup file is read. */
export { htmlMetadata } from "./markup/htmlMetadata.ts";
export { readMarkup } from "./readMarkup.ts";
