/** Writes small e-books. */
import { writeZip } from "./writeZip.ts";

const CONTAINER = `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;

/** Returns the files of an e-book whose chapters have these bodies, in reading order. They are stored in the reverse order. */
export function epubFiles(...bodies: readonly string[]): Record<string, string> {
  const numbers = bodies.map((_, index) => index);
  const items = numbers
    .toReversed()
    .map((at) => `<item id="c${at}" href="text/chapter%20${at}.xhtml" media-type="application/xhtml+xml"/>`);
  const chapters = bodies.map((body, at): [string, string] => [
    `OEBPS/text/chapter ${at}.xhtml`,
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Chapter</title></head><body>${body}</body></html>`,
  ]);
  return {
    mimetype: "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0"><metadata><dc:title>The old town</dc:title><dc:creator>Nora Hale</dc:creator><dc:date>2024-05-17</dc:date></metadata><manifest>${items.join("")}<item id="cover" href="cover.svg" media-type="image/svg+xml"/></manifest><spine><itemref idref="cover"/>${numbers.map((at) => `<itemref idref="c${at}"/>`).join("")}</spine></package>`,
    "OEBPS/cover.svg": "<svg/>",
    ...Object.fromEntries(chapters),
  };
}

/** Returns an e-book whose chapters have these bodies. */
export const writeEpub = (...bodies: readonly string[]): Uint8Array => writeZip(epubFiles(...bodies));
