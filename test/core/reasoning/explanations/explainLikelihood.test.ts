import { expect, test } from "vitest";
import { explainLikelihood } from "../../../../server/core/reasoning/explanations/explainLikelihood.ts";
import { sentenceText } from "../../../../server/core/reasoning/explanations/sentence.ts";
import { computeLikelihoods } from "../../../../server/core/reasoning/likelihood/likelihood.ts";
import { words } from "../../../../server/core/reasoning/words/enWords.ts";
import { argumentOf } from "../../../support/reasoning/argumentFixture.ts";

/** Returns what the sentence says about a named entry, with other entries by name. */
function explain(text: string, name: string): string | undefined {
  const { argument, standings, entry } = argumentOf(text);
  const likelihoods = computeLikelihoods(argument.framework, standings.suppositions);
  const sentence = explainLikelihood(argument, likelihoods, entry(name), words);
  return sentence && sentenceText(sentence, ({ head }) => `“${head.name?.text ?? "?"}”`);
}

const bridge = `
  claim repair: Weld the crack.
    reason bearable: The weld would hold.
      strength: strong
      premise shallow: The crack is shallow.
        likelihood: likely
      premise lorries: The lorries will be gone.
        likelihood: 75%
    objection watch: Someone would have to inspect it.
      strength: weak
`;

test("names what a step rests on, the least likely first, and its strength", () => {
  expect(explain(bridge, "bearable")).toBe(
    "It is unlikely (41%): it rests on “shallow” (68%) and “lorries” (75%) and its strength is “strong” (80%).",
  );
  expect(explain(bridge, "watch")).toBe("It is unlikely (30%): its strength is “weak” (30%).");
});

test("names what speaks for and against a claim", () => {
  expect(explain(bridge, "repair")).toBe(
    "It is unlikely (28%). For it: the reason “bearable” (41%). Against it: the objection “watch” (30%).",
  );
});

test("says nothing about a likelihood that the map states, unless something speaks against it", () => {
  expect(explain(bridge, "lorries")).toBeUndefined();
  const disputed = `
    claim rain: It will rain.
      likelihood: likely
      objection dry: The barometer has risen.
        strength: weak
  `;
  expect(explain(disputed, "rain")).toBe(
    "It has a roughly even chance (47%): the map states “likely” (68%). Against it: the objection “dry” (30%).",
  );
});

test("says nothing where no number matters", () => {
  expect(explain("claim a: A.\n  reason r: R.\n", "a")).toBeUndefined();
});

test("names only the strongest of many reasons, and none if one is certain", () => {
  const reason = (name: string, strength: string) => `  reason ${name}: It is.\n    strength: ${strength}\n`;
  const uncertain = ["10%", "20%", "30%", "40%", "50%"]
    .map((strength, index) => reason(`r${index}`, strength))
    .join("");
  expect(explain(`claim a: A.\n${uncertain}`, "a")).toBe(
    "It is very likely (85%). For it: the reasons “r4” (50%), “r3” (40%), “r2” (30%) and 2 others.",
  );
  const attacked = `claim a: A.\n${uncertain}${reason("sure", "100%")}  objection o: No.\n    strength: 20%\n`;
  expect(explain(attacked, "a")).toBe("It is likely (80%). Against it: the objection “o” (20%).");
});

test("says that an answer which never stands is undecided in some cases", () => {
  const map = `
    question who: Who?
      answers: at-most-one
      claim cook: The cook.
        reason key: She had a key.
          strength: weak
      claim stranger: A stranger.
  `;
  expect(explain(map, "cook")).toBe(
    "It never stands, but is undecided in 30% of the cases. For it: the reason “key” (30%). Against it: the other answer “stranger” (70%).",
  );
});
