/** Outlines of pros and cons: Kialo's text export, lists, OPML, mind maps. */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectFormat } from "../../../../server/core/formats/registry.ts";
import { cleanMap } from "../../../support/arbitraries/cleanMaps.ts";
import {
  documentOf,
  exportText,
  formattingEdits,
  importText,
  problemsIn,
  roundTrip,
} from "../../../support/formats/convert.ts";
import { dedent } from "../../../support/maps/dedent.ts";
import { root } from "../../../support/root.ts";
import { runs } from "../../../support/runs.ts";

const kialo = `Discussion Title: Should the charge stay?

1. The charge should stay.
1.1. Pro: The air got cleaner. [1]
1.1.1. Con: It rained
all spring.
1.2. Con: It is unfair.
1.2.1. Pro: -> See 1.1.
1.3. Pro: Traffic fell.

Sources:
[1] “Nitrogen fell” — A report, p. 2 https://example.org/report
`;

describe("Kialo", () => {
  test("becomes a map with sides, sources and what is used twice", async () => {
    const { text, omissions } = await importText(kialo, "kialo");
    expect(text).toBe(
      dedent(`
      map: Should the charge stay?

      source report: A report
        url: https://example.org/report

      claim: The charge should stay.
        reason for unfair: The air got cleaner.
          quote report: Nitrogen fell
            page: 2
          objection: It rained all spring.
        objection unfair: It is unfair.
        reason: Traffic fell.
    `),
    );
    expect(omissions).toEqual([]);
    expect(problemsIn(text)).toEqual([]);
  });

  test.each(["https://www.example.org/report?page=2", "<https://www.example.org/report?page=2>"])(
    "a source that is only the address %s is named after its site",
    async (source) => {
      const { text } = await importText(
        kialo.replace("“Nitrogen fell” — A report, p. 2 https://example.org/report", source),
        "kialo",
      );
      expect(text).toContain("source exampleorg: example.org\n  url: https://www.example.org/report?page=2\n");
      expect(problemsIn(text)).toEqual([]);
    },
  );

  test("is recognized by its text", () => {
    expect(detectFormat(".txt", kialo)?.id).toBe("kialo");
    expect(detectFormat(".txt", "- A claim\n  - Pro: A reason\n")?.id).toBe("markdown");
    expect(detectFormat(".opml", "<opml/>")?.id).toBe("opml");
  });
});

