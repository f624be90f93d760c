import fc from "fast-check";
import { expect, test } from "vitest";
import { applyExploration, noFilter, wholeMap, withRevealedCard } from "../../../server/core/picture/explore.ts";
import { isCopy, originalCardId, unfoldReferences } from "../../../server/core/picture/unfoldReferences.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { anyTree, toCardId } from "../../support/arbitraries/trees.ts";
import { claim, premise, reason, reference, treeOf } from "../../support/trees/treeFixtures.ts";

/** Air rests on a claim that is written out below, and that rests on another one. */
const map = treeOf(
  claim("Keep.", { id: "keep" }, reason("", { id: "air" }, reference("clean", "premise", { id: "use" }))),
  claim(
    "It is clean.",
    { id: "clean", speakers: ["Ann"] },
    reason("Measured.", { id: "measured" }, premise("Twice.", { id: "twice" }, reason("So.", { id: "so" }))),
  ),
);

const ids = (...names: string[]): ReadonlySet<CardId> => new Set(names.map(toCardId));
const copy = (...path: string[]): CardId => toCardId(path.join("\u001f"));
/** The visible cards as an indented list of the cards that they show. Copies are marked with a star. */
function outline({ positions }: Tree): readonly string[] {
  const depths = new Map<CardId, number>();
  return positions.map(({ card, parent }) => {
    const depth = parent === undefined ? 0 : (depths.get(parent) ?? 0) + 1;
    depths.set(card, depth);
    return `${"  ".repeat(depth)}${originalCardId(card)}${isCopy(card) ? "*" : ""}`;
  });
}

test("a folded reference says how many cards stand under the card that it refers to", () => {
  const { tree, folded } = unfoldReferences(map, new Set());
  expect(tree).toBe(map);
  expect([...folded]).toEqual([["use", 3]]);
});

test("an unfolded reference shows copies of what stands under the card that it refers to", () => {
  const { tree, folded } = unfoldReferences(map, ids("use"));
  expect(outline(tree)).toEqual([
    "keep",
    "  air",
    "    use",
    "      measured*",
    "        twice*",
    "          so*",
    "clean",
    "  measured",
    "    twice",
    "      so",
  ]);
  expect(folded.size).toBe(0);
  const shown = tree.cards.find(({ id }) => id === copy("use", "measured"));
  expect(shown).toMatchObject({ text: "Measured.", form: "full", referencedCard: "measured" });
});

test("a copied reference unfolds too, but no reference unfolds inside the card that it refers to", () => {
  const circle = treeOf(
    claim("A.", { id: "a" }, reason("", { id: "r" }, reference("b", "premise", { id: "use-b" }))),
    claim("B.", { id: "b" }, reason("", { id: "s" }, reference("a", "premise", { id: "use-a" }))),
  );
  const all = ["use-a", "use-b", copy("use-b", "use-a"), copy("use-a", "use-b")];
  const { tree, folded } = unfoldReferences(circle, ids(...all));
  expect(outline(tree)).toEqual([
    "a",
    "  r",
    "    use-b",
    "      s*",
    "        use-a*",
    "b",
    "  s",
    "    use-a",
    "      r*",
    "        use-b*",
  ]);
  expect(folded.size, "a reference to a card above it cannot be unfolded").toBe(0);
});

test("copies of unchanged cards are the same objects after an edit", () => {
  const edited = { ...map, cards: map.cards.map((card) => (card.id === "so" ? { ...card, text: "New." } : card)) };
  const [before, after] = [map, edited].map((tree) => unfoldReferences(tree, ids("use")).tree.cards);
  const changed = after?.filter((card, index) => card !== before?.[index]);
  expect(changed?.map(({ text }) => text)).toEqual(["New.", "New."]);
});

test("copies are held by the speakers of the cards that they copy, are folded by themselves, and are not counted as matches", () => {
  const filter = { ...noFilter, speakers: new Set(["Ann"]) };
  const explored = applyExploration(map, {
    ...wholeMap,
    unfolded: ids("use"),
    folded: ids(copy("use", "measured")),
    filter,
  });
  expect(explored.matchCount, "the reference and the claim").toBe(2);
  expect([...explored.hidden]).toEqual([[copy("use", "measured"), 2]]);
});

test("revealing a card ends a focus on a copy that hides it", () => {
  const exploration = { ...wholeMap, unfolded: ids("use"), focus: copy("use", "measured") };
  expect(applyExploration(map, exploration).tree.positions).toHaveLength(3);
  expect(withRevealedCard(map, exploration, toCardId("keep")).focus).toBeUndefined();
});

test("in any tree, whatever is unfolded, the picture ends, each card has one position, and nothing of the map is lost", () => {
  fc.assert(
    fc.property(anyTree, fc.nat({ max: 3 }), (tree, rounds) => {
      let unfolded: ReadonlySet<CardId> = new Set();
      // Each round unfolds all references that the round before has left folded.
      for (let round = 0; round < rounds; round++) {
        const { folded } = unfoldReferences(tree, unfolded);
        if (unfoldReferences(tree, unfolded).tree.positions.length > 2000) break;
        unfolded = new Set([...unfolded, ...folded.keys()]);
      }
      const { tree: shown } = unfoldReferences(tree, unfolded);
      const seen = new Set<CardId>();
      for (const { card, parent } of shown.positions) {
        expect(parent === undefined || seen.has(parent)).toBe(true);
        expect(seen.has(card)).toBe(false);
        seen.add(card);
      }
      expect(shown.positions.filter(({ card }) => !isCopy(card))).toEqual(tree.positions);
    }),
  );
});
