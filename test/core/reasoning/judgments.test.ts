import { describe, expect, test } from "vitest";
import { attributeOf } from "../../../server/core/language/entry.ts";
import { hasSameJudgment } from "../../../server/core/reasoning/judgments.ts";
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
