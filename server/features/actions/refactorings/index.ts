import type { Refactoring } from "../codeAction.ts";
import { askQuestions } from "./askQuestions.ts";
import { changeNesting } from "./changeNesting.ts";
import { extract } from "./extract.ts";
import { inline } from "./inline.ts";
import { addName, invertStep } from "./invertStep.ts";
import { moveToFile } from "./moveToFile.ts";
import { objectToStep } from "./objectToStep.ts";
import { sort } from "./sort.ts";

/** All refactorings, in menu order. */
export const refactorings: readonly Refactoring[] = [
  extract,
  inline,
  changeNesting,
  invertStep,
  objectToStep,
  askQuestions,
  addName,
  sort,
  moveToFile,
];
