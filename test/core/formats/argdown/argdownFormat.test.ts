/** Importing Argdown, and exporting maps to it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseArgdown } from "../../../../server/core/formats/argdown/argdownModel.ts";
import { cleanMap } from "../../../support/arbitraries/cleanMaps.ts";
import { exportText, formattingEdits, importText, problemsIn, roundTrip } from "../../../support/formats/convert.ts";
import { describeMap } from "../../../support/formats/describeGraph.ts";
import { dedent } from "../../../support/maps/dedent.ts";
import { runs } from "../../../support/runs.ts";

/** The result of Argdown's own parser for a text. */
function countArgdown(text: string) {
  const { statements, arguments: found, relations } = parseArgdown(text);
  const kinds = relations.map(({ from, relationType, to }) => `${from?.type} ${relationType} ${to?.type}`).sort();
  return { statements: statements.length, arguments: found.length, kinds };
}

const tollDebate = dedent(`
  ===
  title: The toll
  author: Nora Hale
  date: 2025-03
  color:
    scheme: blue
  ===

  # Theses

  [Keep]: The toll **should** stay. #core {likelihood: likely, isInMap: true}
    + <Air>: The air got cleaner. #health
      - <Winter>: The winter was mild.
      _ [Chance]: It was chance.
    - <Shops>
    >< [Drop]: The toll should go.

  [Keep]: Let us go on with the toll.

  ## Details

  <Air>

  (1) Nitrogen dioxide fell. {source: office}
  (2) [Cars]: Where there are fewer cars, there is less of it.
  -- Modus Ponens, Expert opinion {uses: [1, 2]} --
  (3) There were fewer cars.
  (4) Nothing else changed.
  ----
  (5) [Keep]

  [Cars]
    -> <Shops>

  <Alone>: Nobody says what this is for.
`);

test("reads statements, arguments, relations and headings as a map", async () => {
  const { text, omissions } = await importText(tollDebate, "argdown");
  expect(text).toMatchInlineSnapshot(`
    "map: The toll
      author: Nora Hale
      date: 2025-03
      x-color: {"scheme":"blue"}

    # Theses

    claim Keep contradicts Drop: The toll **should** stay.
      tags: core
      likelihood: likely
      x-isInMap: true
      objection Shops: Shops
        objection:
          premise Cars

    claim restates Keep: Let us go on with the toll.

    claim Chance: It was chance.

    claim Drop: The toll should go.

    objection Winter against Air: The winter was mild.
      x-relation: attack

    ## Details

    claim Alone: Nobody says what this is for.
      x-argdown: argument

    reason Air for Keep: The air got cleaner.
      tags: health
      premise: There were fewer cars.
        reason:
          x-argument: Air
          scheme: modus-ponens, expert-opinion
          premise: Nitrogen dioxide fell.
            x-source: office
          premise Cars: Where there are fewer cars, there is less of it.
      premise: Nothing else changed.
      objection:
        premise Chance
    "
  `);
  expect(problemsIn(text)).toEqual([]);
  expect(formattingEdits(text)).toBe(0);
  expect(omissions).toEqual([]);
});

test("keeps the scheme of a reason without premises", async () => {
  const map = dedent(`
    map: Tolls

    claim: The toll should stay.
      reason: The air got cleaner.
        scheme: sign
  `);
  expect(await roundTrip(map, "argdown")).toBe(map);
});

test("lists the restatements that Argdown cannot hold", async () => {
  const { omissions } = await exportText(
    dedent(`
      speaker lin: Lin

      claim keep: The toll should stay.
      claim again restates keep: It should not go.
        reason: It works.
      claim by lin restates keep: Let it stay.
        tags: core
    `),
    "argdown",
  );
  expect(omissions).toEqual([
    { what: "restatements", where: ["again"] },
    { what: "speakers of restatements", where: ["let-stay"] },
    { what: "attributes “tags” of restatements", where: ["let-stay"] },
  ]);
});

