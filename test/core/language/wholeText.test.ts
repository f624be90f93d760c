/** Lines, heads and nesting; and that both ways of reading agree. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Entry } from "../../../server/core/language/entry.ts";
import { grammarCost } from "../../../server/core/language/grammar.ts";
import { splitLines } from "../../../server/core/language/lineList.ts";
import { type ScannedLine, scanLine } from "../../../server/core/language/scanLine.ts";
import { Syntax } from "../../../server/core/language/syntax.ts";
import { attributeKeys, clauseWords, keywords } from "../../../server/core/language/vocabulary.ts";
import { scanDocument } from "../../../server/core/language/wholeText.ts";
import { anyMap, anyText } from "../../support/arbitraries/maps.ts";
import { root } from "../../support/root.ts";

const examples = globSync("examples/**/*.argmap", { cwd: root });

const lineByLine = (text: string): readonly ScannedLine[] => splitLines(text).map(({ raw }) => scanLine(raw));

function expectAgreement(text: string): void {
  expect(lineByLine(text)).toEqual(scanDocument(text));
}

describe("the document rule and the scan of lines agree", () => {
  test.each(examples)("on %s", (path) => {
    expectAgreement(readFileSync(join(root, path), "utf8"));
  });
  test("on maps at random", () => {
    fc.assert(fc.property(anyMap, expectAgreement), { numRuns: 400 });
  });
  test("on text of any kind", () => {
    fc.assert(fc.property(anyText, expectAgreement), { numRuns: 600 });
  });
  test.each([199, 200, 201, 2000])("on a head of %i words", (length) => {
    const names = Array.from({ length: length - 2 }, (_, index) => `n${index}`).join(" ");
    expectAgreement(`reason for ${names}: x\n  premise ${names}\nclaim ${names}\nclaim a ${names}:`);
  });
});

describe("a head of many words", () => {
  const names = (count: number): string => Array.from({ length: count }, () => "a").join(" ");
  test("is read up to two hundred", () => {
    expect(headOf(`reason for ${names(198)}: x`)).toBe(`full reason - for(${names(198)})`);
  });
  test("is broken beyond, and the grammar is not asked", () => {
    const before = grammarCost.headsParsed;
    const reading = scanLine(`reason for ${names(199)}: x`);
    expect(reading.kind === "entry" && reading.head.error?.message).toBe(
      "This head has 201 words, but at most 200 are allowed. Shorten it.",
    );
    scanLine(`reason for ${names(300_000)}: x`);
    expect(grammarCost.headsParsed).toBe(before);
  });
});

/** The kind of a line that stands alone. */
const kindOf = (raw: string): string => scanLine(raw).kind;

describe("a line is", () => {
  test.each([
    ["", "blank"],
    ["\u3000\t ", "blank"],
    ["// remark", "comment"],
    ["    // remark", "comment"],
    ["# Heading", "heading"],
    ["###### Deep", "heading"],
    ["####### Too deep", "unreadable"],
    ["#", "unreadable"],
    ["#Heading", "unreadable"],
    ["  # no heading", "text"],
    ["claim keep: Yes.", "entry"],
    ["  claim keep: Yes.", "entry"],
    ["claim:", "entry"],
    ["claim keep", "entry"],
    ["  claim keep", "text"],
    ["  premise keep", "entry"],
    ["  premise keep that", "text"],
    ["  premise", "text"],
    ["claims: no", "entry"],
    ["  claims: no", "text"],
    ["Claim keep: no", "entry"],
    ["Claim keep", "unreadable"],
    ["Claiming: no", "unreadable"],
    ["  reason to believe that", "text"],
    ["  reason to believe: that", "entry"],
    ["  note: x", "attribute"],
    ["  note:", "attribute"],
    ["  note:x", "text"],
    ["  x-mine: y", "attribute"],
    ["  x-état: y", "attribute"],
    ["  x-: y", "text"],
    ["note: x", "unreadable"],
    ["  \\claim keep: no", "text"],
    ["  anything: at all", "text"],
    ["anything", "unreadable"],
    ["\ufeffclaim keep: Yes.", "entry"],
  ])("%j: %s", (raw, kind) => expect(kindOf(raw)).toBe(kind));
});

/** A head as one sees it: form, name, clauses. */
function headOf(raw: string): string {
  const reading = scanLine(raw);
  if (reading.kind !== "entry") return reading.kind;
  const { form, keyword, name, clauses } = reading.head;
  const full = (one: { prefix: string | undefined; text: string }): string =>
    one.prefix === undefined ? one.text : `${one.prefix}.${one.text}`;
  const words = clauses.map((clause) => `${clause.word}(${clause.names.map(full).join(" ")})`);
  return [form, keyword, name === undefined ? "-" : full(name), ...words].join(" ");
}

