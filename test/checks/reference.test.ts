/** The reference page says something of every problem, and its examples behave as it says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checks } from "../../server/checks/all.ts";
import { confidences, likelihoods, strengths } from "../../server/language/values.ts";
import { attributeKeys, clauseWords, keywords, schemes } from "../../server/language/vocabulary.ts";
import { type Beside, markedAt, told } from "./told.ts";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/language.md"), "utf8");

interface Example {
  readonly section: string;
  readonly line: number;
  readonly text: string;
  readonly wrong: boolean;
  /** The name of the map. */
  readonly name: string;
  /** The files given before it in its section. */
  readonly beside: Beside;
}

const examples = examplesOf(page);

function examplesOf(text: string): readonly Example[] {
  const found: Example[] = [];
  let section = "";
  let beside: Record<string, string> = {};
  let fence: { words: readonly string[]; from: number } | undefined;
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    if (fence === undefined) {
      const heading = /^#+ (.*)/.exec(line)?.[1];
      if (heading !== undefined) [section, beside] = [heading, {}];
      if (line.startsWith("```")) fence = { words: line.slice(3).split(" "), from: index + 1 };
      continue;
    }
    if (!line.startsWith("```")) continue;
    const words = fence.words;
    const body = `${lines.slice(fence.from, index).join("\n")}\n`;
    const name = words.find((word) => word.startsWith("file="))?.slice("file=".length);
    const isMap = words[0] === "argmap";
    // A file given by name is there for the maps after it; one of the name of the map itself is another version of it.
    if (name !== undefined && name !== "map.argmap") beside[name] = body;
    if (isMap) {
      const example = {
        section,
        line: fence.from,
        text: body,
        wrong: words.includes("wrong"),
        name: name ?? "map.argmap",
      };
      found.push({ ...example, beside: { ...beside } });
    }
    fence = undefined;
  }
  return found;
}

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
