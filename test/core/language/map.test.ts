import { describe, expect, test } from "vitest";
import { MapFile } from "../../../server/core/language/map.ts";

const textsOf = (file: MapFile): readonly string[] => file.imports.map(({ entry }) => entry.text);

describe("the imports of a map", () => {
  const start = { line: 0, character: 0 };

  test("are in the order of the text, whichever was written first", () => {
    const file = new MapFile("file:///a.argmap", "claim x: X.\nimport: two.argmap\nimport p: three.argmap\n");
    file.update([{ range: { start, end: start }, text: "import: one.argmap\n" }]);
    expect(textsOf(file)).toEqual(["one.argmap", "two.argmap", "three.argmap"]);
  });
  test("are forgotten when they are deleted", () => {
    const file = new MapFile("file:///a.argmap", "import: one.argmap\nimport: two.argmap\n");
    file.update([{ range: { start, end: { line: 1, character: 0 } }, text: "" }]);
    expect(textsOf(file)).toEqual(["two.argmap"]);
  });
});
