import { describe, expect, test } from "vitest";
import { readMetadata } from "../../../../../server/core/articles/read/metadata.ts";
import { MAX_BYTES, type ReadResult, readBytes } from "../../../../../server/core/articles/readArticle.ts";
import { unreadableMessage } from "../../../../../server/core/checks/support/unreadableSource.ts";
import { readWithTimeout } from "../../../../../server/node/backgroundReader.ts";
import { paragraph, run, writeDocx } from "../../../../support/documents/writeDocx.ts";
import { epubFiles, writeEpub } from "../../../../support/documents/writeEpub.ts";
import { odtFiles, writeOdt } from "../../../../support/documents/writeOdt.ts";
import { withClaimedSize, writeZip } from "../../../../support/documents/writeZip.ts";
import { TEST_LIMIT } from "../../../../support/limits.ts";

/** Reads a file in a worker, with a limit that a busy machine does not reach. */
const read = (name: string, bytes: Uint8Array): Promise<ReadResult> =>
  readBytes(
    { name, bytes, encoding: undefined },
    (task, signal) => readWithTimeout(task, TEST_LIMIT, signal),
    new AbortController().signal,
  );

async function articleOf(name: string, bytes: Uint8Array) {
  const result = await read(name, bytes);
  if (result.state !== "found") throw new Error(`The file is ${result.state}.`);
  return result.article;
}

const FALLEN = { title: "The old town", author: "Nora Hale", date: "2024-05-17" };

describe("an e-book", () => {
  test("is read chapter by chapter in reading order, with its title, author and date", async () => {
    const article = await articleOf(
      "book.epub",
      writeEpub(
        "<h1>One</h1><p>It fell&#160;by a tenth.<sup><a href='#n'>1</a></sup> So<br/>he said.</p>",
        "<p hidden='hidden'>No</p><p>Two</p>",
      ),
    );
    expect(article.text).toBe("One\n\nIt fell\u00a0by a tenth. So\nhe said.\n\nTwo");
    expect(await readMetadata(article)).toEqual(FALLEN);
  });

  test("that cannot be read says why", async () => {
    const files = epubFiles("<p>One</p>");
    const { "OEBPS/text/chapter 0.xhtml": chapter = "", ...withoutChapter } = files;
    const withFiles = (more: Readonly<Record<string, string>>) => read("a.epub", writeZip({ ...files, ...more }));
    expect(await read("a.epub", writeZip(withoutChapter))).toEqual({ state: "broken" });
    expect(await withFiles({ "OEBPS/text/chapter 0.xhtml": chapter.slice(0, -20) })).toEqual({ state: "broken" });
    expect(await withFiles({ "META-INF/container.xml": "<container/>" })).toEqual({ state: "broken" });
    expect(await read("a.epub", writeEpub("<img src='a.png'/>"))).toEqual({ state: "no-text" });
    const lock = (path: string) =>
      withFiles({ "META-INF/encryption.xml": `<encryption><CipherReference URI="${path}"/></encryption>` });
    expect(await lock("OEBPS/text/chapter%200.xhtml")).toEqual({ state: "password-protected" });
    // Fonts are often encrypted, and are not read.
    expect((await lock("OEBPS/font.otf")).state).toBe("found");
  });
});

