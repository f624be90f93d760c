import { expect, test, vi } from "vitest";
import { Uri } from "../../support/fakeVscode.ts";

vi.mock("vscode", () => import("../../support/fakeVscode.ts"));
const { omissionText, omittedKinds } = await import("../../../client/convert/omissionReport.ts");

const kinds = ["colors", "comments", "icons", "arrows"].map((what) => ({
  what,
  where: ["line 3", "“Keep it.”", "line 3"],
}));

test("a message names the first three kinds of what was left out", () => {
  expect(omittedKinds(kinds.slice(0, 2))).toBe("colors and comments");
  expect(omittedKinds(kinds)).toBe("colors, comments, icons and more");
});

test("the details name each place once, with its line", () => {
  const file = Uri.parse("memfs:/maps/a.argdown");
  // The fake has only the parts of a URI that are read.
  expect(omissionText(file as never, kinds.slice(0, 2))).toBe(
    "colors:\n  memfs:/maps/a.argdown:3\n  “Keep it.”\n\ncomments:\n  memfs:/maps/a.argdown:3\n  “Keep it.”\n",
  );
});
