/** Which font writes which character: the shipped one, or one of this computer for scripts that it lacks. */
import { readFileSync } from "node:fs";
import { create, type Font, type FontCollection } from "fontkit";
import { graphemes } from "../../core/picture/text/graphemes.ts";
import type { Weight } from "../../core/picture/text/measure.ts";
import { boldNames, fontFiles } from "./fontFiles.ts";

/** A font in one weight. */
export interface FontFace {
  /** Tells faces apart within one set of fonts. */
  readonly key: string;
  readonly font: Font;
  /** Whether it came with the program. */
  readonly isShipped: boolean;
}

/** A family: the same characters in both weights, where it has two. */
type FontFamily = Readonly<Record<Weight, FontFace>>;

export interface FontSet {
  /** The face for a character as readers count them; undefined where no font has it. */
  faceFor(character: string, weight: Weight): FontFace | undefined;
}

/** What is never seen, or only says how its neighbour looks. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\s]/u;

/**
 * Fonts for all characters of some texts. Those that `shipped` lacks are looked for in the font files below `folders`;
 * that takes as long as it takes to read them, and is left out where nothing is lacking.
 */
export function fontsFor(texts: Iterable<string>, shipped: FontFamily, folders: readonly string[]): FontSet {
  const missing = new Set<string>();
  for (const text of texts) {
    for (const character of graphemes(text)) if (!hasGlyphs(shipped[400].font, character)) missing.add(character);
  }
  const families = new Map<string, FontFamily>();
  if (missing.size > 0) {
    for (const file of fontFiles(folders)) {
      if (missing.size === 0) break;
      const candidate = preferredFont(openFonts(file), missing);
      const covered =
        candidate === undefined ? [] : [...missing].filter((character) => hasOutlines(candidate, character));
      if (covered.length === 0) continue;
      // To look at outlines makes a font forget what its glyphs stand for: one that has not been looked at is used.
      const fonts = openFonts(file);
      const font = preferredFont(fonts, missing);
      if (font === undefined) continue;
      const family = { 400: { key: file, font, isShipped: false }, 600: boldOf(file, font, fonts, covered) };
      for (const character of covered) {
        families.set(character, family);
        missing.delete(character);
      }
    }
  }
  return {
    faceFor: (character, weight) =>
      (families.get(character) ?? (hasGlyphs(shipped[400].font, character) ? shipped : undefined))?.[weight],
  };
}

/** The shipped family, from its two files. Throws where they cannot be read. */
export function shippedFamily(regular: string, semibold: string): FontFamily {
  const [regularFont, semiboldFont] = [openFonts(regular)[0], openFonts(semibold)[0]].map(
    (font) => font && withoutLigatures(font),
  );
  if (regularFont === undefined || semiboldFont === undefined)
    throw new Error(`The fonts of the pictures are missing: ${regular}`);
  return {
    400: { key: regular, font: regularFont, isShipped: true },
    600: { key: semibold, font: semiboldFont, isShipped: true },
  };
}

/** The shipped font would make an arrow of `->`, but what is written stays as it is written. */
function withoutLigatures(font: Font): Font {
  const layout = font.layout.bind(font);
  font.layout = (text) => layout(text, { calt: false, liga: false });
  return font;
}

/** The fonts in a file that can go into a PDF; none where it cannot be read. */
function openFonts(file: string): readonly Font[] {
  try {
    const opened = create(readFileSync(file));
    return (isCollection(opened) ? opened.fonts : [opened]).filter(isUsable);
  } catch {
    return [];
  }
}

const isCollection = (opened: Font | FontCollection): opened is FontCollection => "fonts" in opened;

/** Outlines of the one kind that is embedded as it is: no pictures, no axes; and its maker allows it. */
function isUsable(font: Font): boolean {
  // The directory of tables is not in the types of the library.
  const { directory } = font as unknown as {
    readonly directory: { readonly tables: Readonly<Record<string, unknown>> };
  };
  const has = (table: string): boolean => table in directory.tables;
  if (!(has("glyf") || has("CFF ")) || has("CBDT") || has("sbix") || has("fvar")) return false;
  const { fsType } = font["OS/2"] as unknown as { readonly fsType?: { readonly noEmbedding?: boolean } };
  return fsType?.noEmbedding !== true;
}

/** Whether a font has all that is seen of a character. */
const hasGlyphs = (font: Font, character: string): boolean =>
  [...character].every((one) => invisible.test(one) || font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0));

/** Whether it has that as outlines, and not as empty ones. */
const hasOutlines = (font: Font, character: string): boolean =>
  hasGlyphs(font, character) &&
  [...character].every(
    (one) => invisible.test(one) || font.glyphForCodePoint(one.codePointAt(0) ?? 0).path.commands.length > 0,
  );

/** Of the fonts in one file, the one for these characters. */
const preferredFont = (fonts: readonly Font[], characters: ReadonlySet<string>): Font | undefined =>
  [...fonts].sort((a, b) => preference(a, characters) - preference(b, characters))[0];

/** Collections hold a font for each country that writes Chinese characters in a way of its own. */
function preference({ postscriptName, subfamilyName }: Font, characters: ReadonlySet<string>): number {
  const text = [...characters].join("");
  const country = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
    ? /JP|Hiragino/i
    : /\p{Script=Hangul}/u.test(text)
      ? /KR/i
      : /SC|GB|CN/;
  const plain = /^(regular|normal|book|w3)$/i.test(subfamilyName) ? 0 : 2;
  return (country.test(postscriptName) ? 0 : 1) + plain + (/mono/i.test(postscriptName) ? 4 : 0);
}

/** The same family in bold, from the same file or the one beside it; the plain one where there is none. */
function boldOf(file: string, plain: Font, fonts: readonly Font[], characters: readonly string[]): FontFace {
  const isBold = ({ familyName, subfamilyName }: Font): boolean =>
    familyName === plain.familyName && /^(semibold|demibold|bold|w6)$/i.test(subfamilyName);
  const coversAll = (font: Font): boolean => characters.every((character) => hasGlyphs(font, character));
  const inSameFile = fonts.find((font) => isBold(font) && coversAll(font));
  if (inSameFile !== undefined) return { key: `${file} bold`, font: inSameFile, isShipped: false };
  for (const name of boldNames(file)) {
    const font = openFonts(name).find(coversAll);
    if (font !== undefined) return { key: name, font, isShipped: false };
  }
  return { key: file, font: plain, isShipped: false };
}
