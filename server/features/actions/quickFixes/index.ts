import type { QuickFix } from "../codeAction.ts";
import { askUnaskedQuestions } from "../refactorings/askQuestions.ts";
import { addSpeaker, addTarget, removeCircularImport } from "./addClause.ts";
import { addEncoding } from "./addEncoding.ts";
import { correctImportPath, insertColon } from "./completeHead.ts";
import { addImport, createEntry, importWithPrefix, replaceStepWithPremise } from "./defineName.ts";
import { ignoreProblem, removeIgnore } from "./ignore.ts";
import { matchSiblingIndent, moveTextUp, removeAttribute, removeUnused, renameDuplicate } from "./removeOrMove.ts";
import { applySuggestion, correctClause, escapeLine, removeClauseName, splitReferences } from "./replaceText.ts";

/** All quick fixes, in menu order. */
export const quickFixes: readonly QuickFix[] = [
  applySuggestion,
  insertColon,
  correctImportPath,
  addImport,
  importWithPrefix,
  createEntry,
  replaceStepWithPremise,
  correctClause,
  splitReferences,
  removeClauseName,
  addTarget,
  addSpeaker,
  renameDuplicate,
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
