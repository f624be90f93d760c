/** Mends that write one word or line otherwise: what the problem itself offers, a backslash, another clause word. */
import type { Problem } from "../../../language/problem.ts";
import { type Edit, workspaceEdit } from "../../edits.ts";
import { shortened } from "../../shortened.ts";
import type { Offer, Place } from "../offer.ts";

const MOST_TITLE = 60;

/** What could stand in the place of the marked words, best first. */
export function writeOffered({ workspace, file }: Place, problem: Problem): readonly Offer[] {
  const { at, to, offers, notes } = problem;
  const range = { start: file.syntax.rangeOf(at).start, end: file.syntax.rangeOf(to ?? at).end };
  return offers.map((offer, index) => ({
    title: `Write ${inMarks(shortened(offer, MOST_TITLE))}${notes[index] ? ` (${shortened(notes[index], MOST_TITLE)})` : ""}`,
    kind: "quickfix",
    mends: problem,
    preferred: index === 0,
    sure: offers.length === 1 && SURE.has(problem.code),
    edit: () => workspaceEdit(workspace, [{ uri: file.uri, range, newText: offer }]),
  }));
}

/** Words in quotation marks, unless they have their own. */
const inMarks = (words: string): string => (/^[“"„«「『]/.test(words) ? words : `“${words}”`);

/** Problems with one way out that nobody would not take. */
const SURE: ReadonlySet<string> = new Set(["malformed-head", "stray-line"]);

/** Problems of lines that may be meant as text: a backslash says so. */
const MAY_BE_TEXT: ReadonlySet<string> = new Set([
  "near-keyword",
  "near-key",
  "forgotten-colon",
  "malformed-head",
  "misplaced-attribute",
  "misplaced-entry",
  "entry-after-open-text",
]);

export function escapeLine({ workspace, file }: Place, problem: Problem): readonly Offer[] {
  const { line } = problem.at;
  const { raw } = line.reading;
  const start = raw.length - raw.trimStart().length;
  if (!MAY_BE_TEXT.has(problem.code) || start === 0) return [];
  const range = file.syntax.rangeOf({ line, start, end: start });
  return [
    {
      title: "This is text: put a backslash before it",
      kind: "quickfix",
      mends: problem,
      edit: () => workspaceEdit(workspace, [{ uri: file.uri, range, newText: "\\" }]),
    },
  ];
}

/** `for` in an objection, `against` in a reason: the other word, or the other step. */
export function otherClause({ workspace, file }: Place, problem: Problem): readonly Offer[] {
  const { entry, at } = problem;
  if (problem.code !== "misplaced-clause" || entry === undefined) return [];
  const { keyword, start, clauses } = entry.head;
  const word = at.line.reading.raw.slice(at.start, at.end);
  const clause = clauses.find((one) => one.start === at.start);
  const offers: Offer[] = [];
  const offer = (title: string, from: number, to: number, newText: string): void => {
    const edit: Edit = { uri: file.uri, range: file.syntax.rangeOf({ line: at.line, start: from, end: to }), newText };
    offers.push({ title, kind: "quickfix", mends: problem, edit: () => workspaceEdit(workspace, [edit]) });
  };
  const other = keyword === "reason" ? ["for", "objection"] : ["against", "reason"];
  const isOther = (keyword === "reason" && word === "against") || (keyword === "objection" && word === "for");
  const [clauseWord = "", step = ""] = isOther ? other : [];
  if (isOther) {
    offer(`Write “${clauseWord}”`, at.start, at.end, clauseWord);
    offer(`Make it ${step === "objection" ? "an objection" : "a reason"}`, start, start + keyword.length, step);
  }
  if (keyword === "assumption" && word === "by") offer("Make it a premise", start, start + keyword.length, "premise");
  // Without its one clause a step would bear on nothing.
  if (clause !== undefined && !isOther) {
    // With the white space or comma that parts it from what stands before.
    const before = /[\s,]*$/.exec(at.line.reading.raw.slice(0, clause.start))?.[0].length ?? 0;
    const end = clause.names.at(-1)?.end ?? clause.end;
    offer(`Take out “${at.line.reading.raw.slice(clause.start, end)}”`, clause.start - before, end, "");
  }
  return offers;
}
