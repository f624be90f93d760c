import type { Entry } from "../../../core/language/entry.ts";
import { fileOf, type MapFile } from "../../../core/language/map.ts";
import { isPremiseLike, type Keyword, keywordRules } from "../../../core/language/vocabulary.ts";
import { capitalize, withArticle } from "../../../core/strings/english.ts";
import { type AddableKind, notAllowedMessage } from "../../../core/tree/cardRules.ts";
import { childIndent, includingComments, indentUnitOf, insertAtEnd, subtreeBlock } from "../../textEdits/lineBlocks.ts";
import { insertLines } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { createLine } from "../../textEdits/newLines.ts";
import {
  AMBIGUOUS_INDENTATION,
  type CardTarget,
  type EditPlan,
  planFor,
  rejectEdit,
  requireReadable,
} from "./editPlan.ts";
import { joinHeadAndText, paragraphLines, splitParagraphs } from "./paragraphs.ts";

/** Adds a child to the entry of a card: a premise after the other premises, anything else after all children. */
export function addCard({ entry }: CardTarget, kind: AddableKind, text: string): EditPlan {
  requireReadable(entry);
  const { keyword } = entry.head;
  if (!keywordRules[kind].allowedParents.includes(keyword)) rejectEdit(notAllowedMessage(kind, keyword));
  const file = fileOf(entry);
  const indent = childIndent(entry);
  const [first, ...others] = splitParagraphs(text);
  const head = createLine(joinHeadAndText(`${indent}${kind}:`, first), entry);
  const number = insertionLines(entry, kind).find((one) => keepsNesting(file, [insertLines(one, [head])]));
  if (number === undefined) return rejectEdit(AMBIGUOUS_INDENTATION);
  const separator =
    areChildrenSeparated(file, entry) && number > 0 && !isBlank(file, number - 1) ? [createLine("")] : [];
  const newLines = [...separator, head, ...paragraphLines(others, textIndent(entry, indent))];
  return planFor(file, head, [insertLines(number, newLines)]);
}

/** The kinds of entry that can begin a part of a map. */
const rootKinds: readonly AddableKind[] = ["question", "claim"];

/** Adds an entry at the end of a map, under no other. */
export function addRoot(file: MapFile, kind: AddableKind, text: string): EditPlan {
  if (!rootKinds.includes(kind))
    rejectEdit(`${capitalize(withArticle(kind))} belongs under another entry. Name the entry that it is about.`);
  const [first, ...others] = splitParagraphs(text);
  const head = createLine(joinHeadAndText(`${kind}:`, first));
  const newLines = [head, ...paragraphLines(others, indentUnitOf(file))];
  return planFor(file, head, [insertAtEnd(file, newLines)]);
}

/** The indentation for the text of a new child: one level deeper than the child itself. */
const textIndent = (parent: Entry, indent: string): string => indent + (indent.slice(parent.indent.length) || "  ");

/** Returns the line numbers before which a child can be inserted under an entry, best first. */
export function insertionLines(entry: Entry, keyword: Keyword): readonly number[] {
  const last = subtreeBlock(entry).after;
  if (!isPremiseLike(keyword)) return [last];
  const premise = entry.children.findLast(({ head }) => isPremiseLike(head.keyword));
  if (premise !== undefined) return [subtreeBlock(premise).after, last];
  const [child] = entry.children.filter(({ head }) => head.keyword !== "quote");
  return child === undefined ? [last] : [includingComments(fileOf(entry), subtreeBlock(child)).first, last];
}

/** Whether the last two children of an entry are separated by a blank line. */
function areChildrenSeparated(file: MapFile, entry: Entry): boolean {
  const last = entry.children.at(-1);
  if (last === undefined || entry.children.length < 2) return false;
  const { first } = includingComments(file, subtreeBlock(last));
  return first > 0 && isBlank(file, first - 1);
}

const isBlank = ({ syntax: { lines } }: MapFile, number: number): boolean => lines.at(number)?.scanned.kind === "blank";