describe("an OpenDocument text", () => {
  test("is read with accepted changes, and with its notes at the end", async () => {
    const article = await articleOf(
      "a.odt",
      writeOdt(
        [
          "<text:tracked-changes><text:deletion><text:p>slowly</text:p></text:deletion></text:tracked-changes>",
          '<text:h>One</text:h><text:p>It <text:span>fell</text:span><text:change text:change-id="1"/><text:s text:c="3"/>fast.',
          "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See the report.</text:p></text:note-body></text:note>",
          " So<text:line-break/>he said.<office:annotation><text:p>Really?</text:p></office:annotation></text:p>",
          "<text:list><text:list-item><text:p>Two &amp; three</text:p></text:list-item></text:list>",
          "<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell></table:table-row></table:table>",
          '<text:section text:display="none"><text:p>Hidden</text:p></text:section><text:p><text:title>Field</text:title></text:p>',
        ].join(""),
      ),
    );
    expect(article.text).toBe("One\n\nIt fell fast. So\nhe said.\n\nTwo & three\n\nYear\n\nField\n\nSee the report.");
    expect(await readMetadata(article)).toEqual(FALLEN);
  });

  test("that cannot be read says why", async () => {
    const files = odtFiles("<text:p>One</text:p>");
    const { "content.xml": content = "", ...withoutContent } = files;
    const withFiles = (more: Readonly<Record<string, string>>) => read("a.odt", writeZip({ ...files, ...more }));
    expect(await read("a.odt", writeZip(withoutContent))).toEqual({ state: "broken" });
    expect(await withFiles({ "content.xml": content.slice(0, -20) })).toEqual({ state: "broken" });
    expect(await withFiles({ "content.xml": "<office:spreadsheet/>" })).toEqual({ state: "broken" });
    expect(await withFiles({ "META-INF/manifest.xml": "<manifest:encryption-data/>" })).toEqual({
      state: "password-protected",
    });
  });
});

describe("a web archive", () => {
  const archive = (page: string, frame = ""): Uint8Array =>
    Buffer.from(
      [
        "From: <Saved by a browser>",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="b"',
        "",
        "--b",
        "Content-Type: text/html; charset=windows-1252",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        page,
        "--b",
        "Content-Type: text/html",
        "",
        frame,
        "--b--",
        "",
      ].join("\r\n"),
    );

  test("is read as the page, without its frames", async () => {
    const page =
      '<html><head><title>The old town</title><meta name=3Dauthor content=3D"Nora Hale"></head><body><p>The caf=E9 f=\r\nell.<script>no</script></body></html>';
    for (const name of ["a.mhtml", "a.mht"]) {
      const article = await articleOf(name, archive(page, "<html><body>Buy now</body></html>"));
      expect(article.text).toBe("The café fell.");
      expect(await readMetadata(article)).toEqual({ ...FALLEN, date: undefined });
    }
  });

  test("that was cut off, or contains no page, is broken", async () => {
    expect(await read("a.mhtml", archive("<html><body>It fell").subarray(0, 200))).toEqual({ state: "broken" });
    expect(await read("a.mhtml", new Uint8Array())).toEqual({ state: "broken" });
  });
});

describe("an archive", () => {
  const spaces = " ".repeat(MAX_BYTES);
  const bombs: readonly [string, Uint8Array][] = [
    ["a.epub", writeEpub(`<p>One</p>${spaces}`)],
    ["a.odt", writeOdt(`<text:p>One</text:p>${spaces}`)],
    ["a.docx", writeDocx(paragraph(run(`One${spaces}`)))],
  ];

  test.each(bombs)("whose text is too large is not unpacked: %s", async (name, bytes) => {
    expect(bytes.length).toBeLessThan(MAX_BYTES / 100);
    const result = await read(name, bytes);
    expect(result).toMatchObject({ state: "too-large", isUnpacked: true });
    if (result.state === "found") return;
    expect(unreadableMessage({ ...result, uri: "" })).toMatch(/^This file is too large: its text is 2\d MB/);
  });

  test("that claims to be small unpacks no more than it claims", async () => {
    const { "content.xml": content = "", ...others } = odtFiles(`<text:p>One</text:p>${spaces}`);
    const bytes = withClaimedSize(writeZip({ "content.xml": content, ...others }), 1000);
    expect(await read("a.odt", bytes)).toEqual({ state: "broken" });
  });

  test.each(bombs)("that is cut off is broken: %s", async (name, bytes) => {
    for (const length of [0, 10, bytes.length >> 1, bytes.length - 5])
      expect(await read(name, bytes.subarray(0, length))).toEqual({ state: "broken" });
  });
});
