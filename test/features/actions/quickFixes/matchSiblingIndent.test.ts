import { expect, test } from "vitest";
import { quickFixed } from "../../../support/workspaces/codeActions.ts";

const TITLE = "Match the indentation of its siblings";

test("moves an entry out from under an attribute, with what is under it", async () => {
  const source = (indent: string): string =>
    `claim a: A.\n  note: Said in May.\n${indent}re¦ason: R.\n${indent}  premise: P.\n`;
  expect(await quickFixed(source("    "), TITLE)).toBe(source("  ").replace("¦", ""));
});

test("moves all siblings from under an attribute, from each of them, with their comments", async () => {
  const source = (first: string, second: string): string =>
    [
      "claim a: A.",
      "  note: Said in May.",
      "",
      `    ${first}: R.`,
      "",
      "    // why",
      `    ${second}: S.`,
      "      premise: P.",
      "",
    ].join("\n");
  const moved = "claim a: A.\n  note: Said in May.\n\n  reason: R.\n\n  // why\n  reason: S.\n    premise: P.\n";
  expect(await quickFixed(source("re¦ason", "reason"), TITLE)).toBe(moved);
  expect(await quickFixed(source("reason", "re¦ason"), TITLE)).toBe(moved);
});

test("moves an entry that matches no sibling to the sibling above it", async () => {
  const source = "claim a: A.\n    reason: R.\n  re¦ason: S.\n";
  expect(await quickFixed(source, TITLE)).toBe("claim a: A.\n    reason: R.\n    reason: S.\n");
});

test("moves all siblings if none of them shows the right indentation", async () => {
  const source = "claim a: A.\n  note: N.\n    reason: R.\n   re¦ason: S.\n";
  expect(await quickFixed(source, TITLE)).toBe("claim a: A.\n  note: N.\n  reason: R.\n  reason: S.\n");
});

test("leaves a comment where it is that is indented otherwise", async () => {
  const source = "claim a: A.\n  note: N.\n\n  // why\n    re¦ason: R.\n";
  expect(await quickFixed(source, TITLE)).toBe("claim a: A.\n  note: N.\n\n  // why\n  reason: R.\n");
});

test("moves an attribute with all its lines", async () => {
  const source = "claim a: A.\n\tno¦te: One,\n\t\ttwo,\n\n\t\tthree.\n  reason: R.\n  reason: S.\n";
  expect(await quickFixed(source, TITLE)).toBe(
    "claim a: A.\n  note: One,\n  \ttwo,\n\n  \tthree.\n  reason: R.\n  reason: S.\n",
  );
});
