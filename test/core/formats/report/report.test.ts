/** Reports about an argument: numbered prose with quotes as footnotes. */
import { convertToHtml } from "mammoth";
import { describe, expect, test } from "vitest";
import { exportMap } from "../../../../server/core/formats/convert.ts";
import { formatWithId } from "../../../../server/core/formats/registry.ts";
import { VERDICTS_NOTE } from "../../../../server/core/formats/report/reportText.ts";
import type { Entry } from "../../../../server/core/language/entry.ts";
import { MapFile } from "../../../../server/core/language/map.ts";
import { exportText } from "../../../support/formats/convert.ts";
import { dedent } from "../../../support/maps/dedent.ts";

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

describe("with what is computed", () => {
  const weighed = dedent(`
    map: The charge

    claim keep: It should stay.
      reason air: The air got cleaner.
        strength: weak
      objection cost: It costs money.
        objection: It pays for itself.
  `);
  const words = new Map([
    ["keep", "stands, unlikely (30%)"],
    ["cost", "falls"],
  ]);
  const exportWeighed = (format: string) => {
    const found = formatWithId(format);
    if (found === undefined) throw new Error(`There is no format ${format}.`);
    const verdictOf = ({ head }: Entry): string | undefined => words.get(head.name?.text ?? "");
    return exportMap(new MapFile("file:///map.argmap", weighed), "map", found, verdictOf);
  };

  test("marks it as computed in Markdown", async () => {
    const { content } = await exportWeighed("report");
    expect(content).toContain(`# The charge\n\n*${VERDICTS_NOTE}*\n\n`);
    expect(content).toContain("**1** It should stay. *(computed: stands, unlikely (30%))*\n");
    expect(content).toContain("**1.2** *Against this:* It costs money. *(computed: falls)*\n");
    expect(content).toContain("**1.1** *For this:* The air got cleaner.\n");
  });

  test("marks it as computed in Word", async () => {
    const { content } = await exportWeighed("docx");
    if (typeof content === "string") throw new Error("The document is no archive.");
    const { value } = await convertToHtml({ buffer: Buffer.from(content) });
    expect(value).toContain(`<em>${VERDICTS_NOTE}</em>`);
    expect(value).toContain("It should stay.<em> (computed: stands, unlikely (30%))</em>");
  });

  test("shows nothing of it by default", async () => {
    expect((await exportText(weighed, "report")).content).not.toMatch(/computed/i);
  });
});
