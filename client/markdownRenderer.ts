/**
 * Draws the maps in a Markdown document, by the same functions as the preview and the command line. A bundle of its own,
 * loaded when a Markdown preview first meets a map: that renderer waits for no server.
 */
import { Checker } from "../server/core/checks/checker.ts";
import { MapFile } from "../server/core/language/map.ts";
import type { Problem } from "../server/core/language/problem.ts";
import { type Picture, picture } from "../server/core/picture/picture.ts";
import { escaped, svg } from "../server/core/picture/render/svg.ts";
import { cached, tableMeasure } from "../server/core/picture/text/measure.ts";
import { type Colour, type Theme, themes } from "../server/core/picture/theme.ts";
import { buildTree, plainTree } from "../server/core/tree/buildTree.ts";
import type { Tree } from "../server/core/tree/tree.ts";

/** What is shown of a map, as HTML. */
export interface Block {
  /** Undefined where there is nothing to draw: its text is then shown as it is. */
  readonly picture: string | undefined;
  /** What is to be said below it; empty where there is nothing. */
  readonly remarks: string;
}

/** As many as a long document has; what is not changed is not drawn anew with every key. */
const MOST_KEPT = 100;
const kept = new Map<string, Block>();

/** The picture of the map that a fenced block holds, with what is wrong below. */
export function block(text: string): Block {
  const known = kept.get(text);
  const drawn = known ?? drawnBlock(text);
  // What was asked for last is forgotten last.
  kept.delete(text);
  kept.set(text, drawn);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return drawn;
}

const measure = cached(tableMeasure);

function drawnBlock(text: string): Block {
  const file = new MapFile("argmap:block", text);
  const tree = plainTree(buildTree(file, () => []));
  return {
    picture: tree.cards.length === 0 ? undefined : framed(fitting(tree)),
    remarks: remarksOn(file, tree),
  };
}

/** In pixels: what becomes some 840 at the least scale, about as wide as a document is that has the editor beside it. */
const WIDEST_TREE = 1200;
/** A row of text is not longer than what is around it. */
const OUTLINE_WIDTH = 760;

/** The picture of a tree, to the right or else down; an outline where it would have to be read by scrolling to and fro. */
function fitting(tree: Tree): Picture {
  const right = picture(tree, measure);
  if (right.bounds.width <= WIDEST_TREE) return right;
  const down = picture(tree, measure, { direction: "down" });
  return down.bounds.width <= WIDEST_TREE ? down : picture(tree, measure, { shape: "outline", width: OUTLINE_WIDTH });
}

/** A picture that is wider than the page is made smaller, down to this; smaller than that it could not be read. */
const LEAST_SCALE = 0.7;

/** Strict pages allow no inline style, so an empty SVG says how narrow the sheet may become; beyond that it is scrolled. */
function framed(drawn: Picture): string {
  const least = Math.round(drawn.bounds.width * LEAST_SCALE);
  const spacer = `<svg class="argmap-least" width="${least}" height="0" aria-hidden="true"></svg>`;
  return `<div class="argmap-picture"><div class="argmap-sheet">${spacer}${svg(drawn, themeOfPage)}</div></div>`;
}

/** Colours that `markdown.css` gives, by the theme of whoever reads: also when that changes. */
const themeOfPage: Theme = Object.fromEntries(
  // The keys of a theme are all colours there are.
  (Object.keys(themes.light) as Colour[]).map((colour) => [colour, `var(--argmap-${colour})`]),
) as Theme;

/** More than these would be longer than what they are about. */
const MOST_ERRORS = 10;

/** Slips by which what one has written is drawn as part of something else. */
const SLIPS: ReadonlySet<string> = new Set(["near-keyword", "forgotten-colon"]);

function remarksOn(file: MapFile, tree: Tree): string {
  const lineOf = ({ at }: Problem): number => file.syntax.lines.numberOf(at.line) + 1;
  // Files of sources are not looked for: of what they say, nothing is said.
  const checker = new Checker(
    file,
    () => ({ state: "unknown" }),
    () => [],
  );
  const errors = [...checker.problems()]
    .filter(({ severity, code }) => severity === "error" || SLIPS.has(code))
    .sort((a, b) => lineOf(a) - lineOf(b) || a.at.start - b.at.start);
  const remarks = errors.slice(0, MOST_ERRORS).map((problem) => `Line ${lineOf(problem)}: ${problem.message}`);
  if (errors.length > MOST_ERRORS) remarks.push(`There are ${errors.length - MOST_ERRORS} more errors.`);
  if (tree.cards.length === 0 && errors.length === 0)
    remarks.push("This map has nothing to draw yet: begin with a claim.");
  if (file.imports.length > 0) remarks.push("What this map imports is not drawn here.");
  if (remarks.length === 0) return "";
  return `<ul class="argmap-remarks">${remarks.map((remark) => `<li>${escaped(remark)}</li>`).join("")}</ul>`;
}
