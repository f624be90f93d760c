import { expect, test } from "vitest";
import { normalize } from "../../../../server/core/articles/quotes/normalize.ts";
import { isWordBoundary } from "../../../../server/core/articles/quotes/wordBoundaries.ts";

/** Marks each place of a normalized text where a word may start or end. */
function boundariesIn(text: string): string {
  const normal = normalize(text);
  const cuts = Array.from({ length: normal.text.length + 1 }, (_, at) => (isWordBoundary(normal, at) ? "|" : ""));
  return cuts.map((cut, at) => cut + normal.text.charAt(at)).join("");
}

test.each([
  ["the air", "|the| |air|"],
  ["don't", "|don'|t|"],
  ["n't", "|n'|t|"],
  ["can'tor", "|can|'|tor|"],
  ["council's", "|council|'|s|"],
  ["2.05 m", "|2.05| |m|"],
  ["1,000", "|1,000|"],
  ["2. x", "|2|.| |x|"],
  ["v.2", "|v|.|2|"],
  ["well-known", "|well|known|"],
  ["空气ok", "|空|气|ok|"],
  ["カー", "|カ|ー|"],
  ["x\u0332y", "|x\u0332y|"],
  ["a🚌b", "|a|🚌|b|"],
  ["𠮷a", "|𠮷|a|"],
])("words of %j may start or end at %j", (text, expected) => expect(boundariesIn(text)).toBe(expected));
