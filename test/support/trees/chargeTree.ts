/** A small tree for tests of the page: two claims about a congestion charge, with reasons, a premise and an objection. */
import type { Tree } from "../../../server/core/tree/tree.ts";
import { type CardSpec, claim, objection, premise, reason, treeOf } from "./treeFixtures.ts";

/** The tree, with more cards under the first claim. */
export const chargeTreeWith = (...more: readonly CardSpec[]): Tree =>
  treeOf(
    claim(
      "The charge should stay.",
      { id: "keep" },
      reason("Cleaner air.", { id: "air" }, premise("It fell by a fifth.", { id: "fell" })),
      objection("Fewer customers.", { id: "shops" }),
      ...more,
    ),
    claim("The buses run to time.", { id: "buses" }, reason("Fewer cars.", { id: "cars" })),
  );

export const chargeTree = chargeTreeWith();
