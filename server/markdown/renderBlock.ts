/**
 * Renders a fenced block of a Markdown document: its picture, and the mistakes in it. Synchronous, as renderers of Markdown are,
 * so imports and sources are not read.
 */
import { Checker } from "../core/checks/checker.ts";
import { MapFile } from "../core/language/map.ts";
import type { Problem } from "../core/language/problem.ts";
import type { Picture } from "../core/picture/model.ts";
import { createPicture } from "../core/picture/picture.ts";
import type { MarkupElement } from "../core/picture/render/markup.ts";
import { pictureToElement } from "../core/picture/render/svg.ts";
import { type Color, type Theme, themes } from "../core/picture/theme.ts";
import { cachedMeasure, tableMeasure } from "../core/picture/typesetting/measure.ts";
import { counted, plural } from "../core/strings/english.ts";
import { buildTree, plainTree } from "../core/tree/buildTree.ts";
import type { Tree } from "../core/tree/tree.ts";

/** A rendered map, as elements. */
export interface RenderedBlock {
  /** Undefined if the map has no cards; then the source text should be shown. */
  readonly picture: MarkupElement | undefined;
  /** A list of messages to show below the picture or the source text. */
  readonly messages: MarkupElement | undefined;
}

const measure = cachedMeasure(tableMeasure);

/** Renders the map in a fenced block. */
export function renderBlock(text: string): RenderedBlock {
  const file = new MapFile("argmap:block", text);
  const tree = plainTree(buildTree(file, () => []));
  return {
    picture: tree.cards.length === 0 ? undefined : wrapInFrame(chooseLayout(tree)),
    messages: listMessages(messagesOf(file, tree)),
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
function wrapInFrame(mapPicture: Picture): MarkupElement {
  const minWidth = Math.round(mapPicture.bounds.width * MIN_SCALE);
  const spacer: MarkupElement = {
    tag: "svg",
    attributes: { class: "argmap-min-width", width: minWidth, height: 0, "aria-hidden": "true" },
    children: [],
  };
  const content = division("argmap-content", [spacer, pictureToElement(mapPicture, pageTheme)]);
  // With the keyboard, a wide picture can be scrolled only if it can have the focus.
  return division("argmap-picture", [content], { tabindex: 0 });
}

const division = (
  name: string,
  children: MarkupElement["children"],
  attributes: MarkupElement["attributes"] = {},
): MarkupElement => ({
  tag: "div",
  attributes: { class: name, ...attributes },
  children,
});

/** CSS variables of the page's style sheet. Without one, as in a feed, the picture is light. */
const pageTheme: Theme = Object.fromEntries(
  // A theme has every color as a key.
  (Object.keys(themes.light) as Color[]).map((color) => [color, `var(--argmap-${color}, ${themes.light[color]})`]),
) as Theme;

const MAX_ERRORS = 10;

/** Warnings about typing errors because of which a line becomes part of another entry. */
const STRUCTURAL_WARNINGS: ReadonlySet<string> = new Set(["near-keyword", "forgotten-colon"]);

function messagesOf(file: MapFile, tree: Tree): readonly string[] {
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
  return messages;
}

const listMessages = (messages: readonly string[]): MarkupElement | undefined =>
  messages.length === 0
    ? undefined
    : {
        tag: "ul",
        attributes: { class: "argmap-messages" },
        children: messages.map((message) => ({ tag: "li", attributes: {}, children: [message] })),
      };
