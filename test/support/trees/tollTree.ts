/** A small map for the tests of exploration and filters. */
import { claim, objection, premise, question, reason, treeOf } from "./treeFixtures.ts";

export const tollMap = treeOf(
  question(
    "Stay?",
    { id: "q" },
    claim(
      "Stay.",
      { id: "keep", by: ["Ann"] },
      reason(
        "Air.",
        { id: "air", inheritsBy: true, tags: ["health"] },
        premise("It fell.", { id: "fell", inheritsBy: true }),
        premise(
          "It was measured.",
          { id: "measured", inheritsBy: true },
          objection("Badly.", { id: "badly", by: ["Bo"] }),
        ),
      ),
      objection("Shops.", { id: "shops", by: ["Bo"], acceptedBy: ["Cy"] }),
    ),
  ),
  question("Extend?", { id: "q2" }, claim("Extend.", { id: "extend", tags: ["health"] })),
);
