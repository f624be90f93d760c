/** The text of entries, and the words that stand for them. */
import { expect, test } from "vitest";
import {
  type Entry,
  graphValues,
  isCurrent,
  lineJoiner,
  shownText,
  titleOf,
} from "../../../server/core/language/entry.ts";
import { Syntax } from "../../../server/core/language/syntax.ts";

const entriesOf = (text: string): readonly Entry[] => [...new Syntax(text).entries.values()];

test.each([
  ["claim a: One.\n  title: Short", "Short", "Short"],
  ["claim a: One.\n  title:", "One.", "One."],
  ["claim a: One.\n  note: Short", "One.", "One."],
  ["claim a:", "a", ""],
  ["claim:", "", ""],
])("in “%s”, “%s” stands for the entry, and “%s” beside its name", (text, title, shown) => {
  const [entry] = entriesOf(text);
  expect(entry && [titleOf(entry), shownText(entry)]).toEqual([title, shown]);
});

test.each([
  ["One", "two", " "],
  ["空", "气", ""],
  ["空", "a", " "],
  ["a", "空", " "],
  ["か", "カ", ""],
  ["。", "，", ""],
  ["𠮷", "𠮷", ""],
])("between “%s” and “%s” lines are joined with “%s”", (before, after, joiner) =>
  expect(lineJoiner(before, after)).toBe(joiner),
);

test("only the number of answers and the date of an entry change the argument", () => {
  const [entry] = entriesOf("question q: One.\n  answers: any\n  note: x\n  date: 2024");
  expect(entry && graphValues(entry)).toBe("answers: any\ndate: 2024\n");
});

test("an entry that an edit removed is not current", () => {
  const syntax = new Syntax("claim a: One.");
  const [entry] = syntax.roots;
  expect(entry && isCurrent(entry)).toBe(true);
  syntax.update([{ text: "" }]);
  expect(entry && isCurrent(entry)).toBe(false);
});
