import { expect, test } from "vitest";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { layoutOf } from "../../../support/trees/pictures.ts";
import { claim, treeOf } from "../../../support/trees/treeFixtures.ts";

test("the label of a card consists of sentences, each ended once", () => {
  const labelOf = (text: string): string =>
    layoutOf(treeOf(claim(text, { id: "c", problems: [{ severity: "hint", message: "Say why." }] })), "c")
      .accessibleLabel;
  expect(labelOf("The air got cleaner.")).toBe("claim. The air got cleaner. hint: Say why.");
  expect(labelOf("Is it cleaner?")).toBe("claim. Is it cleaner? hint: Say why.");
  expect(labelOf("She said: “It is.”")).toBe("claim. She said: “It is.” hint: Say why.");
  expect(labelOf("空气变干净了。")).toBe("claim. 空气变干净了。 hint: Say why.");
  expect(labelOf("Cleaner air")).toBe("claim. Cleaner air. hint: Say why.");
});

test("the label has all properties of the card", () => {
  const properties = {
    id: "c",
    speakers: ["Roy"],
    rejectedBy: ["Lind"],
    title: "Title",
    date: "2024-05",
    status: "open" as const,
    likelihood: { label: "very likely", fraction: 0.875 },
    confidence: "low",
    tags: ["air", "old-town"],
    file: "cost.argmap",
  };
  expect(layoutOf(treeOf(claim("Words.", properties)), "c").accessibleLabel).toBe(
    "claim. Title. Words. held by Roy. rejected by Lind. date: 2024-05. status: open. likelihood: very likely. confidence: low. tags: air, old-town. imported from cost.argmap",
  );
});

test("the label counts quotes and folded cards", () => {
  const quote = { text: "a", source: undefined, page: undefined };
  const labelOf = (quoteCount: number, foldedCount: number): string => {
    const tree = treeOf(claim("Words.", { id: "c", quotes: Array.from({ length: quoteCount }, () => quote) }));
    return layoutOf(tree, "c", { hidden: new Map([[toCardId("c"), foldedCount]]) }).accessibleLabel;
  };
  expect(labelOf(1, 1)).toBe("claim. Words. 1 quote. 1 card folded");
  expect(labelOf(2, 12)).toBe("claim. Words. 2 quotes. 12 cards folded");
});
