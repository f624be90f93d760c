import type { MapFile } from "../language/map.ts";
import type { Problem } from "../language/problem.ts";
import { checks } from "./registry.ts";

/** The position of each check in the list of checks. */
const checkOrder = new Map(checks.map(({ code }, index) => [code, index]));

/** Returns the position of a problem's check in the list of checks. */
export const checkOrderOf = ({ code }: Problem): number => checkOrder.get(code) ?? 0;

/** Compares problems by the list of checks, then by their messages. */
export const compareByCheck = (a: Problem, b: Problem): number =>
  checkOrderOf(a) - checkOrderOf(b) || (a.message < b.message ? -1 : a.message > b.message ? 1 : 0);

/** Sorts the problems of a file in the order of its text, and those of one place by the list of checks. */
export const inProblemOrder = (problems: Iterable<Problem>, { syntax: { lines } }: MapFile): readonly Problem[] =>
  [...problems].sort(
    (a, b) => lines.numberOf(a.at.line) - lines.numberOf(b.at.line) || a.at.start - b.at.start || compareByCheck(a, b),
  );
