/** Entries stay themselves while their text is edited, however it is edited. */
import { describe, expect, test } from "vitest";
import { Syntax } from "../../../server/core/language/syntax.ts";

const map = `claim keep: The charge should stay.
  reason air by roy: The air got cleaner.
    premise fell: It fell by a fifth.
  reason: The buses run to time.
    They did not before.
claim drop: It should go.
`;

/** Each entry by its words, with its identity. */
const idsOf = ({ entries }: Syntax): Record<string, number> =>
  Object.fromEntries([...entries.values()].map(({ id, text }) => [text, id]));

/** Puts `text` in the place of the first `old` in the map. */
function put(syntax: Syntax, old: string, text: string): void {
  const before = syntax.text.slice(0, syntax.text.indexOf(old)).split("\n");
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const inside = old.split("\n");
  const end = {
    line: start.line + inside.length - 1,
    character: (inside.length > 1 ? 0 : start.character) + (inside.at(-1)?.length ?? 0),
  };
  syntax.update([{ range: { start, end }, text }]);
}

/** What becomes of the identities where `old` is replaced. */
function edited(old: string, text: string): { before: Record<string, number>; now: Record<string, number> } {
  const syntax = new Syntax(map);
  const before = idsOf(syntax);
  put(syntax, old, text);
  return { before, now: idsOf(syntax) };
}

describe("an entry keeps its identity", () => {
  test("while one types in its text", () => {
    const { before, now } = edited("got cleaner", "is clean");
    expect(now["The air is clean."]).toBe(before["The air got cleaner."]);
  });

  test("while one types in its head, and makes it another kind", () => {
    const { before, now } = edited("reason air by roy", "objection wind");
    expect(now).toEqual(before);
  });

  test("while its head cannot be read", () => {
    const { before, now } = edited("reason air by roy", "reason air by");
    expect(now).toEqual(before);
  });

  test("where its line is split in two", () => {
    const { before, now } = edited("buses run", "buses\n    run");
    expect(now).toEqual({ ...before });
  });

  test("where lines are joined", () => {
    const { before, now } = edited("time.\n    They", "time. They");
    expect(now).toEqual(before);
  });

  test("where a line is put before it", () => {
    const { before, now } = edited("claim drop", "claim new: Another.\nclaim drop");
    const { "Another.": added, ...others } = now;
    expect(others).toEqual(before);
    expect(Object.values(before)).not.toContain(added);
  });

  test("where it is indented deeper", () => {
    const { before, now } = edited("    premise fell", "      premise fell");
    expect(now).toEqual(before);
  });

  test("where two change places", () => {
    const lines = map.split("\n");
    const swapped = [lines[5], ...lines.slice(0, 5), ""].join("\n");
    const { before, now } = edited(map, swapped);
    expect(now).toEqual(before);
  });

  test("where the whole text is replaced by one that says much the same", () => {
    const syntax = new Syntax(map);
    const before = idsOf(syntax);
    syntax.update([{ text: `map: A title\n\n${map.replace("a fifth", "a sixth")}` }]);
    const now = idsOf(syntax);
    expect(now["It fell by a sixth."]).toBe(before["It fell by a fifth."]);
    expect(now["The air got cleaner."]).toBe(before["The air got cleaner."]);
    expect(now["It should go."]).toBe(before["It should go."]);
  });
});

test("an identity is never given twice", () => {
  const syntax = new Syntax(map);
  const before = new Set(syntax.entries.keys());
  syntax.update([{ text: "" }]);
  syntax.update([{ text: map }]);
  for (const id of syntax.entries.keys()) expect(before).not.toContain(id);
});
