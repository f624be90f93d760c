/** Mends that write one word or line otherwise: what the problem itself offers, a backslash, another clause word. */
import { isMentioned } from "../../../language/graph.ts";
import type { Line } from "../../../language/lines.ts";
import type { Problem } from "../../../language/problem.ts";
import { type Edit, workspaceEdit } from "../../edits.ts";
import { shortened } from "../../shortened.ts";
import { clauseTakenOut } from "../clauses.ts";
import type { Offer, Place } from "../offer.ts";

const MOST_TITLE = 60;

/** What could stand in the place of the marked words, best first. */
export function writeOffered({ workspace, file }: Place, problem: Problem): readonly Offer[] {
  const { at, to, offers } = problem;
  const range = { start: file.syntax.rangeOf(at).start, end: file.syntax.rangeOf(to ?? at).end };
  return offers.map((offer, index) => ({
    title: `Write “${shortened(offer, MOST_TITLE)}”`,
    kind: "quickfix",
    mends: problem,
    preferred: index === 0,
    sure: offers.length === 1 && SURE.has(problem.code),
    edit: () => workspaceEdit(workspace, [{ uri: file.uri, range, newText: offer }]),
  }));
}

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
  if (!MAY_BE_TEXT.has(problem.code) || start === 0 || !canBeText({ workspace, file }, line)) return [];
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

/** Whether a line can become text of what it stands under, so that nothing is left without what it belongs to or names. */
function canBeText({ workspace, file }: Pick<Place, "workspace" | "file">, line: Line): boolean {
  const { owner, reading } = line;
  if (reading.kind === "text") return true;
  const holder = owner?.line === line ? owner.parent : owner;
  if (holder === undefined || holder.head.form !== "full" || holder.head.keyword === "import") return false;
  return owner === holder || (owner?.children.length === 0 && !isMentioned(owner, workspace.usersOf(file)));
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
    const out = clauseTakenOut(entry, clause);
    const told = at.line.reading.raw.slice(clause.start, clause.names.at(-1)?.end ?? clause.end);
    offer(`Take out “${told}”`, out.start, out.end, out.text);
  }
  return offers;
}
