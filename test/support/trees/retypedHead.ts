/** The trees while the user retypes the head of a reason, which becomes an objection. */
import type { Tree } from "../../../server/core/tree/tree.ts";
import { type CardSpec, claim, objection, premise, reason, treeOf } from "./treeFixtures.ts";

const treeWith = (...children: readonly CardSpec[]): Tree => treeOf(claim("Stay.", { id: "keep" }, ...children));
const fell = premise("It fell by a fifth.", { id: "fell" });
const air = reason("Cleaner air.", { id: "air", name: "air" }, fell);
const shops = objection("Fewer customers.", { id: "shops" });
const walk = reason("People walk more.", { id: "walk" }, reason("They say so.", { id: "say" }));

export const retypedHead = {
  air,
  shops,
  walk,
  treeWith,
  before: treeWith(air, shops, walk),
  /** For a moment, the head is invalid. */
  between: treeWith(shops, walk),
  /** The entry has another id now. */
  after: treeWith(objection("Cleaner air.", { id: "air2", name: "air" }, fell), shops, walk),
};
