/** All mends, in the order in which they are offered. */
import type { Mend } from "../offer.ts";
import { addImport, createNamed, importWithPrefix, writeOutAsPremise } from "./define.ts";
import { indentLikeOthers, moveTextUp, nameApart, removeAttribute, removeUnused } from "./remove.ts";
import { escapeLine, otherClause, writeOffered } from "./write.ts";

export const mends: readonly Mend[] = [
  writeOffered,
  addImport,
  importWithPrefix,
  createNamed,
  writeOutAsPremise,
  otherClause,
  nameApart,
  indentLikeOthers,
  moveTextUp,
  removeAttribute,
  removeUnused,
  escapeLine,
];
