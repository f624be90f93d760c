import { expect, test } from "vitest";
import { explainEntry } from "../../../../server/core/reasoning/explanations/explainEntry.ts";
import { sentenceText } from "../../../../server/core/reasoning/explanations/sentence.ts";
import { words } from "../../../../server/core/reasoning/words/enWords.ts";
import { argumentOf } from "../../../support/reasoning/argumentFixture.ts";

/** Returns the explanation of a named entry, with other entries by name. */
function explain(text: string, name: string, supposed: Readonly<Record<string, boolean>> = {}): string | undefined {
  const { argument, standings, entry } = argumentOf(text, supposed);
  const sentence = explainEntry(argument, standings, entry(name), words)?.sentence;
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
  expect(explain(charge, "everywhere")).toBe("It stands because nobody objects to it, and it brings “trade” down.");
});

test("says what is supposed", () => {
  expect(explain(charge, "keep", { keep: false })).toBe("It falls because that is what you suppose.");
});

test("names the claim that contradicts another", () => {
  const map = `
    claim a: A.
    claim b contradicts a: B.
  `;
  expect(explain(map, "a")).toBe("It is undecided because “b” contradicts it and has no reasons either.");
  expect(explain(map, "a", { b: true })).toBe("It falls because “b” contradicts it and stands.");
});

test("gives the entries that decide, each once", () => {
  const { argument, standings, entry } = argumentOf(charge);
  const explanation = explainEntry(argument, standings, entry("keep"), words);
  expect(explanation?.because).toEqual([entry("air"), entry("trade")]);
});

test("explains nothing about entries that are neither statements nor steps", () => {
  const { argument, standings, entry } = argumentOf("question q: Why?\n");
  expect(explainEntry(argument, standings, entry("q"), words)).toBeUndefined();
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
  expect(explain(map, "a", { b: true })).toBe("It falls because the rival answer “b” stands.");
  expect(explain(map, "r", { a: false })).toBe("It falls because its premise “a” falls.");
});

test("ignores a contradiction that a step states, which is an error", () => {
  expect(explain("claim a: A.\n  reason r contradicts a: R.\n", "a")).toBe("It stands because the reason “r” stands.");
});

test("compares the strengths that decide about an objection", () => {
  const map = `
    claim keep: The charge should stay.
      reason air: The air got cleaner.
        strength: strong
      objection trade: The shops lost customers.
        strength: weak
    claim drop: The charge should go.
      reason cost: It is dear.
        strength: weak
      objection rich: The town is rich.
  `;
  expect(explain(map, "keep")).toBe(
    "It stands because the reason “air” stands and is stronger than the objection “trade” (strong against weak).",
  );
  expect(explain(map, "trade")).toBe(
    "It stands because nobody objects to it, but the reason “air” for “keep” is stronger.",
  );
  expect(explain(map, "drop")).toBe(
    "It falls because no reason for it is stronger than the objection “rich” (only weak).",
  );
});

test("says that an objection attacks the inference of a step with premises", () => {
  const map = `
    reason air for keep: The air got cleaner.
      premise less: There is less nitrogen dioxide.
      objection wind: That was the wind.
    claim keep: The charge should stay.
  `;
  expect(explain(map, "air")).toBe("It falls because the objection “wind” to the inference succeeds.");
});

test("says what the map states of a statement that it grants", () => {
  const map = `
    claim rain: It will rain.
      likelihood: very-unlikely
    claim wind: It will be windy.
      likelihood: 70%
  `;
  expect(explain(map, "rain")).toBe(
    "It stands because the map takes it for granted, if only as “very unlikely” (13%).",
  );
  expect(explain(map, "wind")).toBe("It stands because the map takes it to be 70%.");
});

test("says why one of two rival answers wins, or that their reasons are equally strong", () => {
  const answers = (strength: string) => `
    question q: What to do?
      answers: at-most-one
      claim keep: Keep it.
        reason air: The air got cleaner.
          strength: ${strength}
      claim drop: Drop it.
        reason trade: The shops lost customers.
          strength: weak
  `;
  expect(explain(answers("strong"), "drop")).toBe(
    "It falls because the rival answer “keep” has the stronger reason “air” (strong).",
  );
  expect(explain(answers("weak"), "drop")).toBe(
    "It is undecided because the rival answer “keep” has equally strong reasons.",
  );
});

test("names the circle that leaves an entry undecided", () => {
  const map = `
    claim honest: He is honest.
      reason word: He says so.
        premise believed: What he says is true.
          reason trust: He is honest.
            premise honest
    claim liar: I am lying.
      objection self: Then this is true.
        premise liar
  `;
  expect(explain(map, "honest")).toBe(
    "It is undecided because it rests on itself, through “word”, “believed” and “trust”.",
  );
  expect(explain(map, "liar")).toBe("It is undecided because the objections to it lead back to it, through “self”.");
});

test("names the main wording of a statement", () => {
  const map = `
    claim warm: The winter will be warm.
      reason model: The model says so.
    claim mild restates warm: It will be mild.
  `;
  expect(explain(map, "mild")).toBe("It says the same as “warm”, which stands because the reason “model” stands.");
});
