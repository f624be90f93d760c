/** Fonts for scripts that a machine may lack, so that pictures to look at show real glyphs on all of them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { arabicFont, chineseFont } from "../makeExport.ts";

interface Font {
  readonly family: string;
  readonly path: string;
  readonly weight: string;
  /** As in CSS; for all else the page's own fonts are taken. */
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
 * Gives a page the fonts, before all others for the characters that are theirs. Handed over as bytes, as the policy of the
 * page lets it load none.
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

/** The letters of all texts in the picture that are drawn as the box which stands for what no font has. */
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
    // Not assigned to any character, and never to be.
    const missingGlyph = glyphPixels("\u{5fffe}");
    const texts = [...document.querySelectorAll(".picture text")].map(({ textContent }) => textContent ?? "");
    const letters = new Set(texts.join("").match(/\p{Letter}/gu));
    return [...letters].filter((letter) => glyphPixels(letter) === missingGlyph);
  });
