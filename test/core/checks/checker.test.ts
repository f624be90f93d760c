/** The checker isolates errors in checks. */
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
const throwError = (): never => {
  throw new Error("a bug");
};

test.each([
  ["a line", strayLine],
  ["an entry", missingText],
  ["a group", duplicateName],
  ["a file", unusedSpeaker],
])("a check of %s that throws does not stop the others", (_, check) => {
  const file = new MapFile("file:///a.argmap", text);
  const expectedCodes = codes(new Checker(file, () => ({ state: "unknown" })));
  expect(expectedCodes).toContain(check.code);
  vi.spyOn(check, "check").mockImplementation(throwError);
  const errors: unknown[] = [];
  const checker = new Checker(
    file,
    () => ({ state: "unknown" }),
    () => [],
    (error) => errors.push(error),
  );
  expect(codes(checker)).toEqual(expectedCodes.filter((code) => code !== check.code));
  expect(errors.length).toBeGreaterThan(0);
  vi.restoreAllMocks();
  checker.recheckAll();
  expect(codes(checker)).toEqual(expectedCodes);
  expect(errors.every((error) => error instanceof Error && error.message === "a bug")).toBe(true);
});

test("without an error handler, the error is thrown after all checks have run", () => {
  const file = new MapFile("file:///a.argmap", text);
  const checker = new Checker(file, () => ({ state: "unknown" }));
  vi.spyOn(strayLine, "check").mockImplementation(throwError);
  expect(() => checker.recheckAll()).toThrow("a bug");
  expect(codes(checker)).toContain("unused-speaker");
});
