import { expect, test } from "vitest";
import { graphemes, isSimpleText } from "../../../server/core/strings/graphemes.ts";

test("texts are called simple only if each code unit is a grapheme cluster", () => {
  const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
  const simple = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code)).filter(isSimpleText);
  expect(simple.length).toBeGreaterThan(900);
  // Clusters are joined from neighbors, so pairs show them all.
  for (const first of simple) {
    const text = simple.map((second) => first + second).join("");
    expect(Array.from(segmenter.segment(text)).length, JSON.stringify(first)).toBe(text.length);
  }
});

test("keeps a letter with its diacritics, an emoji sequence and a flag together", () => {
  expect(graphemes("e\u0301a👩‍👧🇫🇷")).toEqual(["e\u0301", "a", "👩‍👧", "🇫🇷"]);
});
