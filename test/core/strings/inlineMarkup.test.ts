import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readInlineMarkup } from "../../../server/core/strings/inlineMarkup.ts";
import { readWithMicromark } from "../../support/markdown/micromarkInline.ts";
import { runs, skipsLongInput } from "../../support/runs.ts";

/** Returns a text with what is marked in brackets: `‹em words›`. */
function shown(source: string): string {
  const { text, marks } = readInlineMarkup(source);
  const names = { emphasis: "em", strong: "b", code: "code", link: "a" } as const;
  let result = "";
  for (let at = 0; at <= text.length; at++) {
    for (const _ of marks.filter(({ end }) => end === at)) result += "›";
    for (const { kind, href } of marks.filter(({ start }) => start === at))
      result += `‹${names[kind]}${href === undefined || text.includes(href) ? "" : `=${href}`} `;
    result += text.charAt(at);
  }
  return result;
}

describe("reads", () => {
  test.each([
    ["It *must* stay.", "It ‹em must› stay."],
    ["It **must** stay.", "It ‹b must› stay."],
    ["***Both***", "‹em ‹b Both››"],
    ["*a **b** c*", "‹em a ‹b b› c›"],
    ["Set `a * b`.", "Set ‹code a * b›."],
    ["``a ` b``", "‹code a ` b›"],
    ["See [the report](https://example.org/a_b).", "See ‹a=https://example.org/a_b the report›."],
    ["[*Both*](https://example.org)", "‹a=https://example.org ‹em Both››"],
    ["Write to [us](mailto:a@example.org).", "Write to ‹a=mailto:a@example.org us›."],
    ["See *https://example.org/a?b=c*.", "See ‹em ‹a https://example.org/a?b=c››."],
    ["(https://example.org/x_(y)), too", "(‹a https://example.org/x_(y)›), too"],
    ["见https://example.org。", "见‹a https://example.org›。"],
    ["电荷**必须**保留", "电荷‹b 必须›保留"],
    ["one *a\n\nb* two", "one *a\n\nb* two"],
    ["*a*\n\n*b*", "‹em a›\n\n‹em b›"],
  ])("%s", (source, expected) => expect(shown(source)).toBe(expected));
});

test.each([
  "2 * 3 * 4",
  "snake_case and _blank_ and __init__",
  "a*",
  "* a list",
  "**",
  "[words]",
  "[words](other.argmap)",
  "[words](javascript:alert(1))",
  "[words] (https:)",
  "`",
  "<b>bold</b> &amp; ![x](y)",
  "Footnote [12], and 5*",
  "ftp://example.org",
  "C:\\maps\\new",
])("leaves %s as it is", (source) => expect(readInlineMarkup(source)).toEqual({ text: source, marks: [] }));

test("a backslash makes a mark text", () =>
  expect(shown("\\*not\\* and \\`no\\` in C:\\x")).toBe("*not* and `no` in C:\\x"));

test("the marks of any text are within it, and only marks and addresses are left out", () => {
  const piece = fc.constantFrom(
    "*",
    "**",
    "`",
    "[",
    "](https://a.b)",
    "a",
    "c d",
    " ",
    "_",
    "\\",
    "\n\n",
    "https://a.b",
    "理",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const source = pieces.join("");
      const { text, marks } = readInlineMarkup(source);
      for (const { start, end } of marks) expect(0 <= start && start < end && end <= text.length, source).toBe(true);
      let rest = source;
      for (const character of text) {
        expect(rest, source).toContain(character);
        rest = rest.slice(rest.indexOf(character) + character.length);
      }
      const words = (one: string): string => one.replaceAll(/[^cd理]/gu, "");
      expect(words(text), source).toBe(words(source));
    }),
    { numRuns: runs(300) },
  );
});

test("agrees with micromark on any text", () => {
  const piece = fc.constantFrom(
    "*",
    "**",
    "***",
    "`",
    "``",
    "[",
    "](https://a.b)",
    "]",
    "a",
    "c d",
    " ",
    ",",
    "\\",
    "\n\n",
    "理",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const source = pieces.join("");
      expect(readInlineMarkup(source)).toEqual(readWithMicromark(source));
    }),
    { numRuns: runs(400) },
  );
});

test.skipIf(skipsLongInput).each([
  ["*a* ", 50_000],
  ["a* *a", 39_999],
  ["**a *b", 16_666],
  ["*a **b", 16_666],
  ["`a``b", 26_666],
  ["[a ", 0],
  ['[a](https://a.b "', 11_765],
  ["[*a](https://a.b) ", 11_111],
  ["https://a.b) *", 14_286],
  ["https://a.b/)", 1],
])(
  "reads 200 KB of %s as micromark reads less of it, although a quadratic reader would take minutes",
  (piece, count) => {
    const some = piece.repeat(9);
    expect(readInlineMarkup(some)).toEqual(readWithMicromark(some));
    expect(readInlineMarkup(piece.repeat(Math.round(200_000 / piece.length))).marks).toHaveLength(count);
  },
);
