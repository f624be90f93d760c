import { expect, test } from "vitest";
import { indentationErrors, usualIndent } from "../../../../server/core/checks/support/indentation.ts";
import { Syntax } from "../../../../server/core/language/syntax.ts";

function firstEntry(text: string) {
  const [entry] = new Syntax(text).roots;
  if (entry === undefined) throw new Error("There is no entry.");
  return entry;
}

test.each([
  ["claim a: One.\n  reason: x\n  reason: y", []],
  ["claim a: One.\n    reason: x\n  reason: y", ["unmatched   reason: y"]],
  ["claim a: One.\n  reason: x\n\treason: y\n  reason: z", ["mixed \treason: y"]],
  ["claim a: One.\n  reason: x\n\tmore text\n", ["mixed \tmore text"]],
  ["claim a: One.\n\tmore text\n  reason: x\n", []],
  ["claim a: One.\n  note: x\n    reason: y\n", ["under-attribute     reason: y"]],
  ["claim a: One.\n  note: x\n  reason: y\n    reason: z\n", []],
  ["claim a: One.\n  reason: x\n    note: n\n    reason: y", []],
  ["claim a: One.\n  reason by: x\n\treason by: y", []],
])("the lines under an entry with wrong indentation in %j", (text, expected) =>
  expect([...indentationErrors(firstEntry(text))].map(({ kind, line }) => `${kind} ${line.scanned.raw}`)).toEqual(
    expected,
  ),
);

test("the usual indentation of an entry is that of most of its children and attributes", () => {
  const entry = firstEntry("claim a: One.\n\tnote: x\n  more\n  reason: y\n  reason: z\n");
  expect(usualIndent(entry, undefined)).toBe("  ");
  expect(usualIndent(firstEntry("claim a: One.\n  more"), undefined)).toBeUndefined();
  const two = firstEntry("claim a: One.\n\treason: x\n  reason: y\n");
  expect(usualIndent(two, undefined)).toBe("\t");
  expect(usualIndent(two, two.children[0])).toBe("  ");
});
