/** The reference page says something of every problem, and its examples behave as it says. */
import { describe, expect, test } from "vitest";
import { checks } from "../../../server/core/checks/registry.ts";
import { confidences, likelihoods, strengths } from "../../../server/core/language/values.ts";
import { attributeKeys, clauseWords, keywords, schemes } from "../../../server/core/language/vocabulary.ts";
import { markedAt, told } from "../../support/expectProblems.ts";
import { examples, page } from "../../support/referenceExamples.ts";

test("every problem has a section, and every section of a problem is one", () => {
  const sections = [...page.matchAll(/^### ([a-z-]+)$/gm)].map(([, name]) => name);
  expect(sections).toEqual(checks.map(({ code }) => code));
});

test("every problem has a wrong and a right example", () => {
  for (const { code } of checks) {
    const kinds = examples.filter(({ section }) => section === code).map(({ wrong }) => wrong);
    expect(kinds, code).toContain(true);
    expect(kinds, code).toContain(false);
  }
});

test("the page names every word of the language", () => {
  const words: string[] = [...keywords, ...clauseWords, ...attributeKeys, ...schemes];
  for (const list of [likelihoods, confidences, strengths]) words.push(...list);
  for (const word of words) expect(page).toContain(`\`${word}\``);
});

describe("the example", () => {
  test.each(examples.filter(({ wrong }) => wrong))("of $section in line $line shows it", async (example) => {
    const { problems } = await told(example.text, example.beside, example.name);
    const codes = new Set(problems.map(({ code }) => code));
    expect(codes).toContain(example.section);
    // One thing is wrong at a time.
    const grave = problems.filter(({ code, severity }) => severity !== "hint" && code !== example.section);
    expect(grave.map(({ code }) => code)).toEqual([]);
  });

  test.each(examples.filter(({ wrong }) => !wrong))("of $section in line $line is sound", async (example) => {
    const { file, problems } = await told(example.text, example.beside, example.name);
    const grave = problems.filter(({ code, severity }) => severity !== "hint" || code === example.section);
    expect(markedAt(file, grave)).toBe(example.text);
  });
});
