import { expect, test } from "vitest";
import { supposeEntries } from "../../../server/core/reasoning/readFramework.ts";
import { argumentOf } from "../../support/reasoning/argumentFixture.ts";

const map = (likelihood = "50%", strength = "strong", text = "So did all shops.") => `
  question why: Why?
    claim keep: The charge should stay.
      reason air: The air got cleaner.
        strength: ${strength}
        premise less: There is less nitrogen dioxide.
          likelihood: ${likelihood}
      objection trade: The shops lost customers.
        objection all: ${text}
`;

test("a statement and a step have a node each, and a step without premises one more for its text", () => {
  const { argument, entry } = argumentOf(map());
  expect(argument.framework.size).toBe(7);
  expect([...argument.textNodes.keys()].map(({ head }) => head.name?.text).sort()).toEqual(["all", "trade"]);
  expect(argument.nodes.get(entry("why"))).toBeUndefined();
});

test("the wordings of a statement share a node and the likelihood that one of them states", () => {
  const { argument, node } = argumentOf(`
    claim a: It stays.
    claim b restates a: It remains.
      likelihood: 70%
  `);
  expect(node("a")).toBe(node("b"));
  expect(argument.framework.chance[node("a")]).toBe(0.7);
});

test("the chances of a map are those that it states", () => {
  const { argument, node } = argumentOf(map());
  const { chance } = argument.framework;
  expect([chance[node("less")], chance[node("air")], chance[node("keep")]]).toEqual([0.5, 0.8, Number.NaN]);
});

test("a supposition about a step without premises is about its text too, and one about a question is none", () => {
  const { argument, entry, node } = argumentOf(map());
  const supposed = new Map(["all", "air", "why"].map((name) => [entry(name), false]));
  const text = argument.textNodes.get(entry("all")) ?? expect.unreachable();
  expect(supposeEntries(argument, supposed)).toEqual(
    new Map([
      [node("all"), false],
      [text, false],
      [node("air"), false],
    ]),
  );
});
