import type { QuickFix } from "../codeAction.ts";
import { askUnaskedQuestions } from "../refactorings/askQuestions.ts";
import { addSpeaker, addTarget, removeCircularImport } from "./addClause.ts";
import { addEncoding } from "./addEncoding.ts";
import { chooseOccurrence } from "./chooseOccurrence.ts";
import { correctImportPath, insertColon } from "./completeHead.ts";
import { addImport, createEntry, createSpeaker, importWithPrefix, replaceStepWithPremise } from "./defineName.ts";
import { ignoreProblem, removeIgnore } from "./ignore.ts";
import { matchSiblingIndent } from "./matchSiblingIndent.ts";
import { adoptStrayLine, indentUnderTarget, moveToLeftEdge, quoteMisplacedSource, useAsPremise } from "./placeEntry.ts";
import { moveTextUp, removeAttribute, removeUnused, renameDuplicate } from "./removeOrMove.ts";
import {
  applySuggestion,
  correctClause,
  escapeLine,
  removeClauseName,
  splitReferences,
  useNamedClaim,
} from "./replaceText.ts";
import { shortenName } from "./shortenName.ts";
import { splitList } from "./splitList.ts";

/** All quick fixes, in menu order. */
export const quickFixes: readonly QuickFix[] = [
  applySuggestion,
  chooseOccurrence,
  insertColon,
  correctImportPath,
  addImport,
  importWithPrefix,
  createEntry,
  createSpeaker,
  replaceStepWithPremise,
  correctClause,
  splitReferences,
  splitList,
  useNamedClaim,
  removeClauseName,
  useAsPremise,
  adoptStrayLine,
  quoteMisplacedSource,
  moveToLeftEdge,
  indentUnderTarget,
  addTarget,
  addSpeaker,
  renameDuplicate,
  shortenName,
  matchSiblingIndent,
  moveTextUp,
  addEncoding,
  removeAttribute,
  removeUnused,
  removeCircularImport,
  escapeLine,
  askUnaskedQuestions,
  removeIgnore,
  ignoreProblem,
];
