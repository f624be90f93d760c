import { describe, expect, test } from "vitest";
import { readAttributes } from "../../../../server/core/language/intent/attributeReading.ts";
import type { Keyword } from "../../../../server/core/language/vocabulary.ts";

/** Returns the line as the attributes that it was meant as. */
function rewritten(owner: Keyword, line: string): string | undefined {
  const reading = readAttributes(line, 0, owner);
  return reading && line.slice(0, reading.at.start) + reading.replacement.join("\n") + line.slice(reading.at.end);
}

describe("a line is read as the attribute that it was meant as", () => {
  test.each<[string, Keyword, string, string]>([
    ["with a misspelt key", "source", "auhtor: The office", "author: The office"],
    ["with a capital", "claim", "Note: Said in March.", "note: Said in March."],
    ["behind a list mark", "claim", "- tags: air", "tags: air"],
    ["without a colon", "claim", "likelihood likely", "likelihood: likely"],
    ["without a space after the colon", "source", "file:report.txt", "file: report.txt"],
    ["with an equals sign", "claim", "likelihood = 70%", "likelihood: 70%"],
    ["with the key and the scale of another tool", "claim", "credence: 0.7", "likelihood: 70%"],
    ["with a key that means something else for a step", "reason", "probability: 0.7", "strength: 70%"],
    ["with a number from the scale of another tool", "claim", "credence: 3", "x-credence: 3"],
    ["with a key that nothing here stands for", "claim", "color: red", "x-color: red"],
    ["with such a key in British spelling", "claim", "colour: red", "x-colour: red"],
    ["with another key in British spelling", "speaker", "organisation: The council", "affiliation: The council"],
    ["with any key under a title", "map", "mood: bright", "x-mood: bright"],
    ["with an equals sign and no value yet", "claim", "likelihood =", "likelihood:"],
    ["with a synonym and no value yet", "claim", "Credence:", "likelihood:"],
    ["with two wrong letters in a long key", "source", "relibilty: A", "reliability: A"],
    ["with a short word that is near no key", "source", "rul: x", "x-rul: x"],
    ["behind a list mark with a full-width colon", "claim", "- note：Said", "note: Said"],
    [
      "as several in braces with quotation marks",
      "claim",
      "{credence: “0.7”; mood: 'bright'}",
      "likelihood: 70%\nx-mood: bright",
    ],
    ["as one tag", "claim", "#air", "tags: air"],
    ["as hashtags", "claim", "#air #old-town", "tags: air, old-town"],
    ["as several in braces", "claim", "{credence: 0.7, tags: [air]}", "likelihood: 70%\ntags: air"],
  ])("%s", (_case, owner, line, expected) => expect(rewritten(owner, line)).toBe(expected));
});

test.each<[Keyword, string]>([
  ["claim", "likelihood: 70%"],
  ["claim", "x-mood: bright"],
  ["claim", "data: none"],
  ["claim", "mood: bright"],
  ["claim", "color = red"],
  ["claim", "color:red"],
  ["claim", "note://example.org"],
  ["claim", "{likelihood: 0.7, and more}"],
  ["speaker", "#air"],
  ["claim", "{likelihood: 0.7} and more"],
  ["map", "reason: It works."],
  ["map", "x-mood = bright"],
  ["claim", "auhtor: The office"],
  ["claim", "reason: It works."],
  ["claim", "by: lind"],
  ["quote", "id: 3"],
  ["import", "note: Said in March."],
])("nothing is read from a line of a %s that is an attribute already, or is nothing like one: %s", (owner, line) =>
  expect(readAttributes(line, 0, owner)).toBeUndefined(),
);

test.each<[boolean, string]>([
  [true, "likelihood of rain"],
  [false, "likelihood likely"],
  [true, "comment: Said in March."],
  [false, "- comment: Said in March."],
  [false, "likelyhood: likely"],
])("whether a line can be prose too is %s for “%s”", (isOrdinary, line) =>
  expect(readAttributes(line, 0, "claim")?.isOrdinary).toBe(isOrdinary),
);

test("gives the keys of the attributes, and the part of the line that they replace", () => {
  expect(readAttributes("  - date 2024 ", 2, "claim")).toEqual({
    at: { start: 2, end: 8 },
    replacement: ["date:"],
    keys: ["date"],
    isOrdinary: false,
  });
  expect(readAttributes("  Note: Said. ", 2, "claim")).toEqual({
    at: { start: 2, end: 6 },
    replacement: ["note"],
    keys: ["note"],
    isOrdinary: false,
  });
  expect(readAttributes("  {tags: [air, road]; id: 3} ", 2, "claim")).toEqual({
    at: { start: 2, end: 28 },
    replacement: ["tags: air, road", "x-id: 3"],
    keys: ["tags", "x-id"],
    isOrdinary: false,
  });
});
