import { describe, expect, test } from "vitest";
import { countStructure, makeStructure } from "./structure.ts";
import { loadPrograms } from "./subjects.ts";
import { applyTypedEdit, typingEdits } from "./typing.ts";
import { writeArgmap } from "./writeArgmap.ts";

describe("the structure that is measured", () => {
  test("has as many entries as asked for", () => {
    for (const entries of [1, 10, 137, 1000]) expect(countStructure(makeStructure(entries)).entries).toBe(entries);
  });

  test("is the same each time", () => {
    expect(makeStructure(200)).toEqual(makeStructure(200));
    expect(makeStructure(200, 2)).not.toEqual(makeStructure(200));
  });

  test("is written with a line for each entry, about 140 bytes long", () => {
    const text = writeArgmap(makeStructure(1000));
    expect(text.split("\n").filter((line) => line.trim() !== "")).toHaveLength(1000);
    expect(text.length / 1000).toBeGreaterThan(130);
    expect(text.length / 1000).toBeLessThan(150);
  });

  test("is read whole and without problems by every program", async () => {
    const structure = makeStructure(300);
    for (const subject of await loadPrograms()) {
      const found = subject.open(subject.write(structure)).counts();
      expect({ ...found, entries: 300 }).toEqual({ ...countStructure(structure), problems: 0 });
    }
  });
});

test("typing takes back what it types", () => {
  const text = writeArgmap(makeStructure(20));
  const edits = typingEdits(text);
  const typed = applyTypedEdit(text, edits.next().value);
  expect(typed).toHaveLength(text.length + 1);
  expect(applyTypedEdit(typed, edits.next().value)).toBe(text);
});
