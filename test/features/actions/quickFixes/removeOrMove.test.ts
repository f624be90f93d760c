import { expect, test } from "vitest";
import { quickFixed } from "../../../support/workspaces/codeActions.ts";

test("removes an attribute with all its paragraphs, but not the comments and blank lines around them", async () => {
  const source = (end: string): string =>
    [
      "claim a: A.",
      "  note: One.",
      "",
      "  no¦te: Two,",
      "    three.",
      "",
      "    // why",
      "",
      "    Four.",
      "",
      "  reason: R.",
    ].join(end);
  for (const end of ["\n", "\r\n"]) {
    expect(await quickFixed(source(end), "Remove “note”")).toBe(
      ["claim a: A.", "  note: One.", "", "    // why", "", "  reason: R."].join(end),
    );
  }
});

test("removes an unused speaker, but keeps all comments", async () => {
  const source =
    "// first\nclaim a: A.\n\n// who\nspeaker li¦nd: Lind\n  // since May\n  role: Chair\n\n// last\nclaim b contradicts a: B.\n";
  expect(await quickFixed(source, "Remove unused speaker “lind”")).toBe(
    "// first\nclaim a: A.\n\n// who\n  // since May\n\n// last\nclaim b contradicts a: B.\n",
  );
});
