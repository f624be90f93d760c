/** The reference documents every problem and every word of the language, and its examples have the problems it claims. */
import { describe, expect, test } from "vitest";
import { checks } from "../../../server/core/checks/registry.ts";
import { schemes } from "../../../server/core/language/attributes/schemes.ts";
import { confidences, likelihoods, strengths } from "../../../server/core/language/attributes/values.ts";
import { attributeKeys, clauseWords, keywords } from "../../../server/core/language/vocabulary.ts";
import { checkMap, markProblems } from "../../support/maps/expectProblems.ts";
import { examples, referenceText } from "../../support/maps/referenceExamples.ts";

test("the reference has exactly one section for each problem", () => {
  const sections = [...referenceText.matchAll(/^### ([a-z-]+)$/gm)].map(([, name]) => name);
  expect(sections).toEqual(checks.map(({ code }) => code));
});

test("every problem has an example with it and one without", () => {
  for (const { code } of checks) {
    const kinds = examples.filter(({ section }) => section === code).map(({ isWrong }) => isWrong);
    expect(kinds, code).toContain(true);
    expect(kinds, code).toContain(false);
  }
});

test("the reference mentions every word of the language", () => {
  const words: string[] = [...keywords, ...clauseWords, ...attributeKeys, ...schemes];
  for (const list of [likelihoods, confidences, strengths]) words.push(...list);
  for (const word of words) expect(referenceText).toContain(`\`${word}\``);
});

describe("the example", () => {
  test.each(examples.filter(({ isWrong }) => isWrong))(
    "of $section in line $line has only this problem, apart from hints",
    async (example) => {
      const { problems } = await checkMap(example.text, example.otherFiles, example.name);
      const codes = new Set(problems.map(({ code }) => code));
      expect(codes).toContain(example.section);
      const others = problems.filter(({ code, severity }) => severity !== "hint" && code !== example.section);
      expect(others.map(({ code }) => code)).toEqual([]);
    },
  );

  test.each(examples.filter(({ isWrong }) => !isWrong))(
    "of $section in line $line has no problems, apart from other hints",
    async (example) => {
      const { file, problems: allProblems } = await checkMap(example.text, example.otherFiles, example.name);
      const problems = allProblems.filter(({ code, severity }) => severity !== "hint" || code === example.section);
      expect(markProblems(file, problems)).toBe(example.text);
    },
  );
});
