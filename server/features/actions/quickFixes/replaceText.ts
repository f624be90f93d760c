/** Mends that write one word or line otherwise: what the problem itself offers, a backslash, another clause word. */
import type { Entry } from "../../../core/language/entry.ts";
import { referencesTo } from "../../../core/language/graph.ts";
import { wordsOf } from "../../../core/language/head.ts";
import type { Line } from "../../../core/language/lineList.ts";
import { fileOf, kindOf, type Reference } from "../../../core/language/map.ts";
import type { Problem } from "../../../core/language/problem.ts";
import { isKeyword, rules } from "../../../core/language/vocabulary.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { shortened } from "../../shared/truncate.ts";
import { clauseTakenOut } from "../../textEdits/clauseEdits.ts";
import { lastOwnLine } from "../../textEdits/lineBlocks.ts";
import { editsOf } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { newRow } from "../../textEdits/newLines.ts";
import { type Edit, workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { Offer, Place } from "../codeAction.ts";
import { isSureToWrite } from "./fixAllSafety.ts";

const MOST_TITLE = 60;

/** What could stand in the place of the marked words, best first. */
export function writeOffered({ workspace, file }: Place, problem: Problem): readonly Offer[] {
  const { at, to, notes } = problem;
  const range = { start: file.syntax.rangeOf(at).start, end: file.syntax.rangeOf(to ?? at).end };
  const offers = problem.offers
    .map((offer, index) => ({ offer, note: notes[index] }))
    .filter(({ offer }) => !takesKind(workspace, problem, offer));
  const around = problem.entry === undefined ? [] : (workspace.get(file.uri)?.checker.problemsOf(problem.entry) ?? []);
  return offers.map(({ offer, note }, index) => ({
    title: `Write ${inMarks(shortened(offer, MOST_TITLE))}${note ? ` (${shortened(note, MOST_TITLE)})` : ""}`,
    kind: "quickfix",
    mends: problem,
    preferred: index === 0,
    sure: offers.length === 1 && isSureToWrite(problem, offer, around),
    edit: () => workspaceEdit(workspace, [{ uri: file.uri, range, newText: offer }]),
  }));
}

/** Whether a keyword would make of an entry that is mentioned something that cannot be mentioned so. A head that cannot be read may mention anything. */
function takesKind(workspace: Workspace, { entry, at }: Problem, offer: string): boolean {
  if (entry === undefined || at.line !== entry.line || at.start !== entry.head.start || !isKeyword(offer)) return false;
  const { kind } = rules[offer];
  if (kind === kindOf(entry)) return false;
  return mentionsElsewhere(workspace, entry).some(({ role, expects }) => {
    return role !== "loose" && (kind === undefined || !expects.includes(kind));
  });
}

/** What refers to an entry, its own head left out: where that cannot be read, its name may be a reference as well. */
const mentionsElsewhere = (workspace: Workspace, entry: Entry): readonly Reference[] =>
  referencesTo(entry, workspace.usersOf(fileOf(entry))).filter((one) => one.entry !== entry);

/** Words in quotation marks, unless they have their own. */
const inMarks = (words: string): string => (/^[“"„«「『]/.test(words) ? words : `“${words}”`);

/** Problems of lines that may be meant as text: a backslash says so. */
const MAY_BE_TEXT: ReadonlySet<string> = new Set([
  "near-keyword",
  "near-key",
  "forgotten-colon",
  "crowded-reference",
  "malformed-head",
  "misplaced-attribute",
  "misplaced-entry",
  "entry-after-open-text",
]);

export function escapeLine({ workspace, file }: Place, problem: Problem): readonly Offer[] {
  const { line } = problem.at;
  const { raw } = line.reading;
  const start = raw.length - raw.trimStart().length;
  if (!MAY_BE_TEXT.has(problem.code) || start === 0 || !canBeText(workspace, line)) return [];
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
function canBeText(workspace: Workspace, line: Line): boolean {
  const { owner, reading } = line;
  if (reading.kind === "text") return true;
  const holder = owner?.line === line ? owner.parent : owner;
  if (holder === undefined || holder.head.form !== "full" || holder.head.keyword === "import") return false;
  if (owner === holder) return true;
  const isAlone = owner !== undefined && owner.children.length === 0 && lastOwnLine(owner) === line;
  return isAlone && mentionsElsewhere(workspace, owner).length === 0;
}

/** `premise a, b`: each name by itself. */
export function oneOnEachLine({ workspace, file }: Place, problem: Problem): readonly Offer[] {
  const { code, entry, offers, at } = problem;
  if (code !== "crowded-reference" || entry === undefined || offers.length > 0) return [];
  const first = file.syntax.lines.numberOf(at.line);
  const indent = "indent" in at.line.reading ? at.line.reading.indent : "";
  const [, ...names] = wordsOf(at.line.reading.raw, at.start, at.end).words;
  const rows = names.map(({ text }) => newRow(`${indent}premise ${text}`, entry));
  const changes = [{ first, after: first + 1, rows }];
  if (!keepsNesting(file, changes)) return [];
  return [
    {
      title: "Write each on a line of its own",
      kind: "quickfix",
      mends: problem,
      preferred: true,
      edit: () => workspaceEdit(workspace, editsOf(file, changes)),
    },
  ];
}

/** A claim that says that it contradicts itself does so no more. */
export function takeOutItself({ workspace, file }: Place, problem: Problem): readonly Offer[] {
  const { code, entry, at } = problem;
  const clause = entry?.head.clauses.find(({ names }) => names.length === 1 && names[0]?.start === at.start);
  if (code !== "self-contradiction" || entry === undefined || clause === undefined) return [];
  const edits = editsOf(file, [], [clauseTakenOut(entry, clause)]);
  return [
    {
      title: `Take out “${at.line.reading.raw.slice(clause.start, at.end)}”`,
      kind: "quickfix",
      mends: problem,
      edit: () => workspaceEdit(workspace, edits),
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
    const out = clauseTakenOut(entry, clause);
    const told = at.line.reading.raw.slice(clause.start, clause.names.at(-1)?.end ?? clause.end);
    offer(`Take out “${told}”`, out.start, out.end, out.text);
  }
  return offers;
}
