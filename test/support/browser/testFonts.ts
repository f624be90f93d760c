/** Fonts for scripts that a machine may lack, so that screenshots show real glyphs on every machine. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { arabicFont, chineseFont } from "../programs/makeExport.ts";

interface Font {
  readonly family: string;
  readonly path: string;
  readonly weight: string;
  /** A CSS `unicode-range`. The page's own fonts draw all other characters. */
  readonly range: string;
}

const hanRange = "U+2E80-9FFF, U+F900-FAFF, U+FF00-FFEF";
const arabicRange = "U+0600-06FF, U+0750-077F, U+FB50-FDFF, U+FE70-FEFC";
const arabicFile = (weight: number): string => join(arabicFont, `noto-sans-arabic-arabic-${weight}-normal.woff2`);
const fonts: readonly Font[] = [
  {
    family: "Test Han",
    path: join(chineseFont, "400Regular/ZCOOLXiaoWei_400Regular.ttf"),
    weight: "400",
    range: hanRange,
  },
  { family: "Test Arabic", path: arabicFile(400), weight: "400", range: arabicRange },
  { family: "Test Arabic", path: arabicFile(600), weight: "600", range: arabicRange },
];

/**
 * Adds the fonts to a page, in front of its own. They are passed as bytes, because the page's content security policy allows
 * no font files.
 */
export async function loadFonts(page: Page): Promise<void> {
  const fontFiles = fonts.map(({ path, ...font }) => ({ ...font, data: readFileSync(path).toString("base64") }));
  await page.evaluate(async (fontFiles) => {
    for (const { family, data, weight, range } of fontFiles) {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      const face = new FontFace(family, bytes.buffer, { weight, unicodeRange: range });
      document.fonts.add(await face.load());
    }
    const pageFonts = getComputedStyle(document.body).fontFamily;
    const families = [...new Set(fontFiles.map(({ family }) => `"${family}"`)), pageFonts];
    document.documentElement.style.setProperty("--vscode-font-family", families.join(", "));
  }, fontFiles);
}

/** Returns the letters in the picture that no font has, which the browser draws as a box. */
export const missingLetters = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 40;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) return ["no canvas"];
    context.font = `24px ${getComputedStyle(document.body).fontFamily}`;
    const glyphPixels = (letter: string): string => {
      context.clearRect(0, 0, 40, 40);
      context.fillText(letter, 8, 30);
      return context.getImageData(0, 0, 40, 40).data.join();
    };
    // A noncharacter: Unicode never assigns it, so no font has it.
    const missingGlyph = glyphPixels("\u{5fffe}");
    const texts = [...document.querySelectorAll(".picture text")].map(({ textContent }) => textContent ?? "");
    const letters = new Set(texts.join("").match(/\p{Letter}/gu));
    return [...letters].filter((letter) => glyphPixels(letter) === missingGlyph);
  });
