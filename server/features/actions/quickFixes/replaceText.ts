/**
 * Quick fixes that change text in a line: they insert a suggestion of the problem or a backslash, or remove a clause.
 */
import type { Entry, Line } from "../../../core/language/entry.ts";
import { referencesTo } from "../../../core/language/graph.ts";
import { clauseEnd, keywordRange, splitHead } from "../../../core/language/head.ts";
import { fileOf, kindOf, type Reference } from "../../../core/language/map.ts";
import { lineSpan, type Problem } from "../../../core/language/problem.ts";
import { isKeyword, keywordRules } from "../../../core/language/vocabulary.ts";
import { withArticle } from "../../../core/strings/english.ts";
import { truncate } from "../../../core/strings/truncate.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { multiLineRange } from "../../shared/ranges.ts";
import { removeClause, removeName } from "../../textEdits/headEdits.ts";
import { childIndent, lastOwnLine } from "../../textEdits/lineBlocks.ts";
import { insertLines, toFileEdits } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { createLine } from "../../textEdits/newLines.ts";
import { type FileEdit, workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction } from "../codeAction.ts";
import { isSafeReplacement } from "./fixAllSafety.ts";

const MAX_TITLE_LENGTH = 60;

/** Replaces the marked text with one of the problem's suggestions, best first. */
export function applySuggestion({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { suggestionNotes } = problem;
  const range = multiLineRange(file, problem);
  const suggestions = problem.suggestions
    .map((text, index) => ({ text, note: suggestionNotes[index] }))
    .filter(({ text }) => !breaksReferences(workspace, problem, text));
  const entryProblems =
    problem.entry === undefined ? [] : (workspace.get(file.uri)?.checker.problemsOf(problem.entry) ?? []);
  return suggestions.map(({ text, note }, index) => ({
    title:
      placementTitle(problem, text) ??
      `Change to ${inQuotationMarks(truncate(text, MAX_TITLE_LENGTH))}${note ? ` (${truncate(note, MAX_TITLE_LENGTH)})` : ""}`,
    kind: "quickfix",
    fixes: problem,
    isPreferred: index === 0,
    isSafeForFixAll: suggestions.length === 1 && isSafeReplacement(problem, text, entryProblems),
    edit: () => workspaceEdit(workspace, [{ uri: file.uri, range, newText: text }]),
  }));
}

/** “Make it a reason”, for an entry whose keyword is not allowed where it is. */
function placementTitle({ code, entry }: Problem, suggestion: string): string | undefined {
  if (code !== "misplaced-entry" || !isKeyword(suggestion)) return undefined;
  const parent = entry?.parent;
  const answered = parent?.head.keyword === "question" && suggestion === "claim" ? parent : undefined;
  const label = answered && truncate(answered.head.name?.text ?? answered.text, MAX_TITLE_LENGTH);
  return `Make it ${withArticle(suggestion)}${label === undefined ? "" : ` that answers “${label}”`}`;
}

/**
 * Whether a suggested keyword would give an entry a kind that its references do not accept. References in a head with a
 * syntax error accept any kind.
 */
function breaksReferences(workspace: Workspace, { entry, at }: Problem, suggestion: string): boolean {
  if (entry === undefined || at.line !== entry.line || at.start !== entry.head.start || !isKeyword(suggestion))
    return false;
  const { kind } = keywordRules[suggestion];
  if (kind === kindOf(entry)) return false;
  return referencesElsewhere(workspace, entry).some(({ role, expectedKinds }) => {
    return role !== "unknown" && (kind === undefined || !expectedKinds.includes(kind));
  });
}

/** References to an entry, except in its own head, where a syntax error can make a name look like a reference. */
const referencesElsewhere = (workspace: Workspace, entry: Entry): readonly Reference[] =>
  referencesTo(entry, workspace.withImporters(fileOf(entry))).filter((one) => one.entry !== entry);

/** Adds quotation marks to a text that does not start with one. */
const inQuotationMarks = (text: string): string => (/^[“"„«「『]/.test(text) ? text : `“${text}”`);

/** Problems of lines that may be meant as text, which a backslash makes explicit. */
const POSSIBLY_TEXT: ReadonlySet<string> = new Set([
  "near-keyword",
  "near-key",
  "forgotten-colon",
  "crowded-reference",
  "malformed-head",
  "misplaced-attribute",
  "misplaced-entry",
  "entry-after-open-text",
]);

/** Adds a backslash, so that the line is text. */
export function escapeLine({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { line } = problem.at;
  const { start } = lineSpan(line);
  if (!POSSIBLY_TEXT.has(problem.code) || start === 0 || !canBeText(workspace, line)) return [];
  const range = file.syntax.rangeOf({ line, start, end: start });
  return [
    {
      title: "Treat as text by adding a backslash",
      kind: "quickfix",
      fixes: problem,
      edit: () => workspaceEdit(workspace, [{ uri: file.uri, range, newText: "\\" }]),
    },
  ];
}

/** Whether a line can become text of its parent entry without leaving children, attributes or references behind. */
function canBeText(workspace: Workspace, line: Line): boolean {
  const { owner, scanned } = line;
  if (scanned.kind === "text") return true;
  const newParent = owner?.line === line ? owner.parent : owner;
  if (newParent === undefined || newParent.head.form !== "full" || newParent.head.keyword === "import") return false;
  if (owner === newParent) return true;
  const isAlone = owner !== undefined && owner.children.length === 0 && lastOwnLine(owner) === line;
  return isAlone && referencesElsewhere(workspace, owner).length === 0;
}

/** Splits `premise a, b` into a line for each name. */
export function splitReferences({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { code, entry, suggestions, at } = problem;
  if (code !== "crowded-reference" || entry === undefined || suggestions.length > 0) return [];
  const first = file.syntax.lines.numberOf(at.line);
  const indent = "indent" in at.line.scanned ? at.line.scanned.indent : "";
  const [, ...names] = splitHead(at.line.scanned.raw, at.start, at.end).words;
  const newLines = names.map(({ text }) => createLine(`${indent}premise ${text}`, entry));
  const changes = [{ first, after: first + 1, newLines }];
  if (!keepsNesting(file, changes)) return [];
  return [
    {
      title: "Split into one premise per line",
      kind: "quickfix",
      fixes: problem,
      isPreferred: true,
      edit: () => workspaceEdit(workspace, toFileEdits(file, changes)),
    },
  ];
}

/** Problems whose name should not be in its clause. */
const NAME_TO_REMOVE: ReadonlySet<string> = new Set(["self-contradiction", "opposite-sides"]);

/** Removes a name from a clause, and the clause with its last name. */
export function removeClauseName({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { code, entry, at } = problem;
  const clause = entry?.head.clauses.find(({ names }) => names.some(({ start }) => start === at.start));
  if (!NAME_TO_REMOVE.has(code) || entry === undefined || clause === undefined) return [];
  const isOnly = clause.names.length === 1;
  const edits = toFileEdits(file, [], [isOnly ? removeClause(entry, clause) : removeName(entry, clause, at.start)]);
  return [
    {
      title: `Remove “${at.line.scanned.raw.slice(isOnly ? clause.start : at.start, at.end)}”`,
      kind: "quickfix",
      fixes: problem,
      edit: () => workspaceEdit(workspace, edits),
    },
  ];
}

/** Removes a misplaced clause, or makes the assumption that it is in a premise. */
export function correctClause({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { entry, at } = problem;
  if (problem.code !== "misplaced-clause" || entry === undefined) return [];
  const { keyword, clauses } = entry.head;
  const { start, end } = keywordRange(entry.head);
  const word = at.line.scanned.raw.slice(at.start, at.end);
  const clause = clauses.find((one) => one.start === at.start);
  const proposals: ProposedAction[] = [];
  const propose = (title: string, from: number, to: number, newText: string): void => {
    const edit: FileEdit = {
      uri: file.uri,
      range: file.syntax.rangeOf({ line: at.line, start: from, end: to }),
      newText,
    };
    proposals.push({ title, kind: "quickfix", fixes: problem, edit: () => workspaceEdit(workspace, [edit]) });
  };
  if (keyword === "assumption" && word === "by") propose("Change “assumption” to “premise”", start, end, "premise");
  if (clause !== undefined) {
    const removal = removeClause(entry, clause);
    const clauseText = at.line.scanned.raw.slice(clause.start, clauseEnd(clause));
    propose(`Remove “${clauseText}”`, removal.start, removal.end, removal.text);
  }
  return proposals;
}

/** Uses the claim that a text names, instead of the text. */
export function useNamedClaim({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { code, entry, at } = problem;
  if (code !== "name-as-text" || entry === undefined) return [];
  const { head, line } = entry;
  const name = line.scanned.raw.slice(at.start, at.end).replace(/\.$/, "");
  const isPremise = head.keyword === "premise";
  if (isPremise && (head.clauses.length > 0 || entry.attributes.length > 0)) return [];
  const changes = isPremise
    ? []
    : [insertLines(file.syntax.lines.numberOf(line) + 1, [createLine(`${childIndent(entry)}premise ${name}`, entry)])];
  const replacement = isPremise
    ? { line, start: head.start, end: at.end, text: `premise ${name}` }
    : { line, start: head.end, end: at.end, text: "" };
  if (!keepsNesting(file, changes)) return [];
  return [
    {
      title: `Use the claim: “premise ${name}”`,
      kind: "quickfix",
      fixes: problem,
      isPreferred: true,
      edit: () => workspaceEdit(workspace, toFileEdits(file, changes, [replacement])),
    },
  ];
}
