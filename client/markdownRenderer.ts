/**
 * Renders the maps in a Markdown document as SVG, without the language server: VS Code's Markdown renderer is synchronous.
 * It is a separate bundle, which is loaded for the first map that a Markdown preview shows.
 */
import { Checker } from "../server/core/checks/checker.ts";
import { MapFile } from "../server/core/language/map.ts";
import type { Problem } from "../server/core/language/problem.ts";
import type { Picture } from "../server/core/picture/model.ts";
import { createPicture } from "../server/core/picture/picture.ts";
import { pictureToSvg } from "../server/core/picture/render/svg.ts";
import { type Color, type Theme, themes } from "../server/core/picture/theme.ts";
import { cachedMeasure, tableMeasure } from "../server/core/picture/typesetting/measure.ts";
import { counted, plural } from "../server/core/strings/english.ts";
import { escapeXml } from "../server/core/strings/escapeXml.ts";
import { buildTree, plainTree } from "../server/core/tree/buildTree.ts";
import type { Tree } from "../server/core/tree/tree.ts";

/** A rendered map, as HTML. */
export interface RenderedBlock {
  /** Undefined if the map has no cards; then the source text should be shown. */
  readonly picture: string | undefined;
  /** The messages to show below the picture; may be empty. */
  readonly problemsHtml: string;
}

/** About the number of maps in a long document. The cache avoids rendering unchanged maps on every keystroke. */
const MAX_CACHED_BLOCKS = 100;
const blockCache = new Map<string, RenderedBlock>();

/** Renders the map in a fenced block. Caches the most recently used results. */
export function renderBlock(text: string): RenderedBlock {
  const cachedBlock = blockCache.get(text);
  const rendered = cachedBlock ?? renderUncached(text);
  // A Map iterates in insertion order, so that the least recently used block comes first.
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

/** In pixels. At the minimum scale, this is about the width of a Markdown preview beside an editor. */
const MAX_TREE_WIDTH = 1200;
/** About the line length of the document. */
const OUTLINE_WIDTH = 760;

/** The picture in the first layout that needs no horizontal scrolling: a tree to the right, a tree down, or an outline. */
function chooseLayout(tree: Tree): Picture {
  const right = createPicture(tree, measure);
  if (right.bounds.width <= MAX_TREE_WIDTH) return right;
  const down = createPicture(tree, measure, { direction: "down" });
  return down.bounds.width <= MAX_TREE_WIDTH
    ? down
    : createPicture(tree, measure, { shape: "outline", width: OUTLINE_WIDTH });
}

/** The minimum legible scale. A picture that is wider than the page is scaled down to this, then scrolled. */
const MIN_SCALE = 0.7;

/** Wraps the SVG in a scroll container. An empty SVG sets its minimum width, as a content security policy may forbid styles. */
function wrapInFrame(mapPicture: Picture): string {
  const minWidth = Math.round(mapPicture.bounds.width * MIN_SCALE);
  const spacer = `<svg class="argmap-min-width" width="${minWidth}" height="0" aria-hidden="true"></svg>`;
  return `<div class="argmap-picture"><div class="argmap-content">${spacer}${pictureToSvg(mapPicture, pageTheme)}</div></div>`;
}

/** CSS variables of `markdown.css`, which follow the color theme of VS Code. */
const pageTheme: Theme = Object.fromEntries(
  // A theme has every color as a key.
  (Object.keys(themes.light) as Color[]).map((color) => [color, `var(--argmap-${color})`]),
) as Theme;

const MAX_ERRORS = 10;

/** Warnings about typing errors because of which a line becomes part of another entry. */
const STRUCTURAL_WARNINGS: ReadonlySet<string> = new Set(["near-keyword", "forgotten-colon"]);

function renderProblems(file: MapFile, tree: Tree): string {
  const lineOf = ({ at }: Problem): number => file.syntax.lines.numberOf(at.line) + 1;
  // Sources are not read, so problems with their contents are not found.
  const checker = new Checker(
    file,
    () => ({ state: "unknown" }),
    () => [],
  );
  const errors = [...checker.problems()]
    .filter(({ severity, code }) => severity === "error" || STRUCTURAL_WARNINGS.has(code))
    .sort((a, b) => lineOf(a) - lineOf(b) || a.at.start - b.at.start);
  const messages = errors.slice(0, MAX_ERRORS).map((problem) => `Line ${lineOf(problem)}: ${problem.message}`);
  const hiddenCount = errors.length - messages.length;
  if (hiddenCount > 0) {
    const [verb, pronoun] = [plural(hiddenCount, "is", "are"), plural(hiddenCount, "it", "them")];
    messages.push(`${counted(hiddenCount, "more error")} ${verb} hidden. Fix some of these to see ${pronoun}.`);
  }
  if (tree.cards.length === 0 && errors.length === 0) messages.push("This map has nothing to show yet. Add a claim.");
  if (file.imports.length > 0) messages.push("Imported maps are not shown in Markdown.");
  if (messages.length === 0) return "";
  return `<ul class="argmap-messages">${messages.map((message) => `<li>${escapeXml(message)}</li>`).join("")}</ul>`;
}
