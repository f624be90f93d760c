/** Quick fixes that move a misplaced entry to where it was meant, or make an entry of a line that is none. */
import { isCitation } from "../../../core/checks/rules/syntax/misplaced-entry.ts";
import { supportedTarget } from "../../../core/checks/support/supportedTarget.ts";
import { type Entry, type Line, titleOf } from "../../../core/language/entry.ts";
import { skipMarks } from "../../../core/language/intent/listMark.ts";
import type { MapFile } from "../../../core/language/map.ts";
import { scanLine } from "../../../core/language/parsing/scanLine.ts";
import type { Problem } from "../../../core/language/problem.ts";
import { isClaimLike, isStep, keywordRules, sideOf } from "../../../core/language/vocabulary.ts";
import { capitalize } from "../../../core/strings/english.ts";
import { truncate } from "../../../core/strings/truncate.ts";
import { quotesOfOnlySource } from "../../names/implicitSources.ts";
import { mentionInScope } from "../../names/mentions.ts";
import { suggestName } from "../../textEdits/freshNames.ts";
import { insertName } from "../../textEdits/headEdits.ts";
import {
  childIndent,
  indentUnitOf,
  insertAfterSeparated,
  insertBeforeEntries,
  removeLines,
  subtreeBlock,
} from "../../textEdits/lineBlocks.ts";
import { insertLines, toFileEdits } from "../../textEdits/lineEdits.ts";
import type { LineChange, SpanReplacement } from "../../textEdits/model.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { copyLines, createLine } from "../../textEdits/newLines.ts";
import { insertInPreamble } from "../../textEdits/preamble.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction } from "../codeAction.ts";
import { foreignTextAt } from "../foreignText.ts";

const MAX_LABEL_LENGTH = 30;
/** A claim further up is hardly the one that a line is about. */
const MAX_TARGETS = 3;

const propose = (
  { workspace, file }: ActionContext,
  problem: Problem,
  title: string,
  changes: readonly LineChange[],
  isPreferred = false,
): readonly ProposedAction[] =>
  keepsNesting(file, changes)
    ? [
        {
          title,
          kind: "quickfix",
          fixes: problem,
          ...(isPreferred && { isPreferred }),
          edit: () => workspaceEdit(workspace, toFileEdits(file, changes)),
        },
      ]
    : [];

const labelOf = (entry: Entry): string => `“${truncate(entry.head.name?.text ?? titleOf(entry), MAX_LABEL_LENGTH)}”`;

/** Makes an entry or text of a sentence at the left edge. */
export function adoptStrayLine(context: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { line } = problem.at;
  const { scanned } = line;
  if (problem.code !== "stray-line" || scanned.kind !== "unreadable" || problem.suggestions.length > 0) return [];
  const text = scanned.raw.slice(skipMarks(scanned.raw, 0)).trim();
  if (!/\p{L}/u.test(text) || scanned.raw.startsWith("#")) return [];
  const { file } = context;
  const first = file.syntax.lines.numberOf(line);
  const replaceWith = (newText: string, parent?: Entry): readonly LineChange[] => [
    { first, after: first + 1, newLines: [createLine(newText, parent)] },
  ];
  const above = entryAbove(context, line);
  const asSteps = nearestTargets(context, line).flatMap((target, index) => {
    const name = mentionInScope(file, target);
    return (["reason", "objection"] as const).flatMap((keyword) => {
      const title = `Make it ${keyword === "reason" ? "a reason for" : "an objection to"} ${labelOf(target)}`;
      const clause = `${sideOf(keyword)} ${name}`;
      if (index === 0 && rootOf(above) === target)
        return propose(context, problem, title, replaceWith(`${childIndent(target)}${keyword}: ${text}`, target));
      return name === undefined ? [] : propose(context, problem, title, replaceWith(`${keyword} ${clause}: ${text}`));
    });
  });
  return [
    ...propose(context, problem, "Make it a claim", replaceWith(`claim: ${text}`), !isConvertible(file, line)),
    ...asSteps,
    // The text of an import is a path.
    ...(above === undefined || above.head.keyword === "import" ? [] : indentAsText(context, problem, above, text)),
  ];
}

/** Whether the line is part of a text of another tool that can be converted as a whole, which is better. */
function isConvertible(file: MapFile, line: Line): boolean {
  const text = foreignTextAt(file, line);
  if (text === undefined || (text.isRootless && text.owner === undefined)) return false;
  const number = file.syntax.lines.numberOf(line);
  return text.first <= number && number <= text.last;
}

/** Indents a line under the entry above it, so that it becomes its text. */
function indentAsText(
  { workspace, file }: ActionContext,
  problem: Problem,
  above: Entry,
  text: string,
): readonly ProposedAction[] {
  const indent = childIndent(above);
  const { raw } = problem.at.line.scanned;
  const isText = scanLine(indent + text).kind === "text";
  const newText = `${indent}${isText ? "" : "\\"}${text}`;
  const range = file.syntax.rangeOf({ line: problem.at.line, start: 0, end: raw.length });
  return [
    {
      title: "Indent it as text",
      kind: "quickfix",
      fixes: problem,
      edit: () => workspaceEdit(workspace, [{ uri: file.uri, range, newText }]),
    },
  ];
}

