/** The reference page says something of every problem, and its examples behave as it says. */
import { describe, expect, test } from "vitest";
import { checks } from "../../../server/core/checks/registry.ts";
import { confidences, likelihoods, strengths } from "../../../server/core/language/values.ts";
import { attributeKeys, clauseWords, keywords, schemes } from "../../../server/core/language/vocabulary.ts";
import { checkMap, markProblems } from "../../support/expectProblems.ts";
import { examples, referenceText } from "../../support/referenceExamples.ts";

test("every problem has a section, and every section of a problem is one", () => {
  const sections = [...referenceText.matchAll(/^### ([a-z-]+)$/gm)].map(([, name]) => name);
  expect(sections).toEqual(checks.map(({ code }) => code));
});

test("every problem has a wrong and a right example", () => {
  for (const { code } of checks) {
    const kinds = examples.filter(({ section }) => section === code).map(({ isWrong }) => isWrong);
    expect(kinds, code).toContain(true);
    expect(kinds, code).toContain(false);
  }
});

test("the page names every word of the language", () => {
  const words: string[] = [...keywords, ...clauseWords, ...attributeKeys, ...schemes];
  for (const list of [likelihoods, confidences, strengths]) words.push(...list);
  for (const word of words) expect(referenceText).toContain(`\`${word}\``);
});

describe("the example", () => {
  test.each(examples.filter(({ isWrong }) => isWrong))("of $section in line $line shows it", async (example) => {
    const { problems } = await checkMap(example.text, example.otherFiles, example.name);
    const codes = new Set(problems.map(({ code }) => code));
    expect(codes).toContain(example.section);
    // One thing is wrong at a time.
    const grave = problems.filter(({ code, severity }) => severity !== "hint" && code !== example.section);
    expect(grave.map(({ code }) => code)).toEqual([]);
  });

  test.each(examples.filter(({ isWrong }) => !isWrong))("of $section in line $line is sound", async (example) => {
    const { file, problems } = await checkMap(example.text, example.otherFiles, example.name);
    const grave = problems.filter(({ code, severity }) => severity !== "hint" || code === example.section);
    expect(markProblems(file, grave)).toBe(example.text);
  });
});
