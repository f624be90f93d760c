import type { CheckedMaps } from "./reportedProblem.ts";

/** Returns the problems as a JSON array. */
export const formatAsJson = ({ problems }: CheckedMaps): string => `${JSON.stringify(problems, undefined, 2)}\n`;
