/** The message, position and suggestion for a head that cannot be read. */
import { expect, test } from "vitest";
import { scanLine } from "../../../../server/core/language/parsing/scanLine.ts";
import { type Keyword, keywords } from "../../../../server/core/language/vocabulary.ts";

/** Returns the error in the head of a line without its marks, as `‹…›` around the words it is about. */
function errorIn(line: string) {
  const scanned = scanLine(line);
  if (scanned.kind !== "entry" || scanned.head.error === undefined) throw new Error(`“${line}” has no error.`);
  const { start, end, message, suggestion, joinedName } = scanned.head.error;
  return {
    marked: `${line.slice(0, start)}‹${line.slice(start, end)}›${line.slice(end)}`,
    message,
    suggestion,
    joinedName,
  };
}

const unmarked = (marked: string): string => marked.replace(/[‹›]/gu, "");

const headExamples: { readonly [K in Keyword]: string } = {
  map: "map: Title of the map",
  import: "import prefix: other.argmap",
  source: "source report: Title of the report",
  speaker: "speaker lind: Maja Lind",
  question: "question charge: Should it stay?",
  claim: "claim keep by lind: It should stay",
  reason: "reason air for keep: The air got cleaner",
  objection: "objection cost against keep: It costs too much",
  premise: "premise fell: It fell by a fifth",
  assumption: "assumption cause: Nothing else changed",
  quote: "quote report: the quoted words",
};

test.each(keywords)("a missing colon after “%s” is reported with a valid example of such a head", (keyword) => {
  const subject = { import: "An import", objection: "An objection", assumption: "An assumption" }[keyword as string];
  expect(errorIn(`${keyword} a b`)).toEqual({
    marked: `‹${keyword} a b›`,
    message: `${subject ?? `A ${keyword}`} needs a colon before its text, as in “${headExamples[keyword]}”.`,
  });
  expect(scanLine(headExamples[keyword])).toMatchObject({ kind: "entry", head: { form: "full", keyword } });
});

test.each([
  ["‹Claim› keep: x", "Keywords are lower-case. Write “claim”.", "claim"],
  ["‹Reasons› air: x", "Did you mean “reason”?", "reason"],
  ["reason air ‹->› keep: x", "A reason takes “for”, not “->”.", "for"],
  ["objection air ‹→› keep: x", "An objection takes “against”, not “→”.", "against"],
  ["reason air ‹supporting› keep: x", "A reason takes “for”, not “supporting”.", "for"],
  ["objection ‹rebuts› keep, drop: x", "An objection takes “against”, not “rebuts”.", "against"],
  ["claim a ‹rejected by› roy: x", "A claim takes “rejected-by”, not “rejected by”.", "rejected-by"],
  ["premise a ‹same-as› keep: x", "A premise takes “restates”, not “same-as”.", "restates"],
  ["claim ‹a..b.c› by lind: x", "A full stop only follows the prefix of an import. Write “a-b-c” instead.", "a-b-c"],
  ["claim ‹.air.›: x", "A full stop only follows the prefix of an import. Write “air” instead.", "air"],
  ["source ‹“report”›: x", "A name has no quotation marks or brackets. Write “report” without them.", "report"],
  ["claim a by ‹(p.lind)›: x", "A name has no quotation marks or brackets. Write “p.lind” without them.", "p.lind"],
  ["question ‹2nd›: x", "“2nd” is not a valid name. Start it with a letter, as in “q2nd”.", "q2nd"],
])("in “%s” a correction is suggested", (marked, message, suggestion) =>
  expect(errorIn(unmarked(marked))).toEqual({ marked, message, suggestion }),
);

test.each([
  ["map ‹a›: x", "A map takes no name. Put the colon after “map”, as in “map: Title of the map”."],
  ["source report ‹by› lind: x", "A source takes no “by”. Write it as in “source report: Title of the report”."],
  ["claim keep ‹by›: x", "“by” needs a name after it, as in “by lind”."],
  ["claim keep ‹by› answers q: x", "“by” needs a name after it, as in “by lind”."],
  ["claim keep by lind ‹answers›: x", "“answers” needs a name after it, as in “answers charge”."],
  ["reason ‹for› against keep: x", "“for” needs a name after it, as in “for keep”."],
  ["objection ‹against›: x", "“against” needs a name after it, as in “against keep”."],
  ["claim ‹contradicts›: x", "“contradicts” needs a name after it, as in “contradicts keep”."],
  ["claim ‹restates›: x", "“restates” needs a name after it, as in “restates keep”."],
  ["claim ‹accepted-by›: x", "“accepted-by” needs a name after it, as in “accepted-by lind”."],
  ["claim ‹rejected-by›: x", "“rejected-by” needs a name after it, as in “rejected-by lind”."],
  [
    "claim keep by ‹li?nd›: x",
    "“li?nd” is not a valid name, because it contains “?”. Use letters, digits, “-” and “_”.",
  ],
  ["claim keep by ‹-lind›: x", "“-lind” is not a valid name. Start it with a letter."],
  ["claim keep by ‹a.b.c›: x", "“a.b.c” is not a valid name. Write at most one prefix, as in “prefix.name”."],
  ["claim keep by ‹a.›: x", "“a.” is not a valid name. Write a name on both sides of the full stop."],
  ["quote ‹2nd›: x", "“2nd” is not a valid name. Start it with a letter."],
])("in “%s” the first error is explained", (marked, message) =>
  expect(errorIn(unmarked(marked))).toEqual({ marked, message }),
);

test.each([
  ["claim ‹two words›: x", "two-words", true],
  ["claim ‹two words› by lind: x", "two-words", true],
  ["claim ‹two words› more: x", "two-words", false],
  ["quote ‹two words›: x", "two-words", false],
])("in “%s” the words that may be one name are joined", (marked, name, isWholeName) => {
  const { joinedName, ...error } = errorIn(unmarked(marked));
  const subject = marked.startsWith("claim") ? "A claim" : "A quote";
  const message = `${subject} takes only one name before its clauses. Join the words, as in “${name}”, or put the colon before the text.`;
  expect(error).toEqual({ marked, message });
  expect(joinedName).toBe(isWholeName ? name : undefined);
});
