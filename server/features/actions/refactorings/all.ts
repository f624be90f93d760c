/** All refactorings, in the order in which they are offered. */
import type { Refactoring } from "../offer.ts";

export const refactorings: readonly Refactoring[] = [];
