/** Exporting a map to JSON and importing it again. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanMap } from "../../../support/arbitraries/cleanMaps.ts";
import { anyMap } from "../../../support/arbitraries/maps.ts";
import {
  documentOf,
  exportText,
  formattingEdits,
  importText,
  problemsIn,
  roundTrip,
} from "../../../support/formats/convert.ts";
import { runs } from "../../../support/runs.ts";

describe("out and in again", () => {
  test("is the same map", () =>
    fc.assert(
      fc.asyncProperty(cleanMap, async (map) => {
        const back = await roundTrip(map, "json");
        expect(documentOf(back)).toEqual(documentOf(map));
        expect(problemsIn(back, true)).toEqual(problemsIn(map, true));
        expect(formattingEdits(back)).toBe(0);
      }),
      { numRuns: runs(60) },
    ));

  test("keeps what can be read of any map", () =>
    fc.assert(
      fc.asyncProperty(anyMap, async (map) => {
        expect(documentOf(await roundTrip(map, "json"))).toEqual(documentOf(map));
      }),
      { numRuns: runs(300) },
    ));
});

test("lists the lines that cannot be read", async () => {
  const { omissions } = await exportText("claim keep: The charge should stay.\nnonsense\n", "json");
  expect(omissions).toEqual([{ what: "lines that cannot be read", where: ["line 2"] }]);
});

describe("says what is wrong with", () => {
  test.each([
    ["a cut-off file", '{\n"format": "argmap",\n"ver', "The JSON ends too early: the file may be cut off."],
    ["a mistake in the JSON", '{\n"format": oops }', "The JSON is not valid."],
    ["another JSON file", '{"nodes": []}', "“format” is missing from the JSON."],
    [
      "a wrong keyword",
      '{"format":"argmap","version":1,"items":[{"keyword":"proof"}]}',
      "“items[0].keyword” in the JSON must be map or import or source or speaker or question or claim or reason or objection or premise or assumption or quote.",
    ],
    [
      "a wrong name",
      '{"format":"argmap","version":1,"items":[{"keyword":"claim","name":"two words"}]}',
      "“items[0].name” in the JSON must be a name.",
    ],
    [
      "an unknown field",
      '{"format":"argmap","version":1,"items":[{"keyword":"claim","colour":"red"}]}',
      "“items[0].colour” in the JSON is not part of a map; the schema says what is.",
    ],
    ["an empty file", " \n", "The file is empty."],
  ])("%s", async (_, text, message) => {
    await expect(importText(text, "json")).rejects.toThrow(message);
  });

  test("entries that are nested too deeply", async () => {
    const depth = 20_000;
    const text = `{"format":"argmap","version":1,"items":[${'{"keyword":"reason","entries":['.repeat(depth)}${"]}".repeat(depth)}]}`;
    await expect(importText(text, "json")).rejects.toThrow(
      "“items[0]” in the JSON is nested more than 3000 levels deep.",
    );
  });

  test("a mistake in JSON that is nested very deeply", async () => {
    const text = `{"format":"argmap","items":${"[".repeat(100_000)}oops`;
    await expect(importText(text, "json")).rejects.toThrow(
      "The JSON is not valid, and its values are nested very deeply.",
    );
  });
});
