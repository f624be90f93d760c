/** Exports a picture as SVG, HTML or PDF. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addHeading } from "../core/picture/addHeading.ts";
import type { Picture } from "../core/picture/model.ts";
import { drawPicture } from "../core/picture/render/draw.ts";
import { createLegend } from "../core/picture/render/legend.ts";
import { type Theme, themes } from "../core/picture/theme.ts";
import { cachedMeasure } from "../core/picture/typesetting/measure.ts";
import { pictureWords } from "../core/picture/words/languages.ts";
import { messagesScript } from "../core/strings/displayLanguage.ts";
import type { Tree } from "../core/tree/tree.ts";
import type { ExportedView, FileFormat, TextImage, UnsupportedText } from "../protocol/export.ts";
import { standaloneHtml } from "./html.ts";
import { fontFolders } from "./pdf/fontFiles.ts";
import { fontsFor, shippedFamily } from "./pdf/fonts.ts";
import { type PageFormat, pdf } from "./pdf/pdf.ts";
import { type EmbeddedImage, imageKey, textWithoutGlyphs } from "./pdf/pdfPainter.ts";
import { outlineWidth } from "./pdf/sheets/outlineSheets.ts";
import { fontMeasure } from "./pdf/textRuns.ts";
import { pictureShapes } from "./pictureShapes.ts";
import { layoutView, renderSvg, weighedCards } from "./renderSvg.ts";

/** No font has the characters of a text; the message says what the user can do. */
export class MissingGlyphsError extends Error {}

/** What an export needs from its environment. */
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

/** Returns the content of the exported file. Throws {@link MissingGlyphsError}. */
export async function exportFile(
  view: ExportedView,
  file: FileFormat,
  resources: ExportResources,
): Promise<Uint8Array> {
  const theme = themeOf(view);
  switch (file.format) {
    case "svg":
      return encode(renderSvg(view, theme));
    case "html": {
      const { wholeTree: tree, savedView, title: hasHeading } = view;
      const read = (name: string): Promise<string> => readFile(join(resources.assets, "webview", name), "utf8");
      const messages = messagesScript(tree.language ?? "");
      const [style, ...scripts] = await Promise.all(
        ["page.css", ...(messages === undefined ? [] : [messages]), "page.js"].map(read),
      );
      return encode(standaloneHtml({ scripts, style: style ?? "", tree, savedView, hasHeading }));
    }
    case "pdf": {
      const fontPath = (weight: string): string => join(resources.assets, "export", `Inter-${weight}.ttf`);
      const shipped = shippedFamily(fontPath("Regular"), fontPath("SemiBold"));
      const fonts = fontsFor(textsOf(view.tree), shipped, [...resources.fonts, ...fontFolders()]);
      const measure = cachedMeasure(fontMeasure(fonts));
      const paperView = forPaper(view, file.pages);
      const cardPicture = layoutView(paperView, measure);
      // On sheets, the title is in the header.
      const hasHeading = view.title && file.pages === "one";
      const picture = hasHeading ? addHeading(cardPicture, view.tree, measure) : cardPicture;
      const weighed = weighedCards(view);
      const legend = view.legend ? createLegend(picture, measure, weighed) : undefined;
      const dimmed = new Set(view.dimmed);
      const drawing = pictureShapes(picture, dimmed, legend, weighed, measure);
      const images = await renderImages(textWithoutGlyphs(drawing.shapes, theme, fonts), resources);
      const layOut = (tree: Tree): Picture => layoutView({ ...paperView, tree }, measure);
      const draw = (part: Picture) => drawPicture(part, dimmed, weighed, measure);
      const printed = { tree: view.tree, drawing, legend, draw, layOut };
      return pdf(printed, { theme, fonts, images }, file.pages, view.title);
    }
    default:
      return file satisfies never;
  }
}

/** Returns the theme of the view. Missing colors are those of the light theme, which is used for print. */
const themeOf = ({ theme }: ExportedView): Theme => ({ ...themes.light, ...theme });

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
  if (renderTexts === undefined) throw new MissingGlyphsError(missingFontMessage(texts));
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
