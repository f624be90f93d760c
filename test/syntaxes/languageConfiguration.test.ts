import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isName } from "../../server/core/language/characters.ts";
import { scanLine } from "../../server/core/language/parsing/scanLine.ts";
import { attributeKeys, keywords } from "../../server/core/language/vocabulary.ts";
import { root } from "../support/root.ts";

interface Configuration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
  readonly onEnterRules: readonly {
    readonly beforeText: string;
    readonly afterText: string;
    readonly action: { readonly indent: "none" | "indent"; readonly appendText?: string };
  }[];
}

const path = join(root, "syntaxes/language-configuration.json");
// JSON.parse returns `any`. The tests below fail if the shape is wrong.
const configuration = JSON.parse(readFileSync(path, "utf8")) as Configuration;

describe("a word", () => {
  const words = (text: string): readonly string[] => {
    const { pattern, flags } = configuration.wordPattern;
    return text.match(new RegExp(pattern, `${flags}g`)) ?? [];
  };

  test("is a whole name in any script", () => {
    expect(words("reason old-town_2 by lind for 收费-1, काव्या, e\u0301te\u0301.سوق: text")).toEqual([
      "reason",
      "old-town_2",
      "by",
      "lind",
      "for",
      "收费-1",
      "काव्या",
      "e\u0301te\u0301",
      "سوق",
      "text",
    ]);
    expect(words("accepted-by")).toEqual(["accepted-by"]);
  });

  test("matches every valid name as a whole", () => {
    const characters = fc.constantFrom("a", "Z", "é", "e\u0301", "空", "ा", "क", "٣", "7", "-", "_");
    const names = fc.string({ unit: characters, minLength: 1 }).filter(isName);
    fc.assert(
      fc.property(names, (name) => {
        expect(words(`for ${name}: text`)).toEqual(["for", name, "text"]);
      }),
    );
  });

  test("includes no punctuation", () => {
    expect(words("“Well,” – it’s 21 %…")).toEqual(["Well", "it", "s", "21"]);
  });
});

describe("Enter", () => {
  /** Returns the text after Enter at the mark `|`, as an editor applies the rules. Without a rule, it keeps the indentation. */
  const enter = (line: string): string => {
    const [before = "", after = ""] = line.split("|");
    const rule = configuration.onEnterRules.find(
      ({ beforeText, afterText }) => new RegExp(beforeText).test(before) && new RegExp(afterText).test(after),
    );
    const indentation = /^\s*/.exec(before)?.[0] + (rule?.action.indent === "indent" ? "  " : "");
    return `${before}\n${indentation}${rule?.action.appendText ?? ""}${after}`;
  };

  test.each([["reason air:|"], ["  premise by roy: |"], ["claim 保留 answers 收费:|"]])(
    "indents after a head without text: %s",
    (line) => {
      const [before = ""] = line.split("|");
      expect(enter(line)).toBe(`${before}\n${/^\s*/.exec(line)?.[0]}  `);
    },
  );

  test.each([
    ["claim keep: The charge should stay.|"],
    ["  reason air by roy: The air got cleaner.|"],
    ["    and this goes on for a while.|"],
    ["  likelihood: even|"],
    ["# The case for|"],
    ["  // a comment|"],
  ])("keeps the indentation at the end of a line: %s", (line) => {
    const [before = ""] = line.split("|");
    expect(enter(line)).toBe(`${before}\n${/^\s*/.exec(line)?.[0]}`);
  });

  test.each([
    ["claim keep: The charge| should stay.", "claim keep: The charge\n   should stay."],
    ["  reason:| Because.", "  reason:\n     Because."],
    ["  note: One|two.", "  note: One\n    two."],
    ["    because it works: so |far", "    because it works: so \n    far"],
    ["  // a long| comment", "  // a long\n  //  comment"],
  ])("continues the text or comment that it splits: %s", (line, lines) => expect(enter(line)).toBe(lines));

  test("applies to every keyword and attribute", () => {
    for (const word of keywords) expect(enter(`${word}: One|two`)).toBe(`${word}: One\n  two`);
    for (const word of attributeKeys) expect(enter(`  ${word}: One|two`)).toBe(`  ${word}: One\n    two`);
  });

  test("does not change the kind of the line after the break", () => {
    for (const line of ["claim keep: The charge| should stay.", "  reason: It|works.", "  note: One| two."])
      expect(scanLine(enter(line).split("\n")[1] ?? "").kind).toBe("text");
    for (const line of ["claim keep: The charge.|reason for keep: Air.", "  reason: It works.|// so far"])
      expect(enter(line)).toBe(line.replace("|", `\n${/^\s*/.exec(line)?.[0]}`));
  });
});

test("quotation marks and apostrophes are not closed automatically", () => {
  const opening = configuration.autoClosingPairs.map(({ open }) => open);
  expect(opening.filter((mark) => /['’‘"“”„«»`*_]/.test(mark))).toEqual([]);
});
