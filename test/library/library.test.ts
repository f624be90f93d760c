import { expect, test } from "vitest";
import { check, draw, parse } from "../../server/library/library.ts";
import { dedent } from "../support/maps/dedent.ts";

const map = dedent(`
  source hearing: Minutes of the hearing
    file: minutes.md
  claim keep: The charge should stay.
    quote hearing: The air got cleaner
    reason: It works.
`);

test("a quote is found in the text of its article, as a reader sees it", async () => {
  expect(await check(map, { files: { "minutes.md": "She said: *The air* got cleaner." } })).toEqual([]);
});

test("a long article in Markdown is read too, and a quote that it lacks is reported with its place", async () => {
  const problems = await check(map, { files: { "minutes.md": "The air *stayed* as it was. ".repeat(200) } });
  expect(problems).toMatchObject([{ code: "quote-not-found", severity: "error", line: 4 }]);
});

test("without its text, an article is reported as missing", async () => {
  expect(await check(map)).toMatchObject([{ line: 2, code: "source-not-found" }]);
});

test("a map may import others by their paths, also in folders below it", async () => {
  const importing =
    "import: parts/costs.argmap\n\nclaim keep: It should stay.\n  reason: It pays.\n    premise costs\n";
  const files = { "parts/costs.argmap": "claim costs: It costs little.\n" };
  expect((await check(importing, { files })).filter(({ severity }) => severity === "error")).toEqual([]);
  expect(await draw(importing, { files })).toContain("It costs little.");
});

test("problems are in the order of the text, with the places that an editor shows", async () => {
  const problems = await check("reason for toll: It works.\nclaim keep: It should stay.\nreason for kep: It works.\n");
  expect(problems.filter(({ severity }) => severity === "error")).toMatchObject([
    { line: 1, column: 12, endLine: 1, endColumn: 16 },
    { line: 3, column: 12, endLine: 3, endColumn: 15 },
  ]);
});

test("a map is data, nested as in its text", () => {
  expect(parse("# Part\n\n// Why?\nclaim keep by lind: It stays.\n  strength: weak\n  premise it\n")).toEqual({
    items: [
      { level: 1, heading: "Part" },
      {
        keyword: "claim",
        name: "keep",
        comments: ["Why?"],
        clauses: [{ word: "by", names: ["lind"] }],
        text: "It stays.",
        attributes: [{ key: "strength", value: "weak" }],
        entries: [{ keyword: "premise", name: "it", isUse: true }],
      },
    ],
  });
});

test("a picture is light or dark, a tree or an outline, with a title and a legend or without", async () => {
  const titled = "map: On the toll\n\nclaim: It should stay.\n  reason: It works.\n";
  const [plain, dark, outline, legend, untitled] = await Promise.all([
    draw(titled),
    draw(titled, { theme: "dark" }),
    draw(titled, { shape: "outline" }),
    draw(titled, { legend: true }),
    draw(titled, { title: false }),
  ]);
  expect(new Set([plain, dark, outline, legend, untitled]).size).toBe(5);
  const heading = />On the toll<\/text>/;
  expect(plain).toMatch(heading);
  expect(untitled).not.toMatch(heading);
});

test("text of a map never becomes markup", async () => {
  expect(await draw("claim: <script>alert(1)</script>\n")).not.toContain("<script>alert");
});
