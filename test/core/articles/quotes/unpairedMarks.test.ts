import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutUnpairedMarks } from "../../../../server/core/articles/quotes/unpairedMarks.ts";
import { runs } from "../../../support/runs.ts";

/** Returns what is left of the passage between the bars. */
function kept(marked: string): string {
  const [before = "", inside = "", after = ""] = marked.split("|");
  const passage = { start: before.length, end: before.length + inside.length };
  const { start, end } = withoutUnpairedMarks(before + inside + after, passage);
  return (before + inside + after).slice(start, end);
}

test.each([
  ["a closing mark at the start", "“A|” and “B” are| alike.", "and “B” are"],
  ["a closing mark at the start, with a comma", "“A|”, and “B” are| alike.", "and “B” are"],
  ["an opening mark at the end", "They are |“A” and “|B”.", "“A” and"],
  ["a straight mark at the start", '"A|" and "B" are| alike.', 'and "B" are'],
  ["a straight mark at the end", 'They are |"A" and "|B".', '"A" and'],
  ["marks at both ends", "“A|” and “|B”.", "and"],
  ["a comma before a closing mark", "“|People need a bus,”| she said.", "People need a bus"],
  ["German marks", "„A|“ und „B“ sind| gleich.", "und „B“ sind"],
  ["a German mark at the end", "Er sagte |„ja“ und „|nein“.", "„ja“ und"],
  ["French marks", "« A |» et « B » sont| égaux.", "et « B » sont"],
  ["Danish marks", "»A|« og »B« er| ens.", "og »B« er"],
  ["Swedish marks", "”A|” och ”B” är| lika.", "och ”B” är"],
  ["Chinese marks", "“甲|”和“乙”相|同。", "和“乙”相"],
  ["Japanese marks", "「甲|」と「乙」は|同じ。", "と「乙」は"],
])("leaves out %s", (_, marked, expected) => expect(kept(marked)).toBe(expected));

test.each([
  "He said |“yes”| twice.",
  'He said |"yes"| twice.',
  "Er sagte |„ja“| (zweimal).",
  "Il dit |« oui »|, puis non.",
  "Hun sagde |»ja«| to gange.",
  "Hon sa |”ja”| två gånger.",
  "She said: |“He said “no”.”|",
  'A screen of |24"| is large.',
  "他说|“好”|。",
])("keeps a quotation that is selected whole: %s", (marked) => expect(kept(marked)).toBe(marked.split("|")[1]));

test("leaves out no letter, and finds nothing more to leave out", () => {
  const piece = fc.constantFrom("a", "b2", " ", "“", "”", '"', "„", "«", "»", "「", "」", ",", ".");
  fc.assert(
    fc.property(fc.array(piece), fc.array(piece), fc.array(piece), (before, inside, after) => {
      const text = [before, inside, after].map((pieces) => pieces.join("")).join("");
      const start = before.join("").length;
      const passage = { start, end: start + inside.join("").length };
      const shorter = withoutUnpairedMarks(text, passage);
      const letters = (from: number, to: number): string => text.slice(from, to).replaceAll(/[^\w]/g, "");
      expect(letters(shorter.start, shorter.end)).toBe(letters(passage.start, passage.end));
      expect(withoutUnpairedMarks(text, shorter)).toEqual(shorter);
    }),
    { numRuns: runs(300) },
  );
});
