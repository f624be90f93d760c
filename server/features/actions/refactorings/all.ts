/** All refactorings, in the order in which they are offered. */
import type { Refactoring } from "../offer.ts";
import { extract } from "./extract.ts";
import { inline } from "./inline.ts";
import { moveToFile } from "./moveToFile.ts";
import { nesting } from "./nesting.ts";
import { sort } from "./sort.ts";
import { giveName, turn } from "./turn.ts";

export const refactorings: readonly Refactoring[] = [extract, inline, nesting, turn, giveName, sort, moveToFile];
