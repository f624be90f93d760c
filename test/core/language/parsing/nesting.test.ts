/** The nesting of entries, and the text and attributes that lines contribute to them. */
import { describe, expect, test } from "vitest";
import type { Entry } from "../../../../server/core/language/entry.ts";
import { Syntax } from "../../../../server/core/language/syntax.ts";

/** Returns the entries as an outline: indentation, name or keyword, text, attributes. */
const outline = (text: string): string => outlineOf(new Syntax(text));

function outlineOf(syntax: Syntax): string {
  const show = (entry: Entry, depth: number): string[] => [
    `${"  ".repeat(depth)}${entry.head.name?.text ?? entry.head.keyword} “${entry.text.replaceAll("\n", "⏎")}”`,
    ...entry.attributes.map(({ key, value }) => `${"  ".repeat(depth)}- ${key} “${value.replaceAll("\n", "⏎")}”`),
    ...entry.children.flatMap((child) => show(child, depth + 1)),
  ];
  return syntax.roots.flatMap((entry) => show(entry, 0)).join("\n");
}

describe("nesting", () => {
  test("follows the indentation, with text at any depth", () => {
    const text = [
      "claim a: One,",
      "      two",
      "  three.",
      "    reason b: Four",
      "       five",
      "      note: six",
      "        seven",
      "      eight",
      "  nine",
      "claim c: Ten",
    ];
    expect(outline(text.join("\n"))).toBe(
      ["a “One, two three. nine”", "  b “Four five eight”", "  - note “six seven”", "c “Ten”"].join("\n"),
    );
  });
  test("separates paragraphs at blank lines, and skips comments and blank lines around children", () => {
    expect(outline("claim a: One\n\n  two\n  // no\n  three\n\n  reason b: Four\n\n  five")).toBe(
      "a “One⏎⏎two three⏎⏎five”\n  b “Four”",
    );
  });
  test("ends at a heading", () => {
    const syntax = new Syntax("claim a: One\n# Two\n  three\n  reason b: Four");
    expect(outline(syntax.text)).toBe("a “One”\nb “Four”");
    expect([...syntax.strays].map(({ scanned }) => scanned.raw)).toEqual(["  three"]);
  });
  test("continues after an unreadable line", () => {
    expect(outline("claim a: One\nwhat?\n  two")).toBe("a “One two”");
  });
  test("compares tabs and spaces as characters", () => {
    expect(outline("claim a: One\n  reason b: Two\n\treason c: Three\n\t  objection d: Four")).toBe(
      "a “One”\n  b “Two”\n  c “Three”\n    d “Four”",
    );
  });
  test("joins Chinese lines without a space", () => {
    expect(outline("claim a: 空气\n  变好了。\n  Yes\n  对")).toBe("a “空气变好了。 Yes 对”");
  });
  test("removes one backslash", () => {
    expect(outline("claim a: One\n  \\reason: two\n  \\\\three")).toBe("a “One reason: two \\three”");
  });
  test.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("does not depend on %s line ends or a byte-order mark", (_name, end) => {
    const text = "claim a: One\n  two\n\n  three\n  note: four\n  reason b: Five";
    expect(outline(`\ufeff${text.replaceAll("\n", end)}`)).toBe(outline(text));
  });
  test("keeps colons, hashes, quotation marks, brackets and emoji in text", () => {
    const said = "Yes: “so” [he] said # 1 – https://a.b/c?d=e 👩‍🔬 e\u0301";
    expect(outline(`claim a: ${said}`)).toBe(`a “${said}”`);
  });
  test("accepts an attribute under the text of an attribute, and text under a bare premise", () => {
    expect(outline("reason a: One\n  note: two\n    tags: three\n  premise p\n    four")).toBe(
      "a “One”\n- note “two”\n- tags “three”\n  p “four”",
    );
  });
});

test.each([
  ["claim a: One.\n  \\reason buses They run.\n    note: x", "a “One. reason buses They run.”\n- note “x”"],
  ["claim a: One.\n  reason buses They run.\n    note: x", "a “One.”\n  buses “They run.”\n  - note “x”"],
  ["claim a: One.\n  reason buses They run.\n    more text", "a “One. reason buses They run. more text”"],
  [
    "claim a: One.\n  reason buses They run.\n    more text\n    note: x",
    "a “One.”\n  buses “They run. more text”\n  - note “x”",
  ],
  [
    "claim a: One.\n  reason buses They run.\n\n    // no\n    premise b: B",
    "a “One.”\n  buses “They run.”\n    b “B”",
  ],
  ["claim a: One.\n  reason buses They run.\n# Two\n    note: x", "a “One. reason buses They run.”"],
  ["claim a: One.\n  reason buses They run.\n?\n    note: x", "a “One. reason buses They run.”\n- note “x”"],
  ["claim a: One.\n  reason buses They run.\n  note: x", "a “One. reason buses They run.”\n- note “x”"],
  ["claim buses They run.\n  reason r It works.\n    note: x", "buses “”\n  r “It works.”\n  - note “x”"],
])("%j is nested by what is indented under a head without its colon", (text, expected) =>
  expect(outline(text)).toBe(expected),
);

describe("a head without its colon", () => {
  const child = "\n  reason works: It works.\n";
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 100 } };
  test.each([
    ["becomes an entry as it is typed above another", "It should stay.", "claim keep It should stay."],
    ["is no entry any more when it is typed over", "claim keep It should stay.", "It should stay."],
  ])("%s", (_case, before, after) => {
    expect(outline(before + child)).not.toBe(outline(after + child));
    const syntax = new Syntax(before + child);
    syntax.update([{ range, text: after }]);
    expect(outlineOf(syntax)).toBe(outline(after + child));
  });
});

test("a head without its colon that is indented anew is moved", () => {
  const syntax = new Syntax("claim a: One.\n  reason works It works.\n      premise b: Two.\n");
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } };
  const { moved, headChanged } = syntax.update([{ range, text: "    " }]);
  expect([...moved].map(({ head }) => head.name?.text)).toContain("works");
  expect([...headChanged].map(({ head }) => head.name?.text)).toContain("works");
});

test("a line of another text has no number", () => {
  const [line] = new Syntax("claim a: One.").lines;
  expect(() => line && new Syntax("claim a: One.").lines.numberOf(line)).toThrow(
    "The line is not part of this document.",
  );
});
