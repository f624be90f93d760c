/** Writes small Word documents with the features of the format that tests need. */
import { writeZip } from "./writeZip.ts";

const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const NAMESPACE = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`;

/**
 * Returns a Word document.
 *
 * @param body the content of its body in WordprocessingML
 * @param footnotes the content of its footnotes
 */
export function writeDocx(body: string, footnotes = ""): Uint8Array {
  return writeZip({
    "[Content_Types].xml": TYPES,
    "_rels/.rels": `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>`,
    "word/document.xml": `<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`,
    "word/footnotes.xml": `<w:footnotes ${NAMESPACE}>${footnotes}</w:footnotes>`,
  });
}

/** Returns a run of text. */
export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** Returns a paragraph of runs. */
export const paragraph = (...runs: readonly string[]): string => `<w:p>${runs.join("")}</w:p>`;
