/** Exports a picture as SVG, PNG, HTML or PDF. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addHeading } from "../core/picture/addHeading.ts";
import type { Box } from "../core/picture/geometry/box.ts";
import type { Picture } from "../core/picture/model.ts";
import { drawPicture } from "../core/picture/render/draw.ts";
import { createLegend } from "../core/picture/render/legend.ts";
import { cachedMeasure } from "../core/picture/typesetting/measure.ts";
import { pictureWords } from "../core/picture/words/languages.ts";
import type { Tree } from "../core/tree/tree.ts";
import type { ExportedView, FileFormat, TextImage, UnsupportedText } from "../protocol/export.ts";
import { htmlFile } from "./html.ts";
import { fontFolders } from "./pdf/fontFiles.ts";
import { fontsFor, shippedFamily } from "./pdf/fonts.ts";
import { type PageFormat, pdf } from "./pdf/pdf.ts";
import { type EmbeddedImage, imageKey, textWithoutGlyphs } from "./pdf/pdfPainter.ts";
import { outlineWidth } from "./pdf/sheets/outlineSheets.ts";
import { fontMeasure } from "./pdf/textRuns.ts";
import { pictureShapes } from "./pictureShapes.ts";
import { layoutView, renderSvg, themeOf, weighedCards } from "./renderSvg.ts";

/** The export is not possible as it is; the message says why, and what the user can do. */
export class ExportRefusal extends Error {}

/** The dependencies of an export on its environment. */
export interface ExportResources {
  /** The folder with the built page and the fonts: `dist`. */
  readonly assets: string;
  /** Folders with fonts, in addition to those of the system. */
  readonly fonts: readonly string[];
  /** Renders texts without a font as images, with `scale` image pixels for each pixel of the picture; undefined if the environment cannot. */
  readonly renderTexts:
    | ((texts: readonly UnsupportedText[], scale: number) => Promise<readonly TextImage[]>)
    | undefined;
}

/** Image pixels for each pixel of the picture: 300 dpi, where the picture has 96. */
const imageScale = 300 / 96;

/** Returns the content of the exported file. Throws {@link ExportRefusal}. */
export async function exportFile(
  view: ExportedView,
  file: FileFormat,
  resources: ExportResources,
): Promise<Uint8Array> {
  const theme = themeOf(view);
  switch (file.format) {
    case "svg":
      return encode(renderSvg(view, theme));
    case "html":
      return encode(await htmlFile(view, (name) => readFile(join(resources.assets, "webview", name), "utf8")));
    case "png": {
      const { drawing, fonts } = typeset(view, resources, view.title);
      const [missing] = textWithoutGlyphs(drawing.shapes, theme, fonts);
      if (missing !== undefined) throw new ExportRefusal(missingFontMessage([missing]));
      assertFitsPng(drawing.bounds, file.scale);
      const { renderPng } = await import("./png/renderPng.ts");
      const wasm = await readFile(join(resources.assets, "server", "resvg.wasm"));
      return renderPng(drawing, { theme, fonts }, file.scale, wasm);
    }
    case "pdf": {
      const { pages } = file;
      const paperView = forPaper(view, pages);
      // On sheets, the title is in the header.
      const { drawing, fonts, legend, measure } = typeset(paperView, resources, view.title && pages === "one");
      const images = await renderImages(textWithoutGlyphs(drawing.shapes, theme, fonts), resources);
      const [dimmed, weighed] = [new Set(view.dimmed), weighedCards(view)];
      const layOut = (tree: Tree): Picture => layoutView({ ...paperView, tree }, measure);
      const draw = (part: Picture) => drawPicture(part, dimmed, weighed, measure);
      const printed = { tree: view.tree, drawing, legend, draw, layOut };
      return pdf(printed, { theme, fonts, images }, pages, view.title);
    }
    default:
      return file satisfies never;
  }
}

/** Lays out a view with the fonts that are embedded or drawn, and draws it. */
function typeset(view: ExportedView, { assets, fonts: folders }: ExportResources, hasHeading: boolean) {
  const fontPath = (weight: string): string => join(assets, "export", `Inter-${weight}.ttf`);
  const shipped = shippedFamily(fontPath("Regular"), fontPath("SemiBold"));
  const fonts = fontsFor(textsOf(view.tree), shipped, [...folders, ...fontFolders()]);
  const measure = cachedMeasure(fontMeasure(fonts));
  const cardPicture = layoutView(view, measure);
  const picture = hasHeading ? addHeading(cardPicture, view.tree, measure) : cardPicture;
  const weighed = weighedCards(view);
  const legend = view.legend ? createLegend(picture, measure, weighed) : undefined;
  const drawing = pictureShapes(picture, new Set(view.dimmed), legend, weighed, measure);
  return { drawing, fonts, legend, measure };
}

/** The longest side of an image in pixels, as in browsers. */
const MAX_SIDE = 16_384;
/** The most pixels of an image: each takes four bytes, and drawing takes a few copies. */
const MAX_PIXELS = 134_217_728;

/** Throws {@link ExportRefusal} if an image would be larger than programs can show. */
function assertFitsPng({ width, height }: Box, scale: number): void {
  const largest = Math.min(MAX_SIDE / Math.max(width, height), Math.sqrt(MAX_PIXELS / (width * height)));
  if (scale <= largest) return;
  const size = [width, height].map((side) => Math.ceil(side * scale).toLocaleString("en")).join(" × ");
  const suggested = Math.floor(largest * 100) / 100;
  const advice =
    suggested >= 0.1 ? `Choose a scale of at most ${suggested}` : "Show less of the map, or export it as PDF";
  throw new ExportRefusal(`The image would have ${size} pixels, which is too large. ${advice}.`);
}

/** Returns the view with an outline as wide as the sheet. */
const forPaper = (view: ExportedView, pageFormat: PageFormat): ExportedView =>
  pageFormat === "one" ? view : { ...view, options: { ...view.options, width: outlineWidth(pageFormat) } };

/** Returns all texts that a picture of the tree may contain, including its symbols. */
function textsOf(tree: Tree): readonly string[] {
  const texts = ["↗✓✗−—❝×≈→"];
  JSON.stringify([tree, pictureWords(tree.language)], (_, value: unknown) => {
    if (typeof value === "string") texts.push(value);
    return value;
  });
  return texts;
}

async function renderImages(
  texts: readonly UnsupportedText[],
  { renderTexts }: ExportResources,
): Promise<ReadonlyMap<string, EmbeddedImage>> {
  if (texts.length === 0) return new Map();
  if (renderTexts === undefined) throw new ExportRefusal(missingFontMessage(texts));
  const images = await renderTexts(texts, imageScale);
  return new Map(
    texts.flatMap((text, index) => {
      const image = images[index];
      return image === undefined
        ? []
        : [[imageKey(text), { ...image, png: Buffer.from(image.png, "base64") }] as const];
    }),
  );
}

function missingFontMessage(texts: readonly UnsupportedText[]): string {
  const characters = [...new Set(texts.flatMap(({ text }) => [...text]))].slice(0, 12).join(" ");
  return `No installed font supports ${characters}. Install one, such as a Noto font, or name its folder with --fonts. You can also export from the preview, which draws such text as an image.`;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
