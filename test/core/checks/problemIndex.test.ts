/** The problems of entries and lines, and which entries they are about. */
import { expect, test } from "vitest";
import { Checker } from "../../../server/core/checks/checker.ts";
import { MapFile } from "../../../server/core/language/map.ts";

function checkerOf(text: string): Checker {
  return new Checker(new MapFile("file:///a.argmap", text), () => ({ state: "unknown" }));
}

test("the problems of an entry are in the order of the list of checks, then of the text", () => {
  const checker = checkerOf(
    "claim a by y, by x: One.\n  note: N\n  likelihood: often\n  likelihood: seldom\n  reason:\n  more\n",
  );
  const [claim] = checker.file.entriesOf("claim");
  const shown = claim && checker.problemsOf(claim).map(({ code, at }) => `${code} ${at.start}`);
  expect(shown).toEqual([
    "unknown-name 11",
    "unknown-name 17",
    "malformed-value 14",
    "malformed-value 14",
    "duplicate-attribute 2",
    "text-after-children 2",
  ]);
});

test("a line has problems if it belongs to no entry, or silences nothing", () => {
  const checker = checkerOf("prose\n// argmap-ignore unused-claim, nothing\nclaim a: One.\n");
  const codes = [...checker.file.syntax.lines].map((line) => checker.problemsOfLine(line).map(({ code }) => code));
  expect(codes).toEqual([["stray-line"], ["unknown-problem"], [], []]);
});

test("an edit changes the problems of the entries that it concerns, once", () => {
  const checker = checkerOf("claim a: One.\n  reason: Two.\nclaim b: Three.\n  reason for a: Four.\n");
  checker.takeChanged();
  const range = { start: { line: 0, character: 6 }, end: { line: 0, character: 7 } };
  const { change, names } = checker.file.update([{ range, text: "c" }]);
  checker.update(change, names);
  const changed = (): readonly string[] => [...checker.takeChanged()].map(({ text }) => text);
  expect(changed()).toContain("Four.");
  expect(changed()).toEqual([]);
});
