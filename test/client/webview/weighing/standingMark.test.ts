import { describe, expect, test } from "vitest";
import {
  createMarks,
  fallenCards,
  markTooltip,
  weighedCards,
} from "../../../../client/webview/weighing/standingMark.ts";
import type { Card, CardKind } from "../../../../server/core/tree/tree.ts";
import type { CardWeight } from "../../../../server/protocol/weighing.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { claim, objection, treeOf } from "../../../support/trees/treeFixtures.ts";

const id = toCardId("card");

/** The mark of a card of a kind. */
function markOf(kind: "claim" | "objection", weight: Omit<CardWeight, "card">, mode: "standing" | "likelihood") {
  const [card] = treeOf(kind === "claim" ? claim("It.", { id }) : objection("It.", { id })).cards;
  const mark = card && createMarks(new Map([[id, { ...weight, card: id }]]), mode, new Map())(card);
  return mark ?? expect.unreachable();
}

describe("while standings are shown", () => {
  test.each([
    ["claim", { standing: "stands" }, undefined],
    ["claim", { standing: "falls" }, "× falls"],
    ["claim", { standing: "undecided" }, "? undecided"],
    ["claim", { standing: "stands", standingBefore: "falls" }, "falls → ✓ stands"],
    ["objection", { standing: "stands", effect: "succeeds" }, "! succeeds"],
    ["objection", { standing: "stands", effect: "outweighed" }, "< outweighed"],
    ["objection", { standing: "stands" }, "✓ stands"],
    ["objection", { standing: "falls" }, "× answered"],
  ] as const)("a %s with %j has the badge %s", (kind: "claim" | "objection", weight, badge) => {
    expect(markOf(kind satisfies CardKind, weight, "standing").badge).toBe(badge);
  });
});

describe("while likelihoods are shown", () => {
  const likelihood = (stands: number, label: string, percentageBefore?: string): Omit<CardWeight, "card"> => ({
    standing: "stands",
    likelihood: {
      stands,
      open: 0,
      error: 0,
      label,
      badge: `≈ ${label.replace(/[()]/g, "")}`,
      ...(percentageBefore !== undefined && { percentageBefore }),
    },
  });

  test.each([
    [likelihood(0.72, "likely (72%)"), "≈ likely 72%", "stands"],
    [likelihood(0.72, "likely (72%)", "40%"), "40% → ≈ likely 72%", "stands"],
    [likelihood(1, "certain (100%)"), undefined, "stands"],
    [likelihood(0, "impossible (0%)"), "× falls", "falls"],
  ])("%j has the badge %s", (weight, badge, standing) => {
    expect(markOf("claim", weight, "likelihood")).toMatchObject({ badge, standing });
  });

  test("a likelihood is called computed, and one that the author wrote is not repeated", () => {
    expect(markTooltip(markOf("claim", likelihood(0.72, "likely (72%)"), "likelihood"))).toMatch(
      /^Likely \(72%\)\nComputed/,
    );
    const [card] = treeOf(claim("It.", { id, likelihood: { label: "likely", fraction: 0.72 } })).cards;
    const weights = new Map([[id, { ...likelihood(0.72, "likely (72%)"), card: id }]]);
    expect(card && createMarks(weights, "likelihood", new Map())(card)?.badge).toBeUndefined();
  });
});

test("a supposed card says so, and a reference card shows what its entry is", () => {
  const [card] = treeOf(claim("It.", { id })).cards;
  if (card === undefined) expect.unreachable();
  const reference = { ...card, id: toCardId("reference"), form: "reference" as const, referencedCard: id };
  const marks = createMarks(new Map([[id, { card: id, standing: "falls" }]]), "standing", new Map([[id, false]]));
  expect(marks(reference)).toMatchObject({ badge: "supposed false", isSupposed: true, standing: "falls" });
  expect([...fallenCards([card, reference], marks)]).toEqual([id, "reference"]);
});

test("shows nothing and looks at no card while nothing is weighed", () => {
  const marks = createMarks(new Map(), "standing", new Map());
  const cards = new Proxy<readonly Card[]>([], { get: () => expect.unreachable() });
  expect(fallenCards(cards, marks).size).toBe(0);
  expect(weighedCards(cards, marks, new Map()).marks.size).toBe(0);
});
