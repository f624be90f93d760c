/** Makes the file of a picture. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { legend } from "../core/picture/render/legend.ts";
import { type Theme, themes } from "../core/picture/theme.ts";
import type { Tree } from "../core/tree/tree.ts";
import type { FileWanted, Shown, Written } from "../protocol/export.ts";
import { html } from "./html.ts";
import { fontFolders } from "./pdf/fontFiles.ts";
import { fontsFor, shippedFamily } from "./pdf/fonts.ts";
import { outlineWidth, type Pages, pdf } from "./pdf/pdf.ts";
import { type Image, keyOf, unwritten, type Writing } from "./pdf/pdfPainter.ts";
import { fontMeasure } from "./pdf/textRuns.ts";
import { drawn } from "./pictureShapes.ts";
import { laidOut, svgOf } from "./renderSvg.ts";

/** There can be no such file; the message says why, and what to do. */
export class Refused extends Error {}

export interface Means {
  /** The folder with the built page and the fonts: `dist`. */
  readonly assets: string;
  /** Folders with fonts, beside those of this computer. */
  readonly fonts: readonly string[];
  /** Draws what no font has, so many pixels for each of the picture; undefined where nobody can. */
  readonly draw: ((writings: readonly Writing[], scale: number) => Promise<readonly Written[]>) | undefined;
}

/** Pixels of an image for each of the picture: 300 to the inch, where the picture has 96. */
const imageScale = 300 / 96;

/** The bytes of a file of what is shown. Throws {@link Refused}. */
export async function make(shown: Shown, file: FileWanted, means: Means): Promise<Uint8Array> {
  const theme = themeOf(shown);
  switch (file.format) {
    case "svg":
      return encoded(svgOf(shown, theme));
    case "html": {
      const [script, style] = await Promise.all(
        ["page.js", "page.css"].map((name) => readFile(join(means.assets, "webview", name), "utf8")),
      );
      return encoded(html({ script: script ?? "", style: style ?? "", tree: shown.whole, left: shown.left }));
    }
    case "pdf": {
      const family = (weight: string): string => join(means.assets, "export", `Inter-${weight}.ttf`);
      const shipped = shippedFamily(family("Regular"), family("SemiBold"));
      const fonts = fontsFor(textsOf(shown.tree), shipped, [...means.fonts, ...fontFolders()]);
      const measure = fontMeasure(fonts);
      const made = laidOut(forPaper(shown, file.pages), measure);
      const below = shown.legend ? legend(made, measure) : undefined;
      const drawing = drawn(made, new Set(shown.dimmed), below);
      const images = await imagesOf(unwritten(drawing.shapes, theme, fonts), means);
      return pdf(drawing, { theme, fonts, images }, file.pages);
    }
    default:
      return file satisfies never;
  }
}

/** The colours given, on those of print where one is missing. */
const themeOf = ({ theme }: Shown): Theme => ({ ...themes.light, ...theme });

/** An outline is as wide as the sheet that it goes to. */
const forPaper = (shown: Shown, paging: Pages): Shown =>
  paging === "one" ? shown : { ...shown, options: { ...shown.options, width: outlineWidth(paging) } };

/** All that may be written of a tree, and what pictures say by themselves. */
function textsOf(tree: Tree): readonly string[] {
  const texts = ["↗✓✗−—❝"];
  JSON.stringify(tree, (_, value: unknown) => {
    if (typeof value === "string") texts.push(value);
    return value;
  });
  return texts;
}

async function imagesOf(writings: readonly Writing[], { draw }: Means): Promise<ReadonlyMap<string, Image>> {
  if (writings.length === 0) return new Map();
  if (draw === undefined) throw new Refused(lackingFont(writings));
  const drawn = await draw(writings, imageScale);
  return new Map(
    writings.flatMap((writing, index) => {
      const image = drawn[index];
      return image === undefined
        ? []
        : [[keyOf(writing), { ...image, png: Buffer.from(image.png, "base64") }] as const];
    }),
  );
}

function lackingFont(writings: readonly Writing[]): string {
  const characters = [...new Set(writings.flatMap(({ text }) => [...text]))].slice(0, 12).join(" ");
  return `No font on this computer has ${characters}. Install one, for example of the family Noto, name a folder that has one (--fonts), or export from the preview, which draws such text as an image.`;
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
