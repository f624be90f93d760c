/** All mends, in the order in which they are offered. */
import type { Mend } from "../codeAction.ts";
import { nameSpeaker, nameTarget, removeImport } from "./addClause.ts";
import { importNear, putColon } from "./completeHead.ts";
import { addImport, createNamed, importWithPrefix, writeOutAsPremise } from "./defineName.ts";
import { indentLikeOthers, moveTextUp, nameApart, removeAttribute, removeUnused } from "./removeOrMove.ts";
import { escapeLine, oneOnEachLine, otherClause, takeOutItself, writeOffered } from "./replaceText.ts";

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
