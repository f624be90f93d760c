/** Quick fixes that remove, move or rename something. */
import { definedName } from "../../../core/language/map.ts";
import { isOwnText, type Problem } from "../../../core/language/problem.ts";
import { uniqueName } from "../../textEdits/freshNames.ts";
import {
  childIndent,
  lastOwnLine,
  removeLines,
  removeLinesKeepingComments,
  subtreeBlock,
} from "../../textEdits/lineBlocks.ts";
import { insertLines, toFileEdits } from "../../textEdits/lineEdits.ts";
import type { LineBlock } from "../../textEdits/model.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { copyLines } from "../../textEdits/newLines.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction } from "../codeAction.ts";

/** Removes an unused speaker or source with its attributes, but keeps comments. */
export function removeUnused({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { entry, code } = problem;
  if ((code !== "unused-speaker" && code !== "unused-source") || entry === undefined) return [];
  if (entry.children.length > 0) return [];
  const { keyword, name } = entry.head;
  const changes = [removeLinesKeepingComments(file, subtreeBlock(entry))];
  if (!keepsNesting(file, changes)) return [];
  return [
    {
      title: `Remove unused ${keyword}${name === undefined ? "" : ` “${name.text}”`}`,
      kind: "quickfix",
      fixes: problem,
      edit: () => workspaceEdit(workspace, toFileEdits(file, changes)),
    },
  ];
}

/** Removes a duplicate or misplaced attribute with its continuation lines. */
export function removeAttribute({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { entry, at, code } = problem;
  // A section that cannot be replaced by another one.
  const isUseless = code === "wrong-passage" && problem.suggestions.length === 0;
  if ((code !== "duplicate-attribute" && code !== "misplaced-attribute" && !isUseless) || entry === undefined)
    return [];
  const attribute = entry.attributes.find(({ line }) => line === at.line);
  if (attribute === undefined) return [];
  const effective = entry.attributes.find(({ key }) => key === attribute.key);
  const first = file.syntax.lines.numberOf(at.line);
  const lastContinuation = entry.lines
    .filter((line) => line.attribute === at.line && line.scanned.kind === "text")
    .at(-1);
  const after = lastContinuation === undefined ? first + 1 : file.syntax.lines.numberOf(lastContinuation) + 1;
  const changes = [removeLinesKeepingComments(file, { first, after })];
  if (!keepsNesting(file, changes)) return [];
  return [
    {
      title: `Remove “${attribute.key}”`,
      kind: "quickfix",
      fixes: problem,
      isPreferred: code === "duplicate-attribute",
      isSafeForFixAll: code === "duplicate-attribute" && effective?.value === attribute.value,
      edit: () => workspaceEdit(workspace, toFileEdits(file, changes)),
    },
  ];
}

/** Renames the second of two entries with the same name. References resolve to the first and stay as they are. */
export function renameDuplicate({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { entry, code } = problem;
  const name = entry && definedName(entry);
  if (code !== "duplicate-name" || entry === undefined || name === undefined) return [];
  const range = file.syntax.rangeOf({ line: entry.line, start: name.start, end: name.end });
  const newName = uniqueName(name.text, workspace.withImporters(file));
  return [
    {
      title: `Rename this ${entry.head.keyword} to “${newName}”`,
      kind: "quickfix",
      fixes: problem,
      isPreferred: true,
      edit: () => workspaceEdit(workspace, [{ uri: file.uri, range, newText: newName }]),
      rename: { uri: file.uri, position: range.start },
    },
  ];
}

/** Moves text that follows children or attributes up to the rest of the entry's text. */
export function moveTextUp({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { entry, at, to, code } = problem;
  if (code !== "text-after-children" || entry === undefined) return [];
  const { lines } = file.syntax;
  const first = lines.numberOf(at.line);
  const after = lines.numberOf((to ?? at).line) + 1;
  const block: LineBlock = { first, after };
  // All lines must be text of this entry.
  if (!lines.slice(first, after).every((line) => line.owner === entry && isOwnText(line))) return [];
  const nested = [...entry.children.map(({ line }) => line), ...entry.attributes.map(({ line }) => line)];
  const firstNested = Math.min(...nested.map((line) => lines.numberOf(line)));
  const text = entry.lines.filter(
    (line) => (line === entry.line || isOwnText(line)) && lines.numberOf(line) < firstNested,
  );
  const above = text.at(-1) ?? lastOwnLine(entry);
  const indent = above !== entry.line && "indent" in above.scanned ? above.scanned.indent : childIndent(entry);
  const newLines = copyLines(file, block, { from: "", to: "", entries: [], under: undefined }).map((newLine) => {
    return { ...newLine, text: indent + newLine.text.trimStart() };
  });
  const changes = [insertLines(lines.numberOf(above) + 1, newLines), removeLines(file, block)];
  if (!keepsNesting(file, changes)) return [];
  return [
    {
      title: `Move up to the text of the ${entry.head.keyword}`,
      kind: "quickfix",
      fixes: problem,
      isPreferred: true,
      edit: () => workspaceEdit(workspace, toFileEdits(file, changes)),
    },
  ];
}
