/** Comments that silence problems, after edits. */
import { expect, test } from "vitest";
import { memoryFileSystem, workspaceOn } from "../../support/workspaces/memoryFileSystem.ts";

const uri = "file:///maps/map.argmap";

/** Opens a map, applies edits to whole lines, and returns the codes of its problems after each. */
function codesAfter(text: string, ...edits: readonly (readonly [line: number, count: number, text: string])[]) {
  const workspace = workspaceOn(memoryFileSystem({}));
  workspace.open(uri, text, 1);
  const codes = () => workspace.problemsOf(uri).map(({ code }) => code);
  return [
    codes(),
    ...edits.map(([line, count, newText], index) => {
      const range = { start: { line, character: 0 }, end: { line: line + count, character: 0 } };
      workspace.update(uri, [{ range, text: newText }], index + 2);
      return codes();
    }),
  ];
}

test("adding, changing, moving and removing a comment changes what is silenced", () => {
  const map = "claim a: A.\n  objection: B.\n";
  expect(
    codesAfter(
      map,
      [0, 0, "// argmap-ignore unsupported-claim\n"],
      [0, 1, "// argmap-ignore unused-claim\n"],
      [0, 1, "// argmap-ignore unsupported-claim\n\n"],
      [1, 1, ""],
      [0, 1, ""],
    ),
  ).toEqual([
    ["unsupported-claim"],
    [],
    ["unused-ignore", "unsupported-claim"],
    ["unused-ignore", "unsupported-claim"],
    [],
    ["unsupported-claim"],
  ]);
});
