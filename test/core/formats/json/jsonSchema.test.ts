/** The published schema describes what is exported, and no more than what is imported. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attributeKeys, clauseWords, keywords } from "../../../../server/core/language/vocabulary.ts";
import { cleanMap } from "../../../support/arbitraries/cleanMaps.ts";
import { anyMap } from "../../../support/arbitraries/maps.ts";
import { exportText, importText } from "../../../support/formats/convert.ts";
import { root } from "../../../support/root.ts";
import { runs } from "../../../support/runs.ts";

const schema = JSON.parse(readFileSync(join(root, "docs/argmap.schema.json"), "utf8"));
const isValid = new Ajv2020({ strict: true, strictRequired: false, unicodeRegExp: true }).compile(schema);

test("every exported map is valid", () =>
  fc.assert(
    fc.asyncProperty(fc.oneof(cleanMap, anyMap), async (map) => {
      const { content } = await exportText(map, "json");
      expect(isValid(JSON.parse(String(content))), JSON.stringify(isValid.errors)).toBe(true);
    }),
    { numRuns: runs(150) },
  ));

test("the schema lists the words of the language", () => {
  const { entry, clause, attribute } = schema.$defs;
  expect(entry.properties.keyword.enum).toEqual([...keywords]);
  expect(clause.properties.word.enum).toEqual([...clauseWords]);
  expect(attribute.properties.key.anyOf[0].enum).toEqual([...attributeKeys]);
});

describe("what the schema refuses, the import refuses", () => {
  const map = (...items: readonly object[]) => ({ format: "argmap", version: 1, items });
  test.each([
    ["another version", { format: "argmap", version: 2, items: [] }],
    ["no items", { format: "argmap", version: 1 }],
    ["an unknown keyword", map({ keyword: "proof" })],
    ["a name with a space", map({ keyword: "claim", name: "two words" })],
    ["a clause without names", map({ keyword: "claim", clauses: [{ word: "by", names: [] }] })],
    ["an unknown key", map({ keyword: "claim", attributes: [{ key: "colour", value: "red" }] })],
    ["a use without a name", map({ keyword: "premise", isUse: true })],
    ["a heading without words", map({ level: 1, heading: " " })],
    ["a heading of level 7", map({ level: 7, heading: "Deep" })],
    ["an unknown field", map({ keyword: "claim", id: 3 })],
  ])("%s", async (_, value) => {
    expect(isValid(value)).toBe(false);
    await expect(importText(JSON.stringify(value), "json")).rejects.toThrow(/JSON/);
  });
});
