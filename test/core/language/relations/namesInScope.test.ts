import { expect, test } from "vitest";
import { namesInScope } from "../../../../server/core/language/relations/namesInScope.ts";
import { linkedMaps } from "../../../support/maps/linkedMaps.ts";

test("the names that a file can use have the prefixes of its imports", () => {
  const { file } = linkedMaps(
    "claim a: One.\nclaim b: Two.\n",
    "import: 0.argmap\nimport p: 0.argmap\nimport gone: none.argmap\nclaim c: Three.\nclaim gone: Four.\n",
  );
  expect([...namesInScope(file, () => true)].map(({ name, qualifiedName }) => [name, qualifiedName])).toEqual([
    ["gone", "gone"],
    ["c", "c"],
    ["a", "a"],
    ["b", "b"],
    ["a", "p.a"],
    ["b", "p.b"],
  ]);
  expect([...namesInScope(file, (name) => name === "b")].map(({ qualifiedName }) => qualifiedName)).toEqual([
    "b",
    "p.b",
  ]);
});
