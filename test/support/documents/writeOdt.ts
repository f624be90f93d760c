/** Writes small OpenDocument texts. */
import { writeZip } from "./writeZip.ts";

const NAMESPACES = ["office", "text", "table", "draw", "meta", "manifest"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");

/** Returns the files of a text with this content of its body. */
export const odtFiles = (body: string): Record<string, string> => ({
  mimetype: "application/vnd.oasis.opendocument.text",
  "content.xml": `<?xml version="1.0"?><office:document-content ${NAMESPACES}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  "meta.xml": `<office:document-meta ${NAMESPACES} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>The old town</dc:title><meta:initial-creator>Nora Hale</meta:initial-creator><dc:creator>Someone else</dc:creator><dc:date>2024-05-17T10:00:00</dc:date></office:meta></office:document-meta>`,
  "META-INF/manifest.xml": `<manifest:manifest ${NAMESPACES}><manifest:file-entry manifest:full-path="content.xml"/></manifest:manifest>`,
});

/** Returns a text with this content of its body. */
export const writeOdt = (body: string): Uint8Array => writeZip(odtFiles(body));
