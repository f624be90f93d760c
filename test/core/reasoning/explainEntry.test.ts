import { expect, test } from "vitest";
import { explainEntry, sentenceText } from "../../../server/core/reasoning/explainEntry.ts";
import { argumentOf } from "../../support/reasoning/argumentFixture.ts";

/** Returns the explanation of a named entry, with other entries by name. */
function explain(text: string, name: string, supposed: Readonly<Record<string, boolean>> = {}): string | undefined {
  const { argument, standings, entry } = argumentOf(text, supposed);
  const sentence = explainEntry(argument, standings, entry(name))?.sentence;
  return sentence && sentenceText(sentence, ({ head }) => `“${head.name?.text ?? "?"}”`);
}

const charge = `
  claim keep: The charge should stay.
    reason air: The air got cleaner.
      premise less: There is less nitrogen dioxide.
      premise healthy: That is healthy.
    objection trade: The shops lost customers.
      objection everywhere: So did all shops.
`;

test("names the reasons that stand and the objections that fall", () => {
  expect(explain(charge, "keep")).toBe("It stands because the reason “air” stands and the objection “trade” falls.");
});

test("names the premises of a step", () => {
  expect(explain(charge, "air")).toBe("It stands because its premises “less” and “healthy” stand.");
  expect(explain(charge, "air", { less: false })).toBe("It falls because its premise “less” falls.");
});

test("says of a step without premises what speaks for and against its text", () => {
  expect(explain(charge, "trade")).toBe("It falls because the objection “everywhere” succeeds.");
  expect(explain(charge, "everywhere")).toBe("It stands because the map takes it for granted.");
});

test("says what is supposed", () => {
  expect(explain(charge, "keep", { keep: false })).toBe("It falls because that is what you suppose.");
});

test("names the claim that contradicts another", () => {
  const map = `
    claim a: A.
    claim b contradicts a: B.
  `;
  expect(explain(map, "a")).toBe("It is undecided because “b” contradicts it and is undecided.");
  expect(explain(map, "a", { b: true })).toBe("It falls because “b” contradicts it and stands.");
});

test("gives the entries that decide, each once", () => {
  const { argument, standings, entry } = argumentOf(charge);
  const explanation = explainEntry(argument, standings, entry("keep"));
  expect(explanation?.because).toEqual([entry("air"), entry("trade")]);
});

test("explains nothing about entries that are neither statements nor steps", () => {
  const { argument, standings, entry } = argumentOf("question q: Why?\n");
  expect(explainEntry(argument, standings, entry("q"))).toBeUndefined();
});

test("says of answers that only one can be true, and names a premise that is used twice only once", () => {
  const map = `
    question who: Who?
      answers: exactly-one
      claim a: A.
      claim b: B.
    claim c: C.
      reason r: R.
        premise a
        premise a2 restates a: A again.
  `;
  expect(explain(map, "a", { b: true })).toBe("It falls because only one answer can be true and “b” stands.");
  expect(explain(map, "r", { a: false })).toBe("It falls because its premise “a” falls.");
});

test("ignores a contradiction that a step states, which is an error", () => {
  expect(explain("claim a: A.\n  reason r contradicts a: R.\n", "a")).toBe("It stands because the reason “r” stands.");
});
