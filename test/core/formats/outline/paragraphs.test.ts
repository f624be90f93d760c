/** What the texts of an outline keep: their paragraphs, and words that look like marks. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentOf, exportText, importText, roundTrip } from "../../../support/formats/convert.ts";
import { dedent } from "../../../support/maps/dedent.ts";
import { runs, skipsLongInput } from "../../../support/runs.ts";

const formats = ["kialo", "markdown", "opml"];

describe.each(formats)("out to %s and in again", (format) => {
  test.each(["See 1.1.", "-> See 1.", "→ See 1", "\\-> See 1.", "\\- so", "- so", "1. so", "1.1 so"])(
    "keeps the text “%s”",
    async (text) => {
      const map = `map: The charge\n\nclaim: It stays.\n  reason:\n    \\${text}\n`;
      expect(documentOf(await roundTrip(map, format))).toEqual(documentOf(map));
    },
  );

  test("keeps the levels of headings, also where one is left out", async () => {
    const map =
      "map: Roads\n\n# One\n\nclaim: A.\n\n### Three\n\nclaim: B.\n\n## Sources\n\nclaim: C.\n\n# Last #\n\nclaim: D.\n";
    expect(await roundTrip(map, format)).toBe(map);
  });
});

const paragraphs = "map: The charge\n\nclaim: It stays.\n\n  It helps.\n\n  reason: Air.\n\n    Water.\n";

test.each(["markdown", "opml"])("%s keeps paragraphs", async (format) => {
  expect(documentOf(await roundTrip(paragraphs, format))).toEqual(documentOf(paragraphs));
  expect((await exportText(paragraphs, format)).omissions).toEqual([]);
});

test("any paragraphs are the same in Markdown after out and in", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.stringMatching(/^[-*+0-9.>[\]^:#\\a-z →•"?]{1,9}$/), { minLength: 1, maxLength: 3 }),
      async (written) => {
        const texts = written.map((text) => text.trim().replaceAll(/\s+/g, " "));
        const map = ["claim: C.", "  reason:", ...texts.flatMap((text) => [`    \\${text || "a"}`, ""])].join("\n");
        const back = await roundTrip(map, "markdown");
        expect(documentOf(back).items.at(-1)).toEqual(documentOf(map).items.at(-1));
      },
    ),
    { numRuns: runs(300) },
  ));

test("Kialo lists what it joins", async () => {
  expect((await exportText(paragraphs, "kialo")).omissions).toEqual([
    { what: "breaks between paragraphs", where: ["“It stays.\n\nIt helps.”", "“Air.\n\nWater.”"] },
  ]);
});

test.each(formats)("%s lists the paragraphs of quotes that it joins", async (format) => {
  const map = "source paper: A paper\n\nclaim: A.\n  quote paper: One.\n\n    Two.\n";
  const { omissions } = await exportText(map, format);
  expect(omissions).toEqual([{ what: "breaks between paragraphs of quotes and notes", where: ["“A.”"] }]);
});

test("a paragraph belongs to the item that it is indented under, and to none at the left edge", async () => {
  const text =
    "# Roads\n\n- A.\n  - Pro: B\n    goes on.\n\n    More of B.\n\n  More of A,\nall of it.\n\nAn aside\nof two lines.\n\n- C.\n";
  const imported = await importText(text, "markdown");
  expect(imported.text).toBe(
    dedent(`
    map: Roads

    claim: A.

      More of A, all of it.
      reason: B goes on.

        More of B.

    claim: C.
  `),
  );
  expect(imported.omissions).toEqual([{ what: "lines outside the list", where: ["line 12", "line 13"] }]);
});

describe.skipIf(skipsLongInput)("very deep maps", () => {
  const depth = 1500;
  const deep = `claim: Root.\n${Array.from({ length: depth }, (_, n) => `${" ".repeat(n + 1)}reason: Level ${n}.\n`).join("")}`;

  test.each(["json", ...formats, "argdown", "aif", "jsonld"])("out to %s and in again", async (format) => {
    const back = await roundTrip(deep, format);
    expect(back.match(/Level \d+\./g)).toHaveLength(depth);
  });

  test.each(["docx", "report", "dot", "graphml", "csv"])("out to %s", async (format) => {
    expect((await exportText(deep, format)).omissions).toEqual([]);
  });
});

test.each(formats)("%s keeps brackets in the title of a source", async (format) => {
  const map = "source report: Report (2024)\n\nclaim: It fell.\n  quote report: It fell by a third.\n";
  expect(await roundTrip(map, format)).toContain(": Report (2024)\n");
});
