/** Reports about an argument: numbered prose with quotes as footnotes. */
import { convertToHtml } from "mammoth";
import { expect, test } from "vitest";
import { exportText } from "../../../support/formats/convert.ts";

const map = `map: The charge & more
# Roads
source report: A report
  url: https://example.org/report
claim keep: It should stay.
  reason air: The air got cleaner.
    quote report: nitrogen fell
      page: 2
    objection: It rained <twice>.
claim other: Another.
  reason:
    premise keep
claim third: Third.
  objection:
    premise keep
`;

test("is opened as a Word document, with footnotes", async () => {
  const { content } = await exportText(map, "docx");
  if (typeof content === "string") throw new Error("The document is no archive.");
  const { value, messages } = await convertToHtml({ buffer: Buffer.from(content) });
  expect(messages.filter(({ type }) => type === "error")).toEqual([]);
  expect(value).toContain("The charge &amp; more");
  expect(value).toMatch(/<h2>.*Roads<\/h2>|<h1>.*Roads<\/h1>/);
  expect(value).toContain("<strong>1.1.1.1  </strong><em>For this: </em>The air got cleaner.");
  expect(value).toContain("<em>Against this: </em>It rained &lt;twice&gt;.");
  expect(value).toMatch(/<li id="footnote-1">.*“nitrogen fell” — A report, p\. 2 https:\/\/example\.org\/report/);
});

test("is Markdown with numbered paragraphs, footnotes and references", async () => {
  const { content } = await exportText(map, "report");
  expect(content).toBe(`# The charge \\& more

## Roads

**1** Another.

**1.1** *For this:* the following

**1.1.1** *Because:* It should stay.

**1.1.1.1** *For this:* The air got cleaner.[^1]

**1.1.1.1.1** *Against this:* It rained \\<twice\\>.

**2** Third.

**2.1** *Against this:* the following

**2.1.1** *Because:* It should stay. (see 1.1.1)

[^1]: “nitrogen fell” — A report, p. 2 <https://example.org/report>
`);
});

test("keeps the paragraphs of an entry, and its footnotes after the last one", async () => {
  const text = "claim: It stays.\n\n  See www.example.org.\n\n  note: Said at https://example.org/a_b.\n";
  const { content, omissions } = await exportText(text, "report");
  expect(content).toContain(
    "**1** It stays.\n\nSee www\\.example.org.[^1]\n\n[^1]: Said at <https://example.org/a_b>.\n",
  );
  expect(omissions).toEqual([]);
  const word = (await exportText(text, "docx")).content;
  if (typeof word === "string") throw new Error("The document is no archive.");
  const { value } = await convertToHtml({ buffer: Buffer.from(word) });
  expect(value).toMatch(/<p><strong>1 {2}<\/strong>It stays\.<\/p><p>See www\.example\.org\.<sup>/);
});
