import { expect, test } from "vitest";
import type { PublishedProblem } from "../../../../client/playground/editor/diagnostics.ts";
import { problemKeys } from "../../../../client/playground/page/problemsList.ts";

const problem = (message: string, line: number): PublishedProblem => ({
  range: { start: { line, character: 0 }, end: { line, character: 1 } },
  severity: "error",
  message,
  reference: undefined,
});

test("a problem keeps its key when it moves, and when others come and go", () => {
  const [before] = problemKeys([problem("No claim.", 4)]);
  const after = problemKeys([problem("No text.", 1), problem("No claim.", 9), problem("No claim.", 12)]);
  expect(after[1]).toBe(before);
  expect(new Set(after).size).toBe(3);
});
