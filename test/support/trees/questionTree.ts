/** Trees for tests of what a user sees of a map: folding, focus, search, filter. */
import type { Tree } from "../../../server/core/tree/tree.ts";
import { claim, objection, premise, question, reason, treeOf } from "./treeFixtures.ts";

/** A question with a claim, a reason with two premises, and objections; with speakers, a quote, a tag and a likelihood. */
export const questionTree = treeOf(
  question(
    "Stay?",
    { id: "q" },
    claim(
      "It should stay.",
      { id: "keep", name: "keep", speakers: ["Ann"] },
      reason(
        "Cleaner air.",
        { id: "air", inheritsSpeakers: true },
        premise("Nitrogen fell.", {
          id: "fell",
          inheritsSpeakers: true,
          quotes: [{ text: "it fell", source: "Report", page: "3" }],
        }),
        premise(
          "It was measured.",
          { id: "measured", inheritsSpeakers: true },
          objection("Badly.", { id: "badly", speakers: ["Bo"] }),
        ),
      ),
      objection("Shops lost.", {
        id: "shops",
        speakers: ["Bo"],
        tags: ["money"],
        likelihood: { label: "likely", fraction: 0.7 },
      }),
    ),
  ),
);

/** The ids of all its cards, sorted. */
export const questionTreeIds = ["air", "badly", "fell", "keep", "measured", "q", "shops"];

/** A claim with 60 reasons, `r0` to `r59`: higher than any window. Ann holds `r7`. */
export const highTree = treeOf(
  claim(
    "All",
    { id: "all" },
    ...Array.from({ length: 60 }, (_, n) =>
      reason(`Reason ${n}`, { id: `r${n}`, ...(n === 7 && { speakers: ["Ann"] }) }),
    ),
  ),
);

/** The tree with another text of one card. */
export const withText = (tree: Tree, id: string, text: string): Tree => ({
  ...tree,
  cards: tree.cards.map((card) => (card.id === id ? { ...card, text } : card)),
});
