/** Mends that take something away, move it, or give it a name of its own. */

import { usualIndent } from "../../../core/checks/rules/syntax/inconsistent-indentation.ts";
import { definedName } from "../../../core/language/map.ts";
import { isOwnText, type Problem } from "../../../core/language/problem.ts";
import { depthOf, indentation } from "../../format/indent.ts";
import { freeName } from "../../textEdits/freshNames.ts";
import {
  type Block,
  indentUnder,
  lastOwnLine,
  removed,
  removedButComments,
  treeBlock,
} from "../../textEdits/lineBlocks.ts";
import { editsOf, inserted, type LineChange } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { carried } from "../../textEdits/newLines.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { Offer, Place } from "../codeAction.ts";

/** What nothing uses goes, with what is said of it in the map; comments stay. */
export function removeUnused({ workspace, file }: Place, problem: Problem): readonly Offer[] {
  const { entry, code } = problem;
  if ((code !== "unused-speaker" && code !== "unused-source") || entry === undefined) return [];
  if (entry.children.length > 0) return [];
  const { keyword, name } = entry.head;
  const changes = [removedButComments(file, treeBlock(entry))];
  if (!keepsNesting(file, changes)) return [];
  return [
    {
      title: `Remove the ${keyword}${name === undefined ? "" : ` “${name.text}”`}`,
      kind: "quickfix",
      mends: problem,
      edit: () => workspaceEdit(workspace, editsOf(file, changes)),
    },
  ];
}

/** An attribute that is given twice, or not taken, goes with what continues it. */
export function removeAttribute({ workspace, file }: Place, problem: Problem): readonly Offer[] {
  const { entry, at, code } = problem;
  if ((code !== "duplicate-attribute" && code !== "misplaced-attribute") || entry === undefined) return [];
  const attribute = entry.attributes.find(({ line }) => line === at.line);
  if (attribute === undefined) return [];
  const counts = entry.attributes.find(({ key }) => key === attribute.key);
  const first = file.syntax.lines.numberOf(at.line);
  const own = entry.lines.filter((line) => line.attribute === at.line && line.reading.kind === "text").at(-1);
  const after = own === undefined ? first + 1 : file.syntax.lines.numberOf(own) + 1;
  const changes = [removedButComments(file, { first, after })];
  if (!keepsNesting(file, changes)) return [];
  return [
    {
      title: `Take out “${attribute.key}”`,
      kind: "quickfix",
      mends: problem,
      preferred: code === "duplicate-attribute",
      sure: code === "duplicate-attribute" && counts?.value === attribute.value,
      edit: () => workspaceEdit(workspace, editsOf(file, changes)),
    },
  ];
}

/** The later one of two entries with one name gets another; what mentions the name means the first. */
export function nameApart({ workspace, file }: Place, problem: Problem): readonly Offer[] {
  const { entry, code } = problem;
  const name = entry && definedName(entry);
  if (code !== "duplicate-name" || entry === undefined || name === undefined) return [];
  const range = file.syntax.rangeOf({ line: entry.line, start: name.start, end: name.end });
  const free = freeName(name.text, workspace.usersOf(file));
  return [
    {
      title: `Name this ${entry.head.keyword} “${free}”`,
      kind: "quickfix",
      mends: problem,
      preferred: true,
      edit: () => workspaceEdit(workspace, [{ uri: file.uri, range, newText: free }]),
      rename: { uri: file.uri, position: range.start },
    },
  ];
}

/** What stands at a depth of its own moves to that of what it stands with, with all that is under it. */
export function indentLikeOthers({ workspace, file }: Place, problem: Problem): readonly Offer[] {
  const { at, code } = problem;
  const { owner } = at.line;
  if (code !== "inconsistent-indentation" || owner === undefined) return [];
  const child = owner.line === at.line ? owner : undefined;
  const first = file.syntax.lines.numberOf(at.line);
  const block: Block = child === undefined ? { first, after: first + 1 } : treeBlock(child);
  const holder = child === undefined ? owner : child.parent;
  // The others decide; where there are none, the way in which the file goes on.
  const indent = holder === undefined ? "" : (usualIndent(holder, child) ?? indentUnder(holder));
  const from = "indent" in at.line.reading ? at.line.reading.indent : "";
  if (from === indent || depthOf(at.line, indentation()) === undefined) return [];
  const how = { from, to: indent, entries: child === undefined ? [] : [child], under: child?.parent };
  const changes: readonly LineChange[] = [{ ...block, rows: carried(file, block, how) }];
  if (!keepsNesting(file, changes)) return [];
  return [
    {
      title: indent === "" ? "Move it to the left edge" : "Indent it like what it stands with",
      kind: "quickfix",
      mends: problem,
      preferred: true,
      edit: () => workspaceEdit(workspace, editsOf(file, changes)),
    },
  ];
}

/** Text that follows what is nested goes up to the rest of the text. */
export function moveTextUp({ workspace, file }: Place, problem: Problem): readonly Offer[] {
  const { entry, at, to, code } = problem;
  if (code !== "text-after-children" || entry === undefined) return [];
  const { lines } = file.syntax;
  const first = lines.numberOf(at.line);
  const after = lines.numberOf((to ?? at).line) + 1;
  const block: Block = { first, after };
  // Only lines that are nothing else.
  if (!lines.slice(first, after).every((line) => line.owner === entry && isOwnText(line))) return [];
  const nested = [...entry.children.map(({ line }) => line), ...entry.attributes.map(({ line }) => line)];
  const until = Math.min(...nested.map((line) => lines.numberOf(line)));
  const text = entry.lines.filter((line) => (line === entry.line || isOwnText(line)) && lines.numberOf(line) < until);
  const above = text.at(-1) ?? lastOwnLine(entry);
  const indent = above !== entry.line && "indent" in above.reading ? above.reading.indent : indentUnder(entry);
  const rows = carried(file, block, { from: "", to: "", entries: [], under: undefined }).map((row) => {
    return { ...row, text: indent + row.text.trimStart() };
  });
  const changes = [inserted(lines.numberOf(above) + 1, rows), removed(file, block)];
  if (!keepsNesting(file, changes)) return [];
  return [
    {
      title: `Move it up to the text of the ${entry.head.keyword}`,
      kind: "quickfix",
      mends: problem,
      preferred: true,
      edit: () => workspaceEdit(workspace, editsOf(file, changes)),
    },
  ];
}