/** Returns the last entry above a line, unless a heading is in between. */
function entryAbove({ file }: ActionContext, line: Line): Entry | undefined {
  const { lines } = file.syntax;
  for (let at = lines.numberOf(line) - 1; at >= 0; at--) {
    const above = lines.at(at);
    if (above?.scanned.kind === "heading") return undefined;
    if (above?.owner?.line === above) return above?.owner;
  }
  return undefined;
}

function rootOf(entry: Entry | undefined): Entry | undefined {
  let root = entry;
  while (root?.parent !== undefined) root = root.parent;
  return root;
}

/** Returns the claims at the left edge above a line, nearest first. */
function nearestTargets({ file }: ActionContext, line: Line): readonly Entry[] {
  const { lines, roots } = file.syntax;
  const number = lines.numberOf(line);
  return roots
    .filter((root) => isClaimLike(root.head.keyword) && root.head.form === "full" && lines.numberOf(root.line) < number)
    .slice(-MAX_TARGETS)
    .reverse();
}

/** Indents a step at the left edge, which has no target, under the claim above it. */
export function indentUnderTarget(context: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { entry, code } = problem;
  if (code !== "no-target" || entry === undefined || !isStep(entry.head.keyword)) return [];
  const { file } = context;
  const { roots } = file.syntax;
  const before = roots.slice(0, roots.indexOf(entry));
  const target = before.findLast(({ head }) => isClaimLike(head.keyword) && head.form === "full");
  if (target === undefined) return [];
  const block = subtreeBlock(entry);
  const options = { from: entry.indent, to: childIndent(target), entries: [entry], under: target };
  const newLines = copyLines(file, block, options);
  const title = `Indent under ${labelOf(target)}`;
  // With other entries in between, the step moves up to the claim.
  return before.at(-1) === target
    ? propose(context, problem, title, [{ ...block, newLines }], true)
    : propose(
        context,
        problem,
        title,
        [insertLines(subtreeBlock(target).after, newLines), removeLines(file, block)],
        true,
      );
}

/** Moves an entry that is not allowed under another one to the left edge, or a late “map” line to the top. */
export function moveToLeftEdge(context: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { entry, code } = problem;
  if (code !== "misplaced-entry" || entry === undefined || !keywordRules[entry.head.keyword].canBeTopLevel) return [];
  const { file } = context;
  const block = subtreeBlock(entry);
  const newLines = copyLines(file, block, { from: entry.indent, to: "", entries: [entry], under: undefined });
  if (entry.head.keyword === "map") {
    const isOnly = file.entriesOf("map").size === 1;
    return isOnly
      ? propose(
          context,
          problem,
          "Move it to the top",
          [insertBeforeEntries(file, newLines), removeLines(file, block)],
          true,
        )
      : [];
  }
  if (entry.parent === undefined || isStep(entry.head.keyword)) return [];
  const changes = [removeLines(file, block), insertAfterSeparated(entry, newLines)];
  return propose(context, problem, "Move it to the left edge", changes);
}

/** Describes a source that is under a claim at the left edge instead, and quotes it where it was. */
export function quoteMisplacedSource(context: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { entry, code } = problem;
  if (code !== "misplaced-entry" || entry === undefined || !isCitation(entry) || entry.children.length > 0) return [];
  const { file, workspace } = context;
  const block = subtreeBlock(entry);
  const ownName = entry.head.name?.text;
  const name = ownName ?? suggestName(entry.text, workspace.withAllImporters(file), "source");
  // With another source in scope, quotes without a name would no longer have one.
  if (quotesOfOnlySource(file) !== undefined) return [];
  const replacements = ownName === undefined ? [insertName(entry, name)] : [];
  const source = copyLines(file, block, {
    from: entry.indent,
    to: "",
    entries: [entry],
    under: undefined,
    replacements,
  });
  const quote = createLine(`${entry.indent}quote ${name}:`, entry.parent);
  const changes = [insertInPreamble(file, "source", source), { ...block, newLines: [quote] }];
  return propose(context, problem, `Move the source to the left edge and quote it as “${name}”`, changes, true);
}

/** Writes `claim b for a: …` as a claim and a step that uses it. */
export function useAsPremise({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { entry, code } = problem;
  const use = entry === undefined ? undefined : supportedTarget(entry);
  if ((code !== "misplaced-clause" && code !== "malformed-head") || entry === undefined || use === undefined) return [];
  if (entry.parent !== undefined || entry.head.keyword !== "claim") return [];
  const { name, keyword, clause, target, nameEnd, wordsEnd } = use;
  const { raw } = entry.line.scanned;
  const colon = raw.charAt(wordsEnd) === ":" ? "" : `: ${capitalize(name.replaceAll(/[-_]+/g, " "))}`;
  const head: SpanReplacement = { line: entry.line, start: nameEnd, end: wordsEnd, text: colon };
  const step = [createLine(`${keyword} ${clause} ${target}:`), createLine(`${indentUnitOf(file)}premise ${name}`)];
  return [
    {
      title: `Write it as a claim and “${keyword} ${clause} ${target}:”`,
      kind: "quickfix",
      fixes: problem,
      isPreferred: true,
      edit: () => workspaceEdit(workspace, toFileEdits(file, [insertAfterSeparated(entry, step)], [head])),
    },
  ];
}
