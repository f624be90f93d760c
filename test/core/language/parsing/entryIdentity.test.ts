/** Entries keep their identity through edits. */
import { describe, expect, test } from "vitest";
import { Syntax } from "../../../../server/core/language/syntax.ts";

const map = `claim keep: The charge should stay.
  reason air by roy: The air got cleaner.
    premise fell: It fell by a fifth.
  reason: The buses run to time.
    They did not before.
claim drop: It should go.
`;

/** Returns the identities of all entries by their text. */
const idsOf = ({ entries }: Syntax): Record<string, number> =>
  Object.fromEntries([...entries.values()].map(({ id, text }) => [text, id]));

/** Replaces the first occurrence of `old` in the map. */
function replaceFirst(syntax: Syntax, old: string, text: string): void {
  const before = syntax.text.slice(0, syntax.text.indexOf(old)).split("\n");
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const oldLines = old.split("\n");
  const end = {
    line: start.line + oldLines.length - 1,
    character: (oldLines.length > 1 ? 0 : start.character) + (oldLines.at(-1)?.length ?? 0),
  };
  syntax.update([{ range: { start, end }, text }]);
}

/** Returns the identities before and after `old` is replaced. */
function idsAroundEdit(old: string, text: string): { before: Record<string, number>; now: Record<string, number> } {
  const syntax = new Syntax(map);
  const before = idsOf(syntax);
  replaceFirst(syntax, old, text);
  return { before, now: idsOf(syntax) };
}

describe("an entry keeps its identity", () => {
  test("while the user types in its text", () => {
    const { before, now } = idsAroundEdit("got cleaner", "is clean");
    expect(now["The air is clean."]).toBe(before["The air got cleaner."]);
  });

  test("when its head changes, including the keyword", () => {
    const { before, now } = idsAroundEdit("reason air by roy", "objection wind");
    expect(now).toEqual(before);
  });

  test("while its head is broken", () => {
    const { before, now } = idsAroundEdit("reason air by roy", "reason air by");
    expect(now).toEqual(before);
  });

  test("when its line is split", () => {
    const { before, now } = idsAroundEdit("buses run", "buses\n    run");
    expect(now).toEqual(before);
  });

  test("when lines are joined", () => {
    const { before, now } = idsAroundEdit("time.\n    They", "time. They");
    expect(now).toEqual(before);
  });

  test("when a line is inserted before it", () => {
    const { before, now } = idsAroundEdit("claim drop", "claim new: Another.\nclaim drop");
    const { "Another.": added, ...others } = now;
    expect(others).toEqual(before);
    expect(Object.values(before)).not.toContain(added);
  });

  test("when it is indented deeper", () => {
    const { before, now } = idsAroundEdit("    premise fell", "      premise fell");
    expect(now).toEqual(before);
  });

  test("when it is moved", () => {
    const lines = map.split("\n");
    const swapped = [lines[5], ...lines.slice(0, 5), ""].join("\n");
    const { before, now } = idsAroundEdit(map, swapped);
    expect(now).toEqual(before);
  });

  test("by its words, if it has no name or shares it with another", () => {
    for (const [text, swapped] of [
      ["reason: One.\nreason: Two.\n", "reason: Two.\nreason: Three.\n"],
      ["claim a: One.\nclaim a: Two.\n", "claim a: Two.\nclaim a: Three.\n"],
    ] as const) {
      const syntax = new Syntax(text);
      const before = idsOf(syntax);
      syntax.update([{ text: swapped }]);
      expect(idsOf(syntax)["Two."]).toBe(before["Two."]);
      expect(idsOf(syntax)["Three."]).toBe(before["One."]);
    }
  });

  test("when the whole text is replaced by a similar one", () => {
    const syntax = new Syntax(map);
    const before = idsOf(syntax);
    syntax.update([{ text: `map: A title\n\n${map.replace("a fifth", "a sixth")}` }]);
    const now = idsOf(syntax);
    expect(now["It fell by a sixth."]).toBe(before["It fell by a fifth."]);
    expect(now["The air got cleaner."]).toBe(before["The air got cleaner."]);
    expect(now["It should go."]).toBe(before["It should go."]);
  });
});

test("identities are never reused", () => {
  const syntax = new Syntax(map);
  const before = new Set(syntax.entries.keys());
  syntax.update([{ text: "" }]);
  syntax.update([{ text: map }]);
  for (const id of syntax.entries.keys()) expect(before).not.toContain(id);
});
