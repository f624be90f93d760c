import { expect, test } from "vitest";
import { deductiveSchemes, schemes } from "../../../server/core/language/vocabulary.ts";
import { criticalQuestionsOf } from "../../../server/core/reasoning/criticalQuestions.ts";

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
