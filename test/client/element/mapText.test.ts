import fc from "fast-check";
import { expect, test } from "vitest";
import { addressOf, mistakesIn, withoutMargin } from "../../../client/element/mapText.ts";
import { readMap } from "../../../client/element/readMap.ts";
import { MapFile } from "../../../server/core/language/map.ts";

test("the indentation that all lines have is removed, with the empty line at the start", () => {
  expect(withoutMargin("\n    claim: One.\n\n      reason: Two.\n  ")).toBe("claim: One.\n\n  reason: Two.\n");
  expect(withoutMargin("claim: One.\n  reason: Two.")).toBe("claim: One.\n  reason: Two.");
});

test("the margin of a text is found, whatever it is", () => {
  const line = fc.stringMatching(/^ {0,4}[a-z]{1,5}$/);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), fc.stringMatching(/^[ \t]{0,4}$/), (lines, margin) => {
      const flush = ["flush", ...lines].join("\n");
      expect(withoutMargin(flush.replaceAll(/^/gm, margin))).toBe(flush);
    }),
  );
});

test("lines that cannot be read are named with their numbers; of many, the first three and how many more there are", () => {
  const mistakes = mistakesIn(new MapFile("https://maps.test/a.argmap", "claim a: One.\nreason a b for: Two.\n"));
  expect(mistakes).toEqual([expect.stringMatching(/^Line 2: /)]);
  const many = mistakesIn(new MapFile("https://maps.test/a.argmap", "reason a b for: Two.\n".repeat(9)));
  expect(many).toHaveLength(4);
  expect(many[3]).toBe("6 more lines cannot be read.");
  expect(mistakesIn(new MapFile("https://maps.test/a.argmap", "claim a: One.\n"))).toEqual([]);
});

test("an import that could not be loaded is named with its line", async () => {
  const file = await readMap("https://maps.test/a.argmap", "claim: One.\nimport: gone.argmap\n", async () => undefined);
  expect(mistakesIn(file)).toEqual(["Line 2: The map “gone.argmap” could not be loaded. Check its address."]);
});

test("an address is relative to the page; one that is empty or cannot be read is an error", () => {
  expect(addressOf("a.argmap", "https://maps.test/talks/index.html")).toBe("https://maps.test/talks/a.argmap");
  for (const empty of ["", " \n"]) expect(() => addressOf(empty, "https://maps.test/")).toThrow("“src” is empty.");
  expect(() => addressOf("https://[", "https://maps.test/")).toThrow("“https://[” is not an address.");
});
