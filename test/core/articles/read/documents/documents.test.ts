import { describe, expect, test } from "vitest";
import { findQuote, searchableArticle } from "../../../../../server/core/articles/quotes/findQuote.ts";
import { readMetadata } from "../../../../../server/core/articles/read/metadata.ts";
import { sectionsOf } from "../../../../../server/core/articles/read/sections.ts";
import { type ReadResult, readBytes } from "../../../../../server/core/articles/readArticle.ts";
import { readWithTimeout } from "../../../../../server/node/backgroundReader.ts";
import { paragraph, run, writeDocx } from "../../../../support/documents/writeDocx.ts";
import { writeEpub } from "../../../../support/documents/writeEpub.ts";
import { writeOdt } from "../../../../support/documents/writeOdt.ts";
import { TEST_LIMIT } from "../../../../support/limits.ts";

/** Reads a file in a worker, with a limit that a busy machine does not reach. */
const read = (name: string, bytes: Uint8Array): Promise<ReadResult> =>
  readBytes(
    { name, bytes, encoding: undefined },
    (task, signal) => readWithTimeout(task, TEST_LIMIT, signal),
    new AbortController().signal,
  );

async function textOf(name: string, bytes: Uint8Array): Promise<string> {
  const result = await read(name, bytes);
  if (result.state !== "found") throw new Error(`The file is ${result.state}.`);
  return result.article.text;
}

const author = 'w:id="1" w:author="Ada" w:date="2024-05-17T00:00:00Z"';

describe("a Word document", () => {
  test("is read with accepted changes, and with its notes at the end", async () => {
    const body = [
      paragraph(
        run("The air is "),
        run("solid."),
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        run(" He left &amp; rode."),
      ),
      paragraph(
        run("It fell"),
        `<w:del ${author}><w:r><w:delText> slowly</w:delText></w:r></w:del>`,
        `<w:ins ${author}>${run(" fast")}</w:ins>`,
        run("."),
      ),
      `<w:tbl><w:tr><w:tc>${paragraph(run("Year"))}</w:tc><w:tc>${paragraph(run("2019"))}</w:tc></w:tr></w:tbl>`,
    ].join("");
    const note = `<w:footnote w:id="2">${paragraph(run("See the report."))}</w:footnote>`;
    expect(await textOf("report.DOCX", writeDocx(body, note))).toBe(
      "The air is solid. He left & rode.\n\nIt fell fast.\n\nYear\n\n2019\n\nSee the report.",
    );
  });

  test("contains a quote with or without the mark of a footnote", async () => {
    const body = paragraph(run("It is solid."), '<w:r><w:footnoteReference w:id="2"/></w:r>', run(" He left."));
    const result = await read("a.docx", writeDocx(body, `<w:footnote w:id="2">${paragraph(run("No."))}</w:footnote>`));
    if (result.state !== "found") throw new Error(`The file is ${result.state}.`);
    for (const quote of ["is solid. He left", "is solid.1 He left", "is solid.[1] He left"])
      expect(findQuote(searchableArticle(result.article), quote)).toHaveLength(1);
  });

  test("that cannot be read says why", async () => {
    const container = Buffer.concat([Buffer.of(0xd0, 0xcf, 0x11, 0xe0), Buffer.alloc(508)]);
    const encrypted = Buffer.concat([container, Buffer.from("EncryptedPackage", "utf16le")]);
    expect(await read("a.docx", encrypted)).toEqual({ state: "password-protected" });
    expect(await read("a.docx", container)).toEqual({ state: "broken" });
    expect(await read("a.docx", Buffer.from("no archive"))).toEqual({ state: "broken" });
    expect(await read("a.doc", Buffer.from("old"))).toEqual({ state: "unsupported" });
  });
});

const HEADERS = `From: =?utf-8?q?Ada_L=C3=ADnd?= <ada@example.org>
To: Bo <bo@example.org>, office@example.org
Subject: The trial
Date: Fri, 17 May 2024 10:00:00 +0000
MIME-Version: 1.0
`;
const SHOWN = `The trial\n\nFrom: Ada Línd <ada@example.org>\nTo: Bo <bo@example.org>, office@example.org\nDate: 2024-05-17T10:00:00.000Z`;

describe("an e-mail", () => {
  test.each([
    [
      "in quoted-printable and another encoding",
      "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nThe caf=E9 was sol=\nid.\n",
      "The café was solid.",
    ],
    [
      "as text and HTML",
      'Content-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\n\n<style>p{}</style><p>The <b>air</b>.<p>Fell.\n--b--\n',
      "The air.\n\nFell.",
    ],
    [
      "with an attachment",
      'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename="a.pdf"\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--b--\n',
      "See below.",
    ],
  ])("is read as a mail program shows it: %s", async (_case, message, text) => {
    expect(await textOf("a.eml", Buffer.from((HEADERS + message).replaceAll("\n", "\r\n")))).toBe(
      `${SHOWN}\n\n${text}`,
    );
  });

  test("gives a source its title, author and date", async () => {
    const result = await read("a.eml", Buffer.from(`${HEADERS}\nFrom: here on, it fell.`));
    if (result.state !== "found") throw new Error(`The file is ${result.state}.`);
    expect(await readMetadata(result.article)).toEqual({ title: "The trial", author: "Ada Línd", date: "2024-05-17" });
  });

  test("that is empty is broken", async () => {
    expect(await read("a.eml", new Uint8Array())).toEqual({ state: "broken" });
  });
});

test("keeps the headings of documents", async () => {
  const titlesOf = async (name: string, bytes: Uint8Array): Promise<readonly string[]> => {
    const result = await read(name, bytes);
    if (result.state !== "found") throw new Error(`The file is ${result.state}.`);
    return sectionsOf(result.article).map(
      ({ title, start, end }) => `${title}: ${result.article.text.slice(start, end).length}`,
    );
  };
  const heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>';
  const docx = `${paragraph(run("Before."))}${heading}${run("Air")}</w:p>${paragraph(run("It fell."))}`;
  expect(await titlesOf("a.docx", writeDocx(docx))).toEqual(["Air: 13"]);
  const odt = '<text:p>Before.</text:p><text:h text:outline-level="2">Air</text:h><text:p>It fell.</text:p>';
  expect(await titlesOf("a.odt", writeOdt(odt))).toEqual(["Air: 13"]);
  expect(await titlesOf("a.epub", writeEpub("<h1>Air</h1><p>It fell.</p>", "<h1>Cars</h1><p>Few.</p>"))).toEqual([
    "Air: 15",
    "Cars: 10",
  ]);
  const email = "From: a@b.c\r\nSubject: Hi\r\nContent-Type: text/html\r\n\r\n<h1>Air</h1><p>It fell.</p>\r\n";
  expect(await titlesOf("a.eml", new TextEncoder().encode(email))).toEqual(["Air: 13"]);
});
