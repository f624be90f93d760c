/** The names whose definitions or mentions an edit changes, so that only what depends on them is checked again. */
import { describe, expect, test } from "vitest";
import { MapFile } from "../../../server/core/language/map.ts";

/** Replaces the only occurrence of `old`, and returns the effect on names. */
function namesChangedBy(text: string, old: string, replacement: string) {
  const file = new MapFile("file:///a.argmap", text);
  const before = text.slice(0, text.indexOf(old)).split("\n");
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const oldLines = old.split("\n");
  const character = (oldLines.length > 1 ? 0 : start.character) + (oldLines.at(-1)?.length ?? 0);
  const end = { line: start.line + oldLines.length - 1, character };
  const { names } = file.update([{ range: { start, end }, text: replacement }]);
  return { defined: [...names.defined].sort(), mentioned: [...names.mentioned].sort(), imports: names.imports };
}

const map = `import p: other.argmap
claim keep by lind: It should stay.
  reason air: The air got cleaner.
    premise drop
  objection cost for p.fell: It costs too much.
claim drop: It should go.
question q: Which?
  answers: any
  claim one: One.
  claim two: Two.
`;

describe("an edit changes", () => {
  test.each([
    ["no name in a text", "got cleaner", "is clean", [], []],
    ["no name if only the columns of a head change", "claim keep", "claim  keep", [], []],
    ["the name that it adds", "claim drop", "claim new: New.\nclaim drop", ["new"], []],
    ["a definition that becomes another", "claim keep", "claim kept", ["keep", "kept"], []],
    ["a definition that becomes one of another keyword", "reason air", "objection air", ["air"], []],
    ["a mention that is added and one that is removed", "by lind", "by roy", [], ["lind", "roy"]],
    ["a mention with another role", "keep by lind", "keep restates lind", [], ["lind"]],
    ["a mention with another prefix", "p.fell", "fell", [], ["fell"]],
    ["a mention in an entry of another keyword", "objection cost", "reason cost", ["cost"], ["fell"]],
    ["no mention if another one is added", "by lind", "by lind roy", [], ["roy"]],
    [
      "the claim that a bare premise names if steps come under it",
      "drop\n",
      "drop\n      reason r: R.\n",
      ["r"],
      ["drop"],
    ],
    ["the claims that a bare premise named and names", "premise drop", "premise keep", [], ["drop", "keep"]],
    ["the names of the answers with their number", "any", "exactly-one", ["one", "q", "two"], []],
    ["the definition with a date", "It should go.", "It should go.\n  date: 2024", ["drop"], []],
    ["the names of what is removed", "claim drop: It should go.\n", "", ["drop"], []],
    ["the mentions of what is removed", "    premise drop\n", "", [], ["drop"]],
    ["the name of what is moved", "  objection cost", "    objection cost", ["cost"], []],
  ])("%s", (_case, old, replacement, defined, mentioned) =>
    expect(namesChangedBy(map, old, replacement)).toEqual({ defined, mentioned, imports: false }),
  );
});

describe("an edit changes the imports if it", () => {
  test.each([
    ["changes a path", "other.argmap", "more.argmap", true],
    ["changes a prefix", "import p", "import people", true],
    ["removes one", "import p: other.argmap\n", "", true],
    ["adds one", "claim drop", "import: more.argmap\nclaim drop", true],
    ["makes one of another entry", "claim drop", "import drop", true],
    ["makes another entry of one", "import p", "claim p", true],
    ["changes another text", "should go", "must go", false],
  ])("%s", (_case, old, replacement, expected) => expect(namesChangedBy(map, old, replacement).imports).toBe(expected));
  test("moves one", () => {
    const text = "import: a.argmap\nimport: b.argmap\n";
    expect(namesChangedBy(text, text, "import: b.argmap\nimport: a.argmap\n").imports).toBe(true);
  });
});
