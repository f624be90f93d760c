import { describe, expect, test } from "vitest";
import { loadPrograms } from "../programs.ts";
import { applyTypedEdit, typingEdits } from "../typing.ts";
import { countStructure, makeStructure } from "./structure.ts";
import { writeArgmap } from "./writeArgmap.ts";

describe("the benchmark structure", () => {
  test("has the requested number of entries", () => {
    for (const entries of [1, 10, 137, 1000]) expect(countStructure(makeStructure(entries)).entries).toBe(entries);
  });

  test("depends only on the seed", () => {
    expect(makeStructure(200)).toEqual(makeStructure(200));
    expect(makeStructure(200, 2)).not.toEqual(makeStructure(200));
  });

  test("has one line per entry, about 140 characters long", () => {
    const text = writeArgmap(makeStructure(1000));
    expect(text.split("\n").filter((line) => line.trim() !== "")).toHaveLength(1000);
    expect(text.length / 1000).toBeGreaterThan(130);
    expect(text.length / 1000).toBeLessThan(150);
  });

  test("is read completely and without problems by each program", async () => {
    const structure = makeStructure(300);
    for (const program of await loadPrograms()) {
      const found = program.open(program.write(structure)).counts();
      expect({ ...found, entries: 300 }).toEqual({ ...countStructure(structure), problems: 0 });
    }
  });
});

test("every second edit reverts the one before", () => {
  const text = writeArgmap(makeStructure(20));
  const edits = typingEdits(text);
  const typed = applyTypedEdit(text, edits.next().value);
  expect(typed).toHaveLength(text.length + 1);
  expect(applyTypedEdit(typed, edits.next().value)).toBe(text);
});
