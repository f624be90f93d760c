import { expect, test } from "vitest";
import { criticalQuestionsOf } from "../../../../server/core/language/attributes/criticalQuestions.ts";
import { deductiveSchemes, schemes } from "../../../../server/core/language/attributes/schemes.ts";
import { unaskedQuestions } from "../../../../server/core/language/attributes/unaskedQuestions.ts";
import { MapFile } from "../../../../server/core/language/map.ts";

test("every scheme has at least two questions, each asked once", () => {
  for (const scheme of schemes) {
    const texts = criticalQuestionsOf(scheme).map(({ text }) => text);
    expect(texts.length, scheme).toBeGreaterThanOrEqual(2);
    expect(new Set(texts).size, scheme).toBe(texts.length);
    for (const text of texts) expect(text).toMatch(/^[A-Z].*\?$/u);
  }
});

test("a deductive rule cannot be rebutted, only its premises or its form can be attacked", () => {
  for (const scheme of deductiveSchemes) {
    expect(
      criticalQuestionsOf(scheme).some(({ attacks }) => attacks === "conclusion"),
      scheme,
    ).toBe(false);
  }
});

test("there are no questions for unknown schemes, not even for names of object members", () => {
  expect(criticalQuestionsOf("constructor")).toEqual([]);
  expect(criticalQuestionsOf("guess")).toEqual([]);
});

test("a question counts as asked in any capitals and punctuation, and is asked once for two schemes that share it", () => {
  const file = new MapFile(
    "file:///map.argmap",
    "claim a: A.\n  reason r: R.\n    scheme: oppositions, alternatives\n    question: could BOTH be false\n",
  );
  const step = file.exportedEntry("r") ?? expect.unreachable();
  const texts = unaskedQuestions(step).map(({ text }) => text);
  expect(texts).not.toContain("Could both be false?");
  expect(texts).toContain("Are there other alternatives?");
  expect(new Set(texts).size).toBe(texts.length);
});