test("out of a map again has the same statements, arguments and relations", async () => {
  const { text } = await importText(tollDebate, "argdown");
  const { content } = await exportText(text, "argdown");
  expect(countArgdown(String(content))).toEqual(countArgdown(tollDebate));
  expect(describeMap((await importText(String(content), "argdown")).text)).toEqual(describeMap(text));
});

describe("out to Argdown and in again", () => {
  test("keeps claims, steps and speakers", () =>
    fc.assert(
      fc.asyncProperty(cleanMap, async (map) => {
        const back = await roundTrip(map, "argdown");
        expect(describeMap(back)).toEqual(describeMap(map));
        expect(formattingEdits(back)).toBe(0);
        expect(problemsIn(back).filter((code) => !problemsIn(map).includes(code))).toEqual([]);
      }),
      { numRuns: runs(40) },
    ));

  test("keeps any text", () =>
    fc.assert(
      fc.asyncProperty(fc.array(anyWord, { minLength: 1, maxLength: 8 }), async (words) => {
        const map = `claim keep: The charge.\n  reason: Say ${words.join(" ")} so\n`;
        expect(describeMap(await roundTrip(map, "argdown"))).toEqual(describeMap(map));
      }),
      { numRuns: runs(200) },
    ));
});

/** Words with signs that mean something in Argdown. */
const anyWord = fc.constantFrom(
  "plain",
  "#tag",
  "[ref]",
  "<arg>",
  "@[x]",
  "{a:",
  "b}",
  "*",
  "**",
  "_a",
  "b_",
  "a_b",
  "//",
  "/*",
  "*/",
  "<!--",
  "-->",
  "--",
  "(1)",
  "+",
  "-",
  "->",
  "><",
  "=",
  "===",
  ":x:",
  ".~.",
  "e.g.",
  "12:31",
  "https://a.b/c_d",
  "C#",
  "5*3",
  "back\\slash",
  "“…”",
  "空气",
);

test.each([
  ["tags", "claim keep: It stays.\n  tags: air, health\n"],
  ["titles", "claim keep: It stays.\n  title: Keep it (now)\n"],
  ["likelihoods", "claim keep: It stays.\n  likelihood: 55-80%\n"],
  ["notes", "claim keep: It stays.\n  note: Said in {March}, “twice”.\n"],
  ["keys of one's own", "claim keep: It stays.\n  x-status: draft\n"],
])("keeps %s", async (_, map) => {
  expect(await roundTrip(map, "argdown")).toBe(`map: map\n\n${map}`);
});

test("nests emphasis and links as Argdown does", async () => {
  const { text } = await importText(
    "[Keep]: It **should [stay](https://example.org)**, [**now**](https://example.org/now) and *always*.\n",
    "argdown",
  );
  expect(text).toContain(
    "claim Keep: It **should [stay](https://example.org)**, [**now**](https://example.org/now) and *always*.",
  );
});

test("takes lines that Argdown cannot read as text, and lists them", async () => {
  const { text, omissions } = await importText("[A]: One.\n\nTwo _and three.\n", "argdown");
  expect(text).toContain("Two _and three.");
  expect(omissions).toEqual([{ what: "lines that Argdown cannot read, which became text", where: ["line 3"] }]);
});

test("names the line of a text that is no Argdown", async () => {
  await expect(importText("(1) a\n(2) b\n", "argdown")).rejects.toMatchObject({
    message: expect.stringContaining("The Argdown is not valid"),
  });
});

test("lists what Argdown cannot hold", async () => {
  const map = dedent(`
    speaker roy: Arun Roy
      role: Chair
    source report: The report
    question q: Should it stay?
    claim keep answers q accepted-by roy: Yes.
      reason: It works.
        quote report: “it works”
  `);
  const { omissions } = await exportText(map, "argdown");
  expect(omissions.map(({ what }) => what)).toEqual([
    "attributes “role” of speakers and sources",
    "questions",
    "quotes and their sources",
    "answers to questions",
    "who accepts and rejects claims",
  ]);
});
