import type { Entry } from "../../../core/language/entry.ts";
import { fileOf, type MapFile } from "../../../core/language/map.ts";
import { type Keyword, rules, withArticle } from "../../../core/language/vocabulary.ts";
import type { Addition } from "../../../core/tree/cardRules.ts";
import { indentUnder, treeBlock, withComments } from "../../textEdits/lineBlocks.ts";
import { inserted } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { newRow } from "../../textEdits/newLines.ts";
import { type Chosen, mustBeRead, type Plan, planFor, refuse, TANGLED } from "./editPlan.ts";
import { furtherRows, paragraphsOf, withText } from "./paragraphs.ts";

/** Something new under what a card shows: a premise after the others, all else after everything there. */
export function adding({ entry }: Chosen, what: Addition, text: string): Plan {
  mustBeRead(entry);
  const { keyword } = entry.head;
  if (!rules[what].under.includes(keyword))
    refuse(`${capital(withArticle(what))} cannot stand under ${withArticle(keyword)}.`);
  const file = fileOf(entry);
  const indent = indentUnder(entry);
  const [first, ...others] = paragraphsOf(text);
  const head = newRow(withText(`${indent}${what}:`, first), entry);
  const number = placesFor(entry, what).find((one) => keepsNesting(file, [inserted(one, [head])]));
  if (number === undefined) return refuse(TANGLED);
  const gap = standApart(file, entry) && number > 0 && !isBlank(file, number - 1) ? [newRow("")] : [];
  const rows = [...gap, head, ...furtherRows(others, indentWithin(entry, indent))];
  return planFor(file, head, [inserted(number, rows)]);
}

/** White space for text under an entry that is to stand under another one: as much deeper again. */
const indentWithin = (above: Entry, indent: string): string => indent + (indent.slice(above.indent.length) || "  ");

/** The numbers of the lines before which something may be put under an entry, best first. */
export function placesFor(entry: Entry, what: Keyword): readonly number[] {
  const last = treeBlock(entry).after;
  if (what !== "premise" && what !== "assumption") return [last];
  const premise = entry.children.findLast(({ head }) => head.keyword === "premise" || head.keyword === "assumption");
  if (premise !== undefined) return [treeBlock(premise).after, last];
  const [child] = entry.children.filter(({ head }) => head.keyword !== "quote");
  return child === undefined ? [last] : [withComments(fileOf(entry), treeBlock(child)).first, last];
}

/** Whether what stands under an entry is parted by blank lines. */
function standApart(file: MapFile, entry: Entry): boolean {
  const last = entry.children.at(-1);
  if (last === undefined || entry.children.length < 2) return false;
  const { first } = withComments(file, treeBlock(last));
  return first > 0 && isBlank(file, first - 1);
}

const isBlank = ({ syntax: { lines } }: MapFile, number: number): boolean => lines.at(number)?.reading.kind === "blank";

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
