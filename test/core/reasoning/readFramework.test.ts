import { describe, expect, test } from "vitest";
import { attributeOf } from "../../../server/core/language/entry.ts";
import { hasSameJudgment, supposeEntries } from "../../../server/core/reasoning/readFramework.ts";
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

describe("an entry has the same judgment as in an argument read before", () => {
  /** Whether an entry of a later text still says what the argument of the first text was read from. */
  function isSame(name: string, later: string): boolean {
    const before = argumentOf(map());
    const { entry } = argumentOf(later);
    const nodes = new Map([[entry(name), before.argument.nodes.get(before.entry(name)) ?? -1]]);
    const textNode = before.argument.textNodes.get(before.entry(name));
    const textNodes = new Map(textNode === undefined ? [] : [[entry(name), textNode]]);
    const entries = before.argument.entries.map((one) => (one === before.entry(name) ? entry(name) : one));
    return hasSameJudgment({ ...before.argument, entries, nodes, textNodes }, entry(name));
  }

  test.each([
    ["if nothing changed", "less", map(), true],
    ["if only its text changed", "all", map("50%", "strong", "So did others."), true],
    ["unless its likelihood changed", "less", map("60%"), false],
    ["unless its strength changed", "air", map("50%", "weak"), false],
    ["unless its text was deleted", "all", map("50%", "strong", ""), false],
  ])("%s", (_case, name, later, expected) => expect(isSame(name, later)).toBe(expected));

  test("but a question never has, because it says how many answers can be true", () => {
    const { argument, entry } = argumentOf(map());
    expect(attributeOf(entry("why"), "answers")).toBeUndefined();
    expect(hasSameJudgment(argument, entry("why"))).toBe(false);
  });
});
