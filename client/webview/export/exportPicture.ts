/** Exports what the page shows: as SVG, as PNG, or as a tree that the server lays out for a document. */

import { addHeading } from "../../../server/core/picture/addHeading.ts";
import type { ExploredTree } from "../../../server/core/picture/explore.ts";
import type { PanelLayout } from "../../../server/core/picture/panelLayout.ts";
import { createPicture } from "../../../server/core/picture/picture.ts";
import { createLegend } from "../../../server/core/picture/render/legend.ts";
import { pictureToSvg } from "../../../server/core/picture/render/svg.ts";
import type { WeighedCards } from "../../../server/core/picture/render/weighing.ts";
import { type Color, type Theme, themes } from "../../../server/core/picture/theme.ts";
import type { TextMeasure } from "../../../server/core/picture/typesetting/measure.ts";
import { tableFonts, tableMeasure, tableWidths } from "../../../server/core/picture/typesetting/measure.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import type { Colors, ExportedView, ExportRequest, ExportResult } from "../../../server/protocol/previewExport.ts";
import type { WeighedQuestion } from "../../../server/protocol/weighing.ts";
import { messages } from "../messages/messages.ts";
import { canvasTextMeasure } from "../picture/canvasTextMeasure.ts";
import type { SavedView } from "../state/savedView.ts";
import type { ViewOptions } from "../state/viewOptions.ts";
import { ImageTooLargeError, svgToPng, toBase64 } from "./png.ts";
import { renderTextImages } from "./textImages.ts";

/** The state of the page at the time of an export. */
export interface PageSnapshot {
  readonly wholeTree: Tree;
  /** The visible part of the tree. */
  readonly explored: ExploredTree;
  readonly viewOptions: ViewOptions;
  /** The layout that the page shows. */
  readonly layout: PanelLayout;
  /** The shown marks of the weighing. */
  readonly weighed: WeighedCards;
  /** What is weighed, if anything. */
  readonly weighing: WeighedQuestion | undefined;
  /** The fonts of the page, as CSS names them. */
  readonly fonts: string;
  /** The width of an outline, in pixels. */
  readonly width: number;
  /** The view to store in the export, without pan and zoom. */
  readonly savedView: SavedView;
}

/**
 * Runs an export. Refuses if the image is too large or the clipboard is not accessible; throws if the browser fails to draw.
 */
export async function exportPicture(request: ExportRequest, snapshot: PageSnapshot): Promise<ExportResult> {
  try {
    switch (request.format) {
      case "svg":
        return {
          format: "svg",
          svg: renderPictureSvg(snapshot, request, {
            fonts: tableFonts,
            measure: portableMeasure,
            widths: portableWidths,
          }),
        };
      case "png": {
        const measure = canvasTextMeasure(snapshot.fonts);
        const svgText = renderPictureSvg(snapshot, request, {
          fonts: snapshot.fonts,
          measure,
          widths: measure,
        });
        const png = svgToPng(svgText, request.scale);
        return request.destination === "clipboard"
          ? await copyToClipboard(png)
          : { format: "png", png: await toBase64(await png) };
      }
      case "view":
        return { format: "view", view: toExportedView(snapshot, request), weighing: snapshot.weighing };
      case "textImages":
        return {
          format: "textImages",
          images: await renderTextImages(request.texts, request.scale, snapshot.fonts),
        };
      default:
        return request satisfies never;
    }
  } catch (error) {
    if (error instanceof ImageTooLargeError) return { format: "failed", message: error.message };
    throw error;
  }
}

/**
 * The measure for SVG files, which name a few fonts of equal widths. The reader's browser may choose any of them, so each
 * text gets the larger of this browser's width and the table's.
 */
const browserMeasure = canvasTextMeasure(tableFonts);
const widestOf = (one: TextMeasure, other: TextMeasure): TextMeasure => ({
  width: (text, size, weight, typeface) =>
    Math.max(one.width(text, size, weight, typeface), other.width(text, size, weight, typeface)),
});
const portableMeasure = widestOf(browserMeasure, tableMeasure);
const portableWidths = widestOf(browserMeasure, tableWidths);