describe("lists", () => {
  const expected = dedent(`
    claim: The charge should stay.
      reason: The air got cleaner.
        objection: It rained.
      objection: It is unfair.
  `);
  test.each([
    [
      "bullets",
      "- The charge should stay.\n  - Pro: The air got cleaner.\n    - Con: It rained.\n  - Con: It is unfair.\n",
    ],
    ["tabs", "* The charge should stay.\n\t* + The air got cleaner.\n\t\t* − It rained.\n\t* - It is unfair.\n"],
    [
      "numbers",
      "1. The charge should stay.\n   1. (+) The air got cleaner.\n      1. (-) It rained.\n   2. Against: It is unfair.\n",
    ],
    [
      "paths",
      "1 The charge\n1. The charge should stay.\n1.1 [pro] The air got cleaner.\n1.1.1 [con] It rained.\n1.2 [con] It is unfair.\n",
    ],
    [
      "bold labels",
      "- **Thesis:** The charge should stay.\n  - **Pro:** The air got cleaner.\n    - **Con:** It rained.\n  - **Con:** It is unfair.\n",
    ],
  ])("with %s", async (_, text) => {
    const imported = await importText(text, "markdown");
    expect(imported.text.replace(/^map:.*\n\n/, "")).toBe(expected);
    expect(problemsIn(imported.text)).toEqual([]);
  });

  test("keep their headings as sections, and report what has no side", async () => {
    const { text, omissions } = await importText(
      "# Title\n\n## Roads\n\n- Is it fair?\n  - It is.\n    - So they say.\n",
      "markdown",
    );
    expect(text).toBe("map: Title\n\n# Roads\n\nquestion: Is it fair?\n  claim: It is.\n    reason: So they say.\n");
    expect(omissions).toEqual([{ what: "items without a side, read as reasons", where: ["line 7"] }]);
  });

  test("list each line that belongs to no item", async () => {
    const { text, omissions } = await importText(
      "# Title\n\nAn introduction.\n\n- It should stay. [1]\n  - Pro: Air.\n\n---\n\n## Roads\n\nAbout roads.\n\n- It is fair.\n\n" +
        "Sources:\n- A book\n[1] A report, p. 2\n[2] Nobody cites this.\n",
      "markdown",
    );
    expect(text).toBe(
      dedent(`
      map: Title

      source report: A report

      claim: It should stay.
        quote report:
          page: 2
        reason: Air.

      # Roads

      claim: It is fair.
    `),
    );
    expect(omissions).toEqual([{ what: "lines outside the list", where: ["line 3", "line 12", "line 17", "line 19"] }]);
  });

  test("keep what is below a reference that leads nowhere", async () => {
    const { text, omissions } = await importText("- It should stay.\n  - Pro: -> see 9\n    - Pro: Air.\n", "markdown");
    expect(text).toBe("claim: It should stay.\n  reason: See 9\n    reason: Air.\n");
    expect(omissions).toEqual([{ what: "references to other items", where: ["line 2"] }]);
    expect(problemsIn(text)).toEqual([]);
  });

  test("keep words before a colon that say nothing about sides", async () => {
    const { text } = await importText("- Constructor: The builder should pay.\n", "markdown");
    expect(text).toContain("Constructor: The builder should pay.");
  });
});

describe("FreeMind", () => {
  test("becomes a map: icons give the sides, notes and links are kept", async () => {
    const { text } = await importText(
      `<map version="1.0.1"><node TEXT="It should stay."><node TEXT="Air" LINK="https://example.org/a"><icon BUILTIN="button_ok"/></node>
      <node TEXT="Unfair"><icon BUILTIN="button_cancel"/><richcontent TYPE="NOTE"><html><body><p>Lin says so.</p></body></html></richcontent></node></node></map>`,
      "freemind",
    );
    expect(text).toContain("claim: It should stay.\n  reason: Air\n");
    expect(text).toContain("  objection: Unfair\n    note: Lin says so.\n");
    expect(text).toContain("url: https://example.org/a");
    expect(problemsIn(text)).toEqual([]);
  });
});

/** The checks of what a map argues, not of how it is written. */
const argumentChecks = new Set(
  readdirSync(join(root, "server/core/checks/rules/argument")).map((file) => basename(file, ".ts")),
);

