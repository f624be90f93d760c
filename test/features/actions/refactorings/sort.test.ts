import { expect, test } from "vitest";
import { refactored, refactoredFiles, refactoringTitles } from "../../../support/workspaces/codeActions.ts";

test("sorts reasons before objections, and speakers by name, with their comments", async () => {
  expect(
    await refactored(
      "claim ¦a: A.\n  objection x: X.\n    premise p: P.\n\n  // r\n  reason y: Y.\n",
      "Sort reasons before objections",
    ),
  ).toBe("claim a: A.\n  // r\n  reason y: Y.\n\n  objection x: X.\n    premise p: P.\n");
  expect(await refactored("map: M\nspeaker roy: Roy\n  role: R\nspeaker ¦lind: Lind\n", "Sort speakers by name")).toBe(
    "map: M\nspeaker lind: Lind\nspeaker roy: Roy\n  role: R\n",
  );
  expect(await refactoringTitles("speaker lind: L\nspeaker r¦oy: R\n")).not.toContain("Sort speakers by name");
});

test("keeps a comment with its entry when it comes first, instead of making it a header comment", async () => {
  const source = "speaker roy: Roy\n// on lind\nspeaker ¦lind: Lind\n";
  const sorted = "\n// on lind\nspeaker lind: Lind\nspeaker roy: Roy\n";
  expect(await refactored(source, "Sort speakers by name")).toBe(sorted);
  const again = await refactoredFiles(sorted.replace("lind:", "li¦nd:"), "Move to a new file “lind.argmap”");
  expect(again).toEqual({ "main.argmap": "\nspeaker roy: Roy\n", "lind.argmap": "\n// on lind\nspeaker lind: Lind\n" });
  const license = "// license\nspeaker ¦roy: Roy\n// on lind\nspeaker lind: Lind\n";
  expect(await refactored(license, "Move to a new file “roy.argmap”")).toBe(
    "// license\n\n// on lind\nspeaker lind: Lind\n",
  );
});

test("keeps the nesting of unevenly indented entries", async () => {
  expect(
    await refactored(
      "claim ¦a: A.\n    objection x: X.\n      quote: Q\n  reason y: Y.\n",
      "Sort reasons before objections",
    ),
  ).toBe("claim a: A.\n    reason y: Y.\n  objection x: X.\n    quote: Q\n");
  const marked = "\uFEFFspeaker roy: Roy\nspeaker ¦lind: Lind";
  expect(await refactored(marked, "Sort speakers by name")).toBe("\uFEFFspeaker lind: Lind\nspeaker roy: Roy");
  // The order decides which of two entries with the same name is referenced.
  const twice = "claim ¦a: A.\n  objection x: X.\n  reason x: Y.\n";
  expect(await refactoringTitles(twice)).not.toContain("Sort reasons before objections");
});
