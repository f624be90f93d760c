/** What the checker promises to those who ask it, whatever a check does. */
import { afterEach, expect, test, vi } from "vitest";
import { Checker } from "../../../server/core/checks/checker.ts";
import { duplicateName } from "../../../server/core/checks/rules/names/duplicate-name.ts";
import { unusedSpeaker } from "../../../server/core/checks/rules/names/unused-speaker.ts";
import { missingText } from "../../../server/core/checks/rules/syntax/missing-text.ts";
import { strayLine } from "../../../server/core/checks/rules/syntax/stray-line.ts";
import { MapFile } from "../../../server/core/language/map.ts";

afterEach(() => void vi.restoreAllMocks());

const text = "prose\nspeaker lind: Maja\nclaim a:\nclaim a: x\n  reason b:\n    note:\n";
const codes = (checker: Checker): readonly string[] => [...checker.problems()].map(({ code }) => code).sort();
const fails = (): never => {
  throw new Error("a mistake");
};

test.each([
  ["a line", strayLine],
  ["an entry", missingText],
  ["a group", duplicateName],
  ["a file", unusedSpeaker],
])("a check of %s that throws takes no other along", (_, check) => {
  const file = new MapFile("file:///a.argmap", text);
  const sound = codes(new Checker(file, () => ({ state: "unknown" })));
  expect(sound).toContain(check.code);
  vi.spyOn(check, "check").mockImplementation(fails);
  const errors: unknown[] = [];
  const checker = new Checker(
    file,
    () => ({ state: "unknown" }),
    () => [],
    (error) => errors.push(error),
  );
  expect(codes(checker)).toEqual(sound.filter((code) => code !== check.code));
  expect(errors.length).toBeGreaterThan(0);
  vi.restoreAllMocks();
  checker.recheckAll();
  expect(codes(checker)).toEqual(sound);
  expect(errors.every((error) => error instanceof Error && error.message === "a mistake")).toBe(true);
});

test("without somebody to tell, the error is thrown when all checks have run", () => {
  const file = new MapFile("file:///a.argmap", text);
  const checker = new Checker(file, () => ({ state: "unknown" }));
  vi.spyOn(strayLine, "check").mockImplementation(fails);
  expect(() => checker.recheckAll()).toThrow("a mistake");
  expect(codes(checker)).toContain("unused-speaker");
});