describe.each(["kialo", "markdown", "opml"])("out to %s and in again", (format) => {
  test("is the same again after the first time, and has no errors", () =>
    fc.assert(
      fc.asyncProperty(cleanMap, async (map) => {
        const once = await roundTrip(map, format);
        // Two claims may differ only in a detail that outlines lack, such as a likelihood.
        expect(problemsIn(once).filter((code) => !argumentChecks.has(code))).toEqual([]);
        expect(formattingEdits(once)).toBe(0);
        expect(documentOf(await roundTrip(once, format))).toEqual(documentOf(once));
      }),
      { numRuns: runs(40) },
    ));

  test("keeps texts and sides", async () => {
    const map = dedent(`
      map: The charge

      claim: It should stay.
        reason: The air got cleaner.
          objection: It rained.
        objection: It is unfair.
    `);
    expect(await roundTrip(map, format)).toBe(map);
  });

  test.each(["Is it fair?", "Con: so be it."])("keeps the claim “%s” a claim", async (text) => {
    const map = `map: The charge\n\nclaim:\n  \\${text}\n`;
    expect(documentOf(await roundTrip(map, format))).toEqual(documentOf(map));
  });

  test.each(["“Nitrogen fell”", '"Nitrogen fell"', "“He said “so” then”", "Nitrogen “fell” there"])(
    "keeps the words and the source of the quote %s",
    async (words) => {
      const map = `source report: Report\n\nclaim: It stays.\n  quote report: ${words}\n`;
      const text = await roundTrip(map, format);
      expect(text).toContain("source report: Report\n");
      expect(text).toContain(`  quote report: ${words.replace(/^["“](.*)["”]$/, "$1")}\n`);
    },
  );

  test("lists what it leaves out of a source, and objections to quotes", async () => {
    const map = dedent(`
      map: Tolls

      source report: Report
        url: https://example.org
        author: Wu

      claim: It fell.
        quote report: Nitrogen fell
          objection doubt: It did not.
    `);
    expect((await exportText(map, format)).omissions).toEqual([
      { what: "objections to quotes", where: ["doubt"] },
      { what: "values of “author”", where: ["report"] },
    ]);
  });

  test("lists what it leaves out of a quote", async () => {
    const map = dedent(`
      source report: Report

      claim fell: It fell.
        quote report: Nitrogen fell
          page: 2
          section: Air
          occurrence: 2
          note: A figure.
    `);
    expect((await exportText(map, format)).omissions).toEqual([
      { what: "values of “section” of quotes", where: ["fell"] },
      { what: "values of “occurrence” of quotes", where: ["fell"] },
      { what: "values of “note” of quotes", where: ["fell"] },
    ]);
  });

  test("keeps square brackets in a text apart from footnotes", async () => {
    const map = dedent(`
      source report: Report

      claim: It fell [1], as [^2] says.
        quote report: Nitrogen fell
    `);
    expect(await roundTrip(map, format)).toContain(
      "claim: It fell [1], as [^2] says.\n  quote report: Nitrogen fell\n",
    );
  });
});

describe("refuses with one sentence and its place", () => {
  const deep = (count: number): string =>
    `<opml version="2.0"><body>${'<outline text="x?">'.repeat(count)}${"</outline>".repeat(count)}</body></opml>`;
  const laughs = `<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><opml><body><outline text="&b;"/></body></opml>`;
  const outside = `<!DOCTYPE opml [<!ENTITY f SYSTEM "file:///etc/passwd">]><opml><body><outline text="x">&f;</outline></body></opml>`;
  test.each([
    ["opml", "not well-formed XML", "<opml>\n<body>\n</opml>", /^The XML is not well-formed: .*\.$/, 3],
    ["opml", "a cut-off file", '<opml>\n<body><outline text="a">', /^The XML is not well-formed: .*\.$/, 2],
    ["opml", "entities of its own", laughs, /^XML does not define “&b;”, and .*\. Write the character itself\.$/, 1],
    ["opml", "entities from outside", outside, /^XML does not define “&f;”, and /, 1],
    ["opml", "questions that are nested too deeply", deep(5000), /^The questions are nested too deeply\.$/, 1],
    ["opml", "another XML file", "<svg/>", /^The file begins with <svg>, not with <opml>\.$/, 1],
    ["opml", "no body", "<opml></opml>", /^The OPML has no <body>\.$/, 1],
    ["opml", "no items", "<opml><body/></opml>", /^The file has no items\.$/, undefined],
    ["freemind", "no nodes", "<map></map>", /^The mind map has no nodes\.$/, 1],
    ["freemind", "no XML", "so it is", /^The XML is not well-formed: .*\.$/, 1],
    ["markdown", "prose", "It is so.\n\nIt is so too.\n", /^The text has no list: /, 3],
  ])("%s: %s", async (format, _, text, message, line) => {
    await expect(importText(text, format)).rejects.toMatchObject({ message: expect.stringMatching(message), line });
  });

  test("no text makes a reader fail in another way", () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom("kialo", "markdown", "opml", "freemind"), fc.string(), async (format, text) => {
        await importText(text, format).catch((error: unknown) => expect(error).toHaveProperty("name", "ImportError"));
      }),
      { numRuns: runs(200) },
    ));
});
