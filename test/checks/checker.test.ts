/** What the checker promises to those who ask it, whatever a check does. */
import { afterEach, expect, test, vi } from "vitest";
import { Checker } from "../../server/checks/checker.ts";
import { duplicateName } from "../../server/checks/duplicate-name.ts";
import { missingText } from "../../server/checks/missing-text.ts";
import { strayLine } from "../../server/checks/stray-line.ts";
import { unusedSpeaker } from "../../server/checks/unused-speaker.ts";
import { MapFile } from "../../server/language/map.ts";

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