describe("a head", () => {
  test.each([
    ["claim: x", "full claim -"],
    ["claim keep: x", "full claim keep"],
    ["claim keep by lind, answers q1 q2: x", "full claim keep by(lind) answers(q1 q2)"],
    ["claim by lind: x", "full claim - by(lind)"],
    ["reason for a, b.c by lind : x", "full reason - for(a b.c) by(lind)"],
    ["claim keep accepted-by a, rejected-by b: x", "full claim keep accepted-by(a) rejected-by(b)"],
    ["claim 继续 by 研究院: 可以。", "full claim 继续 by(研究院)"],
    ["claim حجة by خبير: نص", "full claim حجة by(خبير)"],
    ["claim e\u0301te\u0301: x", "full claim \u00e9t\u00e9"],
    ["quote p.report: x", "full quote p.report"],
    ["quote: x", "full quote -"],
    ["  premise p.keep", "bare premise p.keep"],
    ["map: Title", "full map -"],
    ["map title: Title", "broken map title"],
    ["import people: people.argmap", "full import people"],
    ["claim two words: x", "broken claim two"],
    ["claim by: x", "broken claim -"],
    ["claim keep by: x", "broken claim keep"],
    ["claim 2nd: x", "broken claim -"],
    ["claim a.b: x", "broken claim a.b"],
    ["source report by lind: x", "broken source report"],
    ["claim keep", "broken claim keep"],
    ["claim 👩‍🔬: x", "broken claim -"],
  ])("%s", (raw, head) => expect(headOf(raw)).toBe(head));

  test("knows the columns of its words, in UTF-16", () => {
    const reading = scanLine("  claim 𠮷 by e\u0301t\u00e9: x");
    if (reading.kind !== "entry") throw new Error("No entry.");
    const { head, raw, textStart } = { ...reading };
    const at = ({ start, end }: { start: number; end: number }): string => raw.slice(start, end);
    expect(head.name && at(head.name)).toBe("𠮷");
    expect(head.clauses[0]?.names.map(at)).toEqual(["e\u0301t\u00e9"]);
    expect(at(head)).toBe("claim 𠮷 by e\u0301t\u00e9:");
    expect(raw.slice(textStart)).toBe("x");
  });

  test.each(keywords.filter((one) => one !== "map"))("of %s may have a name", (keyword) => {
    expect(headOf(`${keyword} name: x`)).toBe(`full ${keyword} name`);
  });
  test.each(clauseWords)("%s is no name", (word) => {
    expect(headOf(`claim ${word}: x`)).toBe("broken claim -");
    expect(headOf(`claim a ${word} b: x`)).toBe(`full claim a ${word}(b)`);
  });
  test.each(attributeKeys)("%s may be a name", (key) => expect(headOf(`claim ${key}: x`)).toBe(`full claim ${key}`));
});

/** Entries as an outline: indentation, name or keyword, text, attributes. */
function outline(text: string): string {
  const syntax = new Syntax(text);
  const show = (entry: Entry, depth: number): string[] => [
    `${"  ".repeat(depth)}${entry.head.name?.text ?? entry.head.keyword} “${entry.text.replaceAll("\n", "⏎")}”`,
    ...entry.attributes.map(({ key, value }) => `${"  ".repeat(depth)}- ${key} “${value.replaceAll("\n", "⏎")}”`),
    ...entry.children.flatMap((child) => show(child, depth + 1)),
  ];
  return syntax.roots.flatMap((entry) => show(entry, 0)).join("\n");
}

describe("nesting", () => {
  test("by indentation, text at any depth", () => {
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
  test("paragraphs, comments, and blank lines around children", () => {
    expect(outline("claim a: One\n\n  two\n  // no\n  three\n\n  reason b: Four\n\n  five")).toBe(
      "a “One⏎⏎two three⏎⏎five”\n  b “Four”",
    );
  });
  test("a heading ends what is above it", () => {
    const syntax = new Syntax("claim a: One\n# Two\n  three\n  reason b: Four");
    expect(outline(syntax.text)).toBe("a “One”\nb “Four”");
    expect([...syntax.strays].map(({ scanned }) => scanned.raw)).toEqual(["  three"]);
  });
  test("an unreadable line ends nothing", () => {
    expect(outline("claim a: One\nwhat?\n  two")).toBe("a “One two”");
  });
  test("tabs are outside of nothing but tabs", () => {
    expect(outline("claim a: One\n  reason b: Two\n\treason c: Three\n\t  objection d: Four")).toBe(
      "a “One”\n  b “Two”\n  c “Three”\n    d “Four”",
    );
  });
  test("Chinese lines join without a space", () => {
    expect(outline("claim a: 空气\n  变好了。\n  Yes\n  对")).toBe("a “空气变好了。 Yes 对”");
  });
  test("a backslash is dropped, once", () => {
    expect(outline("claim a: One\n  \\reason: two\n  \\\\three")).toBe("a “One reason: two \\three”");
  });
  test.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("%s and a byte-order mark change nothing", (_name, end) => {
    const text = "claim a: One\n  two\n\n  three\n  note: four\n  reason b: Five";
    expect(outline(`\ufeff${text.replaceAll("\n", end)}`)).toBe(outline(text));
  });
  test("text keeps colons, hashes, quotes, brackets and emoji as they are", () => {
    const said = "Yes: “so” [he] said # 1 – https://a.b/c?d=e 👩‍🔬 e\u0301";
    expect(outline(`claim a: ${said}`)).toBe(`a “${said}”`);
  });
  test("an attribute under an attribute's text, and text under a bare premise", () => {
    expect(outline("reason a: One\n  note: two\n    tags: three\n  premise p\n    four")).toBe(
      "a “One”\n- note “two”\n- tags “three”\n  p “four”",
    );
  });
});
