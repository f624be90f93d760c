/** The other entries that a problem points at. */
import { expect, test } from "vitest";
import { checkMap } from "../../support/maps/expectProblems.ts";

test.each([
  ["entry-after-open-text", "claim a: One,\n  reason r: Two.\n", ["One,: The unfinished text is here"]],
  ["duplicate-name", "claim a: One.\nclaim a: Two.\n", ["One.: First defined here"]],
  ["wrong-kind", "question a: One?\nclaim b contradicts a: Two.\n", ["One?: The question is defined here"]],
  ["name-as-text", "claim b: One.\nclaim a: Two.\n  reason: b\n", ["One.: “b” is defined here"]],
  ["same-words", "claim a: One.\nclaim b: One.\n", ["One.: The first claim is here"]],
  [
    "circular-argument",
    "claim a: One.\n  reason r: Two.\n    premise a\n",
    ["Two.: … which rests on “r”", "One.: … which rests on “a”"],
  ],
  ["self-attack", "claim a: One.\n  objection o: Two.\n    premise a\n", ["One.: … which rests on “a”"]],
  [
    "for-and-against",
    "claim c: C.\nclaim a: One.\n  reason: Two.\n    premise c\n  objection: Three.\n    premise c\n",
    ["premise c: Used as a premise for it here"],
  ],
  [
    "contradictory-premises",
    "claim a: One.\n  reason: Two.\n    premise p: Three.\n    premise q contradicts p: Four.\n",
    ["Four.: One of these premises is here", "Three.: The other one is here"],
  ],
  [
    "incoherent-likelihoods",
    "claim a: One.\n  likelihood: 70%\nclaim b contradicts a: Two.\n  likelihood: 80%\n",
    ["One.: 70% is stated here"],
  ],
  [
    "incoherent-likelihoods",
    "question q: Q?\n  answers: at-most-one\n  claim a: One.\n    likelihood: 70%\n  claim b: Two.\n    likelihood: 80%\n",
    ["One.: 70% is stated here", "Two.: 80% is stated here"],
  ],
  [
    "inconsistent-speaker",
    "speaker lind: L\nclaim a by lind, rejected-by lind: One.\n",
    ["L: The speaker is defined here"],
  ],
  [
    "inconsistent-speaker",
    "speaker lind: L\nclaim a by lind: One.\nclaim b by lind, contradicts a: Two.\n",
    ["One.: “a” is here"],
  ],
])("of “%s” in %j", async (code, text, expected) => {
  const { problems } = await checkMap(text);
  const [problem] = problems.filter((one) => one.code === code);
  const textOf = (entry: { readonly text: string; readonly line: { readonly scanned: { readonly raw: string } } }) =>
    entry.text || entry.line.scanned.raw.trim();
  expect(problem?.related.map(({ entry, message }) => `${textOf(entry)}: ${message}`)).toEqual(expected);
});

test("of a quote that is not found is its source", async () => {
  const { problems } = await checkMap(
    "source s: A report\n  file: report.txt\nclaim a: One.\n  quote s: quite other words\n",
    { "report.txt": "The air got cleaner." },
  );
  const [problem] = problems.filter(({ code }) => code === "quote-not-found");
  expect(problem?.related.map(({ entry, message }) => `${entry.text}: ${message}`)).toEqual([
    "A report: The source is defined here",
  ]);
});
