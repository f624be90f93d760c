import { describe, expect, test } from "vitest";
import { findByKey, mapCards } from "../../../../client/webview/state/cardKeys.ts";
import { stableKeys } from "../../../../server/core/picture/stableKeys.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { type CardSpec, claim, objection, premise, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

test("keys tell cards with the same text under different parents apart", () => {
  const tree = treeOf(
    claim("A", { id: "a" }, reason("Same.", { id: "one" })),
    claim("B", { id: "b" }, reason("Same.", { id: "two" })),
  );
  const keyOf = stableKeys(tree);
  expect(findByKey(tree)(keyOf(toCardId("two")) ?? "")).toBe("two");
});

describe("the card of a later tree", () => {
  const tree = treeOf(claim("A", { id: "1" }, reason("R", { id: "2" }), objection("O", { id: "3" })));

  test("has the same id if the server is the same, whatever its text", () => {
    const later = { ...tree, cards: tree.cards.map((card) => (card.id === "2" ? { ...card, text: "X" } : card)) };
    expect(mapCards(tree, later)(toCardId("2"))).toBe("2");
  });

  test("is found by its key if the id is gone", () => {
    const later = treeOf(claim("A", { id: "6" }, reason("R", { id: "4" }), objection("O", { id: "5" })));
    expect(mapCards(tree, later)(toCardId("2"))).toBe("4");
  });

  test("is found by its key after a file with another line at its end has been read again", () => {
    const read = (first: number, ...more: readonly CardSpec[]): Tree => {
      const id = (offset: number) => ({ id: `${first + offset}` });
      return treeOf(
        claim("Stay.", id(0), reason("Air.", id(1), premise("It fell.", id(2))), objection("Fewer.", id(3)), ...more),
      );
    };
    const mapCard = mapCards(read(1), read(101, reason("Late.", { id: "105" })));
    expect(["1", "2", "3", "4"].map((id) => mapCard(toCardId(id)))).toEqual(["101", "102", "103", "104"]);
  });
});
