/** The quick fix for indentation that does not show which entry a line belongs to. */
import { indentationErrors, usualIndent } from "../../../core/checks/support/indentation.ts";
import type { Entry, Line } from "../../../core/language/entry.ts";
import { fileOf, type MapFile } from "../../../core/language/map.ts";
import { indentOf } from "../../../core/language/parsing/nesting.ts";
import type { Problem } from "../../../core/language/problem.ts";
import { createEntryDepths, depthOf } from "../../format/indent.ts";
import { childIndent, includingComments, subtreeBlock } from "../../textEdits/lineBlocks.ts";
import { toFileEdits } from "../../textEdits/lineEdits.ts";
import type { LineBlock, LineChange } from "../../textEdits/model.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { copyLines } from "../../textEdits/newLines.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction } from "../codeAction.ts";

/**
 * Gives a line, or an entry with its descendants, the indentation of its siblings. Siblings move as well
 * if they would otherwise become the ones that do not match.
 */
export function matchSiblingIndent({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { at, code } = problem;
  const { owner } = at.line;
  if (code !== "inconsistent-indentation" || owner === undefined) return [];
  if (depthOf(at.line, createEntryDepths()) === undefined) return [];
  const child = owner.line === at.line ? owner : undefined;
  const parent = child === undefined ? owner : child.parent;
  const move =
    parent === undefined
      ? { lines: [at.line], indent: "" }
      : findMove(parent, at.line, indentsOfSiblings(parent, child));
  if (move === undefined) return [];
  const changes = move.lines
    .filter((line) => indentOf(line) !== move.indent)
    .map((line) => reindentChange(file, line, move.indent));
  if (!keepsNesting(file, changes)) return [];
  return [
    {
      title: move.indent === "" ? "Remove indentation" : "Match the indentation of its siblings",
      kind: "quickfix",
      fixes: problem,
      isPreferred: true,
      edit: () => workspaceEdit(workspace, toFileEdits(file, changes)),
    },
  ];
}

/** Lines under one entry that get the same indentation. */
interface Move {
  readonly lines: readonly Line[];
  readonly indent: string;
}

/** The indentations that could be meant, the likeliest first. Without siblings, the indentation unit of the file decides. */
function indentsOfSiblings(parent: Entry, child: Entry | undefined): ReadonlySet<string> {
  const siblingAbove = child && parent.children[parent.children.indexOf(child) - 1];
  const usual = usualIndent(parent, child) ?? childIndent(parent);
  return new Set([usual, ...(siblingAbove === undefined ? [] : [siblingAbove.indent])]);
}

/** Returns the smallest move that mends the indentation of a line and makes no other line wrong. */
function findMove(parent: Entry, line: Line, indents: ReadonlySet<string>): Move | undefined {
  const from = indentOf(line);
  const kinds = new Map([...indentationErrors(parent)].map((error) => [error.line, error.kind]));
  const isChild = line.owner?.line === line;
  const sameIndent = parent.children.filter(({ indent }) => indent === from);
  const groups = isChild ? [[line], linesOf(sameIndent), linesOf(parent.children)] : [[line]];
  for (const lines of groups) {
    for (const indent of indents) {
      if (lines.every((one) => indentOf(one) === indent)) continue;
      const newIndents = new Map(lines.map((one) => [one, indent]));
      const errors = [...indentationErrors(parent, newIndents)];
      if (errors.every((error) => error.line !== line && error.kind === kinds.get(error.line)))
        return { lines, indent };
    }
  }
  return undefined;
}

const linesOf = (entries: readonly Entry[]): readonly Line[] => entries.map(({ line }) => line);

/** Returns the change that gives a line another indentation. An entry takes its descendants and comments along,
 * an attribute its further lines. */
function reindentChange(file: MapFile, line: Line, to: string): LineChange {
  const { owner } = line;
  const from = indentOf(line);
  if (owner === undefined || owner.line !== line) {
    const { lines } = file.syntax;
    const last = owner?.lines.findLast(({ attribute, scanned }) => attribute === line && scanned.kind === "text");
    const block = { first: lines.numberOf(line), after: lines.numberOf(last ?? line) + 1 };
    return { ...block, newLines: copyLines(file, block, { from, to, entries: [], under: undefined }) };
  }
  const block = withAlignedComments(owner);
  return { ...block, newLines: copyLines(file, block, { from, to, entries: [owner], under: owner.parent }) };
}

/** The lines of an entry and its descendants, and the comments above it, if they are indented as it is. */
function withAlignedComments(entry: Entry): LineBlock {
  const file = fileOf(entry);
  const block = subtreeBlock(entry);
  const extended = includingComments(file, block);
  const comments = file.syntax.lines.slice(extended.first, block.first);
  return comments.every((comment) => comment.scanned.raw.startsWith(`${entry.indent}//`)) ? extended : block;
}
