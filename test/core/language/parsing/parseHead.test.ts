/** The form, name and clauses of heads. */
import { describe, expect, test } from "vitest";
import { grammarCost } from "../../../../server/core/language/parsing/grammar.ts";
import { scanLine } from "../../../../server/core/language/parsing/scanLine.ts";
import { attributeKeys, clauseWords, isClauseWord, keywords } from "../../../../server/core/language/vocabulary.ts";
import { skipsLongInput } from "../../../support/runs.ts";

/** Returns a head as text: form, keyword, name, clauses. */
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

  test("has the UTF-16 columns of its words", () => {
    const reading = scanLine("  claim 𠮷 by e\u0301t\u00e9: x");
    if (reading.kind !== "entry") throw new Error("No entry.");
    const { head, raw, textStart } = { ...reading };
    const at = ({ start, end }: { start: number; end: number }): string => raw.slice(start, end);
    expect(head.name && at(head.name)).toBe("𠮷");
    expect(head.clauses[0]?.names.map(at)).toEqual(["e\u0301t\u00e9"]);
    expect(at(head)).toBe("claim 𠮷 by e\u0301t\u00e9:");
    expect(raw.slice(textStart)).toBe("x");
  });

  test.each(keywords.filter((one) => one !== "map"))("with the keyword %s can have a name", (keyword) => {
    expect(headOf(`${keyword} name: x`)).toBe(`full ${keyword} name`);
  });
  test.each(clauseWords)("cannot have the clause word %s as its name", (word) => {
    expect(headOf(`claim ${word}: x`)).toBe("broken claim -");
    expect(headOf(`claim a ${word} b: x`)).toBe(`full claim a ${word}(b)`);
  });
  test.each(attributeKeys.filter((key) => !isClauseWord(key)))("can have the attribute key %s as its name", (key) =>
    expect(headOf(`claim ${key}: x`)).toBe(`full claim ${key}`),
  );
});

describe("a head of many words", () => {
  const names = (count: number): string => Array.from({ length: count }, () => "a").join(" ");
  test("is read up to 200 words", () => {
    expect(headOf(`reason for ${names(198)}: x`)).toBe(`full reason - for(${names(198)})`);
  });
  test("is broken beyond that, and not parsed", () => {
    const before = grammarCost.headsParsed;
    const reading = scanLine(`reason for ${names(199)}: x`);
    expect(reading.kind === "entry" && reading.head.error?.message).toBe(
      "This head has 201 words, but at most 200 are allowed. Shorten it.",
    );
    expect(grammarCost.headsParsed).toBe(before);
  });
  test.skipIf(skipsLongInput)("is not parsed, however long it is", () => {
    const before = grammarCost.headsParsed;
    scanLine(`reason for ${names(300_000)}: x`);
    expect(grammarCost.headsParsed).toBe(before);
  });
});
