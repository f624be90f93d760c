/** All mends, in the order in which they are offered. */
import type { Mend } from "../offer.ts";
import { importNear, putColon } from "./complete.ts";
import { addImport, createNamed, importWithPrefix, writeOutAsPremise } from "./define.ts";
import { indentLikeOthers, moveTextUp, nameApart, removeAttribute, removeUnused } from "./remove.ts";
import { nameSpeaker, nameTarget, removeImport } from "./say.ts";
import { escapeLine, oneOnEachLine, otherClause, takeOutItself, writeOffered } from "./write.ts";

export const mends: readonly Mend[] = [
  writeOffered,
  putColon,
  importNear,
  addImport,
  importWithPrefix,
  createNamed,
  writeOutAsPremise,
  otherClause,
  oneOnEachLine,
  takeOutItself,
  nameTarget,
  nameSpeaker,
  nameApart,
  indentLikeOthers,
  moveTextUp,
  removeAttribute,
  removeUnused,
  removeImport,
  escapeLine,
];