interface Typesetting {
  /** The fonts as CSS names them. */
  readonly fonts: string;
  /** Measures the room for text. */
  readonly measure: TextMeasure;
  /** Measures text as it is set. */
  readonly widths: TextMeasure;
}

/** A request for the picture itself. */
type PictureRequest = Pick<Extract<ExportRequest, { readonly format: "svg" }>, "colors" | "title" | "legend">;

function renderPictureSvg(
  { explored, viewOptions, layout, width, weighed }: PageSnapshot,
  { colors, title = true, legend = viewOptions.legend }: PictureRequest,
  { fonts, measure, widths }: Typesetting,
): string {
  const { openTexts } = viewOptions.exploration;
  const options = { ...layout, width, hidden: explored.hidden, openTexts };
  const cardPicture = createPicture(withoutProblems(explored.tree), measure, options);
  const builtPicture = title ? addHeading(cardPicture, explored.tree, measure) : cardPicture;
  const legendBelow = legend ? createLegend(builtPicture, measure, weighed) : undefined;
  const theme = resolveTheme(colors);
  const { dimmed } = explored;
  return pictureToSvg(builtPicture, theme, { fonts, widths, dimmed, weighed, measure, legend: legendBelow });
}

/** Problems are for the author of a map, not for the readers of an export. */
const withoutProblems = (tree: Tree): Tree => ({
  ...tree,
  cards: tree.cards.map((card) => ({ ...card, problems: [] })),
});

function toExportedView(
  { explored, wholeTree, viewOptions, layout, width, weighed, savedView }: PageSnapshot,
  { colors, title = true, legend = viewOptions.legend }: PictureRequest,
): ExportedView {
  const { openTexts } = viewOptions.exploration;
  return {
    tree: withoutProblems(explored.tree),
    wholeTree: withoutProblems(wholeTree),
    options: {
      ...layout,
      columnStarts: [...layout.columnStarts],
      width,
      hidden: [...explored.hidden],
      openTexts: [...openTexts],
    },
    legend,
    weighed: explored.tree.cards.flatMap(({ id }) => {
      const [mark, lineWeight] = [weighed.marks.get(id), weighed.lineWeights.get(id)];
      if (mark === undefined && lineWeight === undefined) return [];
      const { standing, badge, isLikelihood, likelihood } = mark ?? {};
      return [
        {
          card: id,
          ...(standing !== undefined && { mark: { standing, badge, isLikelihood: isLikelihood === true, likelihood } }),
          ...(lineWeight !== undefined && { lineWeight }),
        },
      ];
    }),
    title,
    dimmed: [...explored.dimmed],
    theme: { ...resolveTheme(colors) },
    savedView: { ...savedView, legend },
  };
}

/** Copies an image to the clipboard. Refuses if the browser denies access; throws if the image cannot be drawn. */
async function copyToClipboard(png: Promise<Blob>): Promise<ExportResult> {
  await waitForFocus();
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
    return { format: "png", png: null };
  } catch (error) {
    // `write` also fails if the image does; this throws that error.
    await png;
    const reason = `${error instanceof Error ? error.message : error}`.replace(/\.$/, "");
    const message = messages.exporting.noClipboard(reason);
    return { format: "failed", message };
  }
}

/** Resolves when the page has the focus, without which the clipboard is not accessible, or after a timeout. */
async function waitForFocus(): Promise<void> {
  if (document.hasFocus()) return;
  await new Promise<void>((resolve) => {
    window.addEventListener("focus", () => resolve(), { once: true });
    setTimeout(resolve, FOCUS_TIMEOUT);
    window.focus();
  });
}

/** In milliseconds. The panel has just requested the focus, so it normally arrives at once. */
const FOCUS_TIMEOUT = 1000;

/** Returns the current colors of the page, which follow the editor's theme, or the colors for print. */
function resolveTheme(source: Colors): Theme {
  if (source === "print") return themes.light;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const probe = document.body.appendChild(document.createElement("span"));
  const resolveColor = (name: Color): string => {
    probe.style.color = `var(--${name})`;
    if (context === null) return themes.light[name];
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
  };
  const names = Object.keys(themes.light) as Color[]; // `Object.keys` loses the type of the keys.
  const theme = Object.fromEntries(names.map((name) => [name, resolveColor(name)]));
  probe.remove();
  return { ...themes.light, ...theme };
}
