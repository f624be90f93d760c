/** What is shown, for whoever takes it out of the preview: as SVG, as PNG, as a tree to be laid out elsewhere. */

import type { ExploredTree } from "../../../server/core/picture/explore.ts";
import { createPicture } from "../../../server/core/picture/picture.ts";
import { createLegend } from "../../../server/core/picture/render/legend.ts";
import { pictureToSvg } from "../../../server/core/picture/render/svg.ts";
import type { TextMeasure } from "../../../server/core/picture/text/measure.ts";
import { tableFonts, tableMeasure } from "../../../server/core/picture/text/measure.ts";
import { type Colour, type Theme, themes } from "../../../server/core/picture/theme.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import type { Colours, ExportedView, ExportRequest, ExportResult } from "../../../server/protocol/previewExport.ts";
import { canvasTextMeasure } from "../picture/canvasTextMeasure.ts";
import type { SavedView } from "../state/savedView.ts";
import type { ViewOptions } from "../state/viewOptions.ts";
import { ImageTooLargeError, svgToPng, toBase64 } from "./png.ts";
import { renderTextImages } from "./textImages.ts";

/** What the page shows at this moment. */
export interface PageSnapshot {
  /** All of the map, and what exploration has left of it. */
  readonly wholeTree: Tree;
  readonly explored: ExploredTree;
  readonly viewOptions: ViewOptions;
  /** The fonts of the page, as in CSS. */
  readonly fonts: string;
  /** How wide an outline is. */
  readonly width: number;
  /** How the page would be left now, but for where the picture lies in the window. */
  readonly savedView: SavedView;
}

/** The answer to what the panel wants. */
export async function exportPicture(request: ExportRequest, snapshot: PageSnapshot): Promise<ExportResult> {
  try {
    switch (request.format) {
      case "svg":
        return {
          format: "svg",
          svg: renderPictureSvg(snapshot, resolveTheme(request.colours), tableFonts, portableMeasure),
        };
      case "png": {
        const svgText = renderPictureSvg(
          snapshot,
          resolveTheme(request.colours),
          snapshot.fonts,
          canvasTextMeasure(snapshot.fonts),
        );
        if (request.to === "clipboard") return await copyToClipboard(svgToPng(svgText, request.scale));
        return { format: "png", png: await toBase64(await svgToPng(svgText, request.scale)) };
      }
      case "shown":
        return { format: "shown", shown: toExportedView(snapshot, resolveTheme(request.colours)) };
      case "writings":
        return {
          format: "writings",
          writings: await renderTextImages(request.writings, request.scale, snapshot.fonts),
        };
      default:
        return request satisfies never;
    }
  } catch (error) {
    if (error instanceof ImageTooLargeError) return { format: "refused", because: error.message };
    return { format: "refused", because: `The picture could not be drawn: ${error}` };
  }
}

/** In a file, text is in whatever of a few fonts of the same widths a reader has; what this browser draws wider, it may, too. */
const browserMeasure = canvasTextMeasure(tableFonts);
const portableMeasure: TextMeasure = {
  width: (text, size, weight) =>
    Math.max(browserMeasure.width(text, size, weight), tableMeasure.width(text, size, weight)),
};

function renderPictureSvg(
  { explored, viewOptions, width }: PageSnapshot,
  theme: Theme,
  fonts: string,
  measure: TextMeasure,
): string {
  const { shape, direction, exploration } = viewOptions;
  const options = { shape, direction, width, hidden: explored.hidden, openTexts: exploration.openTexts };
  const builtPicture = createPicture(withoutProblems(explored.tree), measure, options);
  const legendBelow = viewOptions.legend ? createLegend(builtPicture, measure) : undefined;
  return pictureToSvg(builtPicture, theme, { fonts, dimmed: explored.dimmed, legend: legendBelow });
}

/** Without the marks of problems, which are for whoever writes. */
const withoutProblems = (tree: Tree): Tree => ({
  ...tree,
  cards: tree.cards.map((card) => ({ ...card, problems: [] })),
});

function toExportedView(
  { explored, wholeTree, viewOptions, width, savedView: left }: PageSnapshot,
  theme: Theme,
): ExportedView {
  const { shape, direction, exploration } = viewOptions;
  return {
    tree: withoutProblems(explored.tree),
    whole: withoutProblems(wholeTree),
    options: { shape, direction, width, hidden: [...explored.hidden], openTexts: [...exploration.openTexts] },
    legend: viewOptions.legend,
    dimmed: [...explored.dimmed],
    theme: { ...theme },
    left,
  };
}

/** Puts an image into the clipboard; a browser may not let a page do that. */
async function copyToClipboard(png: Promise<Blob>): Promise<ExportResult> {
  await waitForFocus();
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
    return { format: "png", png: null };
  } catch (error) {
    // What was to be copied may be what has failed.
    await png;
    const because = `This window does not let the preview copy an image (${error instanceof Error ? error.message : error}). Click into the picture and try again, or export it as a PNG file.`;
    return { format: "refused", because };
  }
}

/** Resolves when the page has the focus, which the editor is just giving to it; in the end also where it never comes. */
async function waitForFocus(): Promise<void> {
  if (document.hasFocus()) return;
  await new Promise<void>((resolve) => {
    window.addEventListener("focus", () => resolve(), { once: true });
    setTimeout(resolve, FOCUS_TIMEOUT);
    window.focus();
  });
}

/** In milliseconds: longer nobody waits for a copy. */
const FOCUS_TIMEOUT = 1000;

/** The colours of the page's style sheet as they are now, in the editor's theme; or those for print. */
function resolveTheme(source: Colours): Theme {
  if (source === "print") return themes.light;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const probe = document.body.appendChild(document.createElement("span"));
  const resolveColour = (name: Colour): string => {
    probe.style.color = `var(--${name})`;
    if (context === null) return themes.light[name];
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
  };
  const names = Object.keys(themes.light) as Colour[]; // The keys of a theme are the colours.
  const theme = Object.fromEntries(names.map((name) => [name, resolveColour(name)]));
  probe.remove();
  return { ...themes.light, ...theme };
}
