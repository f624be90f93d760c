import { describe, expect, test } from "vitest";
import { skipWhiteSpace } from "../../../../server/core/language/characters.ts";
import { type EntryReading, readEntry } from "../../../../server/core/language/intent/entryReading.ts";

const read = (line: string): EntryReading | undefined => readEntry(line, skipWhiteSpace(line, 0));

/** Returns the line as the entry that it was meant as. */
function rewritten(line: string): string | undefined {
  const rewrite = read(line)?.rewriteAs();
  return rewrite && line.slice(0, rewrite.start) + rewrite.text + line.slice(rewrite.end);
}

describe("a line is read as the entry that it was meant as", () => {
  test.each([
    ["with a capital", "Reason: It works.", "reason: It works."],
    ["with a misspelt keyword", "reasn air by lind: It works.", "reason air by lind: It works."],
    ["with another word for the keyword", "evidence: It works.", "reason: It works."],
    ["with a plural", "Pros:", "reason:"],
    ["with a word of another language", "Grund luft: Die Luft.", "reason luft: Die Luft."],
    ["with clauses of another language", "Grund luft für keep von lind: X.", "reason luft for keep by lind: X."],
    ["with other words for its clauses", "Reason air supports keep: X.", "reason air for keep: X."],
    ["in Chinese with its own colon", "理由一：空气更好了。", "reason:空气更好了。"],
    ["with two words for the keyword", "En contra: cuesta.", "objection: cuesta."],
    ["with a number that touches the keyword", "Reason1: It works.", "reason: It works."],
    ["behind a bullet", "  - reason air: It works.", "  reason air: It works."],
    ["behind a bullet and a check box", "- [ ] Con: It costs.", "objection: It costs."],
    ["behind a number", "1.1 reason: It works.", "reason: It works."],
    ["with a number after the keyword", "Reason 2.1: It works.", "reason: It works."],
    ["with a capital letter for a number", "Reason A: It works.", "reason: It works."],
    ["in bold type with the colon", "**Con:** It costs.", "objection: It costs."],
    ["in bold type without the colon", "**Con**: It costs.", "objection: It costs."],
    ["with a full-width colon", "reason air：It works.", "reason air:It works."],
    ["with a dash for the colon", "reason – It works.", "reason: It works."],
    ["with a dash before a colon", "reason – it works: yes", "reason: it works: yes"],
    ["without a colon before a sentence", "reason air The air got cleaner.", "reason air: The air got cleaner."],
    ["without a colon after a name with a digit", "reason p1 the air got cleaner", "reason p1: the air got cleaner"],
    ["without a colon after a clause", "reason air by lind Buses run.", "reason air by lind: Buses run."],
    ["without a colon before prose", "reason for this is that it works", "reason: for this is that it works"],
    ["as a whole head without a colon", "reason air", "reason air:"],
    ["as a head whose last clause has no name yet", "reason air for", "reason air for:"],
    ["as another head in a list", "- reason air", "reason air:"],
    ["with underlined words", "__Con:__ It costs.", "objection: It costs."],
    ["without a colon before a name and a dash", "reason air – It works.", "reason: air – It works."],
    ["with a full-width colon and a capital", "Reason：It works.", "reason:It works."],
    ["with a dash behind a bullet", "- reason – It works.", "reason: It works."],
    ["as a bare premise in a list", "- premise air", "premise air"],
  ])("%s", (_case, line, expected) => expect(rewritten(line)).toBe(expected));
});

test.each([
  "reason: It works.",
  "The reason: it works.",
  "Because, he said: no",
  "claims://example.org",
  "- reason, it works",
  "evidence that it works",
  "promise: kept",
  "reason_x: It works.",
  "Grund für die Maut: Sie wirkt.",
  "- air",
  "",
])("nothing is read from a line that is an entry already, or is nothing like one: %s", (line) =>
  expect(read(line)).toBeUndefined(),
);

describe("a reading is", () => {
  test.each([
    ["certain", "Reason: It works."],
    ["certain", "resaon: It works."],
    ["certain", "- evidence: It works."],
    ["certain", "Evidence: It works."],
    ["possible", "evidence: It works."],
    ["possible", "eVidence: It works."],
    ["certain", "reasn – it works."],
    ["certain", "- but – it costs."],
    ["likely", "reason air by lind The air got cleaner."],
    ["possible", "reason Air by lind The air got cleaner."],
    ["possible", "But - it costs."],
    ["possible", "Grund: Die Luft."],
    ["certain", "- Grund: Die Luft."],
    ["likely", "reason air The air got cleaner."],
    ["likely", "reason p1 the air got cleaner"],
    ["likely", "- premise air"],
    ["possible", "reason air"],
    ["possible", "reason for this is that it works"],
  ])("%s for %s", (confidence, line) => expect(read(line)?.confidence).toBe(confidence));
});

test("says where the name, the head and the text of the entry are", () => {
  const line = "  - Reason air by lind: It works.";
  const reading = read(line);
  expect(reading).toMatchObject({ keyword: "reason", headEnd: "colon", isMarked: true, isPlural: false });
  expect(reading?.possibleNames.map(({ text }) => text)).toEqual(["air", "by", "lind"]);
  expect(reading?.name?.text).toBe("air");
  expect(line.slice(reading?.head.start, reading?.head.end)).toBe("- Reason air by lind:");
  expect(line.slice(reading?.textStart)).toBe("It works.");
});

test("gives the line another keyword on request", () => {
  expect(read("- Claim air: It works.")?.rewriteAs("premise")).toEqual({ start: 0, end: 7, text: "premise" });
});
