/** Maps that several tests of the page show. */
import { claim, objection, premise, question, reason, treeOf } from "./treeFixtures.ts";

/** Fits any window of the tests at its natural size. */
export const smallMap = treeOf(
  claim(
    "The charge should stay.",
    { id: "keep" },
    reason("Cleaner air.", { id: "air" }),
    objection("Fewer customers.", { id: "shops" }),
  ),
);

/** Wider and higher than any window: a claim `all` with reasons `r0` to `r59`, premises `p…` and objections `o…`. */
export const largeMap = treeOf(
  claim(
    "All",
    { id: "all" },
    ...Array.from({ length: 60 }, (_, n) =>
      reason(
        `Reason ${n}`,
        { id: `r${n}` },
        premise(`Premise ${n}`, { id: `p${n}` }, objection(`Objection ${n}`, { id: `o${n}` })),
      ),
    ),
  ),
);

/** Five levels deep: `q` – `end` – `shops` – `dead` – `walks`. */
export const deepMap = treeOf(
  question(
    "Should the entry charge become permanent?",
    { id: "q" },
    claim(
      "The charge should end with the trial of this year.",
      { id: "end" },
      reason(
        "A charge that empties the shops must go.",
        { id: "shops" },
        reason(
          "A town center without shops is dead.",
          { id: "dead" },
          reason("Nobody walks there any more.", { id: "walks" }),
        ),
      ),
    ),
  ),
);
