/** The critical questions that a step still leaves open. */
import { expect, test } from "vitest";
import { criticalQuestionsOf } from "../../../../server/core/language/attributes/criticalQuestions.ts";
import { schemeParts, schemesOf, valueParts } from "../../../../server/core/language/attributes/schemes.ts";
import { unaskedQuestions } from "../../../../server/core/language/attributes/unaskedQuestions.ts";
import { linkedMaps } from "../../../support/maps/linkedMaps.ts";

const [first, second, third] = criticalQuestionsOf("position-to-know").map(({ text }) => text);

test("the questions of all schemes of a step are open until one under it asks them, in any case and punctuation", () => {
  const { named } = linkedMaps(`
    claim a: One.
      reason r: Two.
        scheme: position-to-know, sign
        question: ${first?.toUpperCase().replaceAll(" ", " – ")}!
        premise p: ${second}
      reason none: Three.
        question: Why?
  `);
  const open = unaskedQuestions(named("r"));
  expect(open).toEqual([...criticalQuestionsOf("position-to-know").slice(1), ...criticalQuestionsOf("sign")]);
  expect(open.map(({ text }) => text)).toContain(third);
  expect(unaskedQuestions(named("none"))).toEqual([]);
});

test("a question that two schemes share is open once", () => {
  const { named } = linkedMaps("claim a: One.\n  reason r: Two.\n    scheme: modus-ponens, modus-tollens\n");
  const texts = unaskedQuestions(named("r")).map(({ text }) => text);
  expect(texts.length).toBe(new Set(texts).size);
  expect(texts.length).toBe(5);
});

test("a scheme that is not in the list has no questions", () => {
  expect(criticalQuestionsOf("own-invention")).toEqual([]);
});

test("the schemes of a value are between its commas", () => {
  expect(schemeParts(" sign,, best explanation ,a")).toEqual([
    { text: "sign", start: 1 },
    { text: "best explanation", start: 8 },
    { text: "a", start: 26 },
  ]);
  expect(valueParts("scheme", "sign, bias").map(({ text }) => text)).toEqual(["sign", "bias"]);
  expect(valueParts("note", "sign, bias")).toEqual([{ text: "sign, bias", start: 0 }]);
});

test("a step without the attribute has no scheme", () => {
  const { named } = linkedMaps("claim a: One.\n  reason r: Two.\n  reason s: Three.\n    scheme: sign, bias\n");
  expect(schemesOf(named("r"))).toEqual([]);
  expect(schemesOf(named("s"))).toEqual(["sign", "bias"]);
});
