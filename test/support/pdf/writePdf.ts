/** Writes small PDFs with the features of the format that tests need. */

export interface PdfOptions {
  /** The content of the number tree of page labels, in PDF syntax. */
  readonly labels?: string;
  /** Additional entries of the trailer, in PDF syntax. */
  readonly trailer?: string;
  /** The font object of all pages. */
  readonly font?: string;
  /** Further objects, numbered from 4. */
  readonly objects?: readonly string[];
}

const HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
const LINE_HEIGHT = 14;

/** Returns a PDF whose pages have these lines. A line that starts with `<` is written as a hexadecimal string. */
export function writePdf(pages: readonly (readonly string[])[], options: PdfOptions = {}): Uint8Array {
  const { labels, trailer = "", font = HELVETICA, objects: others = [] } = options;
  const first = 4 + others.length;
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`);
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${labels === undefined ? "" : `/PageLabels << /Nums [${labels}] >>`} >>`,
    `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${pages.length} >>`,
    font,
    ...others,
    ...pages.flatMap((lines, index) => {
      const text = lines.map((line) => `${line.startsWith("<") ? line : `(${line.replace(/[\\()]/g, "\\$&")})`} Tj T*`);
      const content = `BT /F 12 Tf ${LINE_HEIGHT} TL 72 720 Td\n${text.join("\n")}\nET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${first + 2 * index + 1} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = "%PDF-1.7\n";
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.lastIndexOf("xref\n0 ")}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}
