/**
 * Draws the maps in a Markdown document, by the same functions as the preview and the command line. A bundle of its own,
 * loaded when a Markdown preview first meets a map: that renderer waits for no server.
 */
import { Checker } from "../server/core/checks/checker.ts";
import { MapFile } from "../server/core/language/map.ts";
import type { Problem } from "../server/core/language/problem.ts";
import type { Picture } from "../server/core/picture/model.ts";
import { createPicture } from "../server/core/picture/picture.ts";
import { pictureToSvg } from "../server/core/picture/render/svg.ts";
import { cachedMeasure, tableMeasure } from "../server/core/picture/text/measure.ts";
import { type Colour, type Theme, themes } from "../server/core/picture/theme.ts";
import { escapeXml } from "../server/core/text/escapeXml.ts";
import { buildTree, plainTree } from "../server/core/tree/buildTree.ts";
import type { Tree } from "../server/core/tree/tree.ts";

/** What is shown of a map, as HTML. */
export interface RenderedBlock {
  /** Undefined where there is nothing to draw: its text is then shown as it is. */
  readonly picture: string | undefined;
  /** What is to be said below it; empty where there is nothing. */
  readonly problemsHtml: string;
}

/** As many as a long document has; what is not changed is not drawn anew with every key. */
const MAX_CACHED_BLOCKS = 100;
const blockCache = new Map<string, RenderedBlock>();

/** The picture of the map that a fenced block holds, with what is wrong below. */
export function renderBlock(text: string): RenderedBlock {
  const cachedBlock = blockCache.get(text);
  const rendered = cachedBlock ?? renderUncached(text);
  // What was asked for last is forgotten last.
  blockCache.delete(text);
  blockCache.set(text, rendered);
  for (const oldest of blockCache.keys()) {
    if (blockCache.size <= MAX_CACHED_BLOCKS) break;
    blockCache.delete(oldest);
  }
  return rendered;
}

const measure = cachedMeasure(tableMeasure);

function renderUncached(text: string): RenderedBlock {
  const file = new MapFile("argmap:block", text);
  const tree = plainTree(buildTree(file, () => []));
  return {
    picture: tree.cards.length === 0 ? undefined : wrapInFrame(chooseLayout(tree)),
    problemsHtml: renderProblems(file, tree),
  };
}

/** In pixels: what becomes some 840 at the least scale, about as wide as a document is that has the editor beside it. */
const MAX_TREE_WIDTH = 1200;
/** A row of text is not longer than what is around it. */
const OUTLINE_WIDTH = 760;

/** The picture of a tree, to the right or else down; an outline where it would have to be read by scrolling to and fro. */
function chooseLayout(tree: Tree): Picture {
  const right = createPicture(tree, measure);
  if (right.bounds.width <= MAX_TREE_WIDTH) return right;
  const down = createPicture(tree, measure, { direction: "down" });
  return down.bounds.width <= MAX_TREE_WIDTH
    ? down
    : createPicture(tree, measure, { shape: "outline", width: OUTLINE_WIDTH });
}

/** A picture that is wider than the page is made smaller, down to this; smaller than that it could not be read. */
const MIN_SCALE = 0.7;

/** Strict pages allow no inline style, so an empty SVG says how narrow the sheet may become; beyond that it is scrolled. */
function wrapInFrame(mapPicture: Picture): string {
  const minWidth = Math.round(mapPicture.bounds.width * MIN_SCALE);
  const spacer = `<svg class="argmap-least" width="${minWidth}" height="0" aria-hidden="true"></svg>`;
  return `<div class="argmap-picture"><div class="argmap-sheet">${spacer}${pictureToSvg(mapPicture, pageTheme)}</div></div>`;
}

/** Colours that `markdown.css` gives, by the theme of whoever reads: also when that changes. */
const pageTheme: Theme = Object.fromEntries(
  // The keys of a theme are all colours there are.
  (Object.keys(themes.light) as Colour[]).map((colour) => [colour, `var(--argmap-${colour})`]),
) as Theme;

/** More than these would be longer than what they are about. */
const MAX_ERRORS = 10;

/** Slips by which what one has written is drawn as part of something else. */
const STRUCTURAL_WARNINGS: ReadonlySet<string> = new Set(["near-keyword", "forgotten-colon"]);

function renderProblems(file: MapFile, tree: Tree): string {
  const lineOf = ({ at }: Problem): number => file.syntax.lines.numberOf(at.line) + 1;
  // Files of sources are not looked for: of what they say, nothing is said.
  const checker = new Checker(
    file,
    () => ({ state: "unknown" }),
    () => [],
  );
  const errors = [...checker.problems()]
    .filter(({ severity, code }) => severity === "error" || STRUCTURAL_WARNINGS.has(code))
    .sort((a, b) => lineOf(a) - lineOf(b) || a.at.start - b.at.start);
  const messages = errors.slice(0, MAX_ERRORS).map((problem) => `Line ${lineOf(problem)}: ${problem.message}`);
  if (errors.length > MAX_ERRORS) messages.push(`There are ${errors.length - MAX_ERRORS} more errors.`);
  if (tree.cards.length === 0 && errors.length === 0)
    messages.push("This map has nothing to draw yet: begin with a claim.");
  if (file.imports.length > 0) messages.push("What this map imports is not drawn here.");
  if (messages.length === 0) return "";
  return `<ul class="argmap-remarks">${messages.map((message) => `<li>${escapeXml(message)}</li>`).join("")}</ul>`;
}
