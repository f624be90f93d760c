/** A small map for the tests of exploration and filters. */
import { claim, objection, premise, question, reason, treeOf } from "./treeFixtures.ts";

export const tollMap = treeOf(
  question(
    "Stay?",
    { id: "q" },
    claim(
      "Stay.",
      { id: "keep", speakers: ["Ann"] },
      reason(
        "Air.",
        { id: "air", inheritsSpeakers: true, tags: ["health"] },
        premise("It fell.", { id: "fell", inheritsSpeakers: true }),
        premise(
          "It was measured.",
          { id: "measured", inheritsSpeakers: true },
          objection("Badly.", { id: "badly", speakers: ["Bo"] }),
        ),
      ),
      objection("Shops.", { id: "shops", speakers: ["Bo"], acceptedBy: ["Cy"] }),
    ),
  ),
  question("Extend?", { id: "q2" }, claim("Extend.", { id: "extend", tags: ["health"] })),
);
