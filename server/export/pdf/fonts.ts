/** Chooses a font for each character: the shipped one, or a system font for scripts that the shipped one lacks. */
import { readFileSync } from "node:fs";
import { create, type Font, type FontCollection } from "fontkit";
import type { Weight } from "../../core/picture/typesetting/measure.ts";
import { graphemes } from "../../core/strings/graphemes.ts";
import { boldNames, fontFiles } from "./fontFiles.ts";

/** A font in one weight. */
export interface FontFace {
  /** Unique within a font set. */
  readonly key: string;
  readonly font: Font;
  /** Whether the font is part of Argmap. */
  readonly isShipped: boolean;
}

/** A family with both weights, which may be the same face. */
type FontFamily = Readonly<Record<Weight, FontFace>>;

/** The fonts of a document. */
export interface FontSet {
  /** Returns the face for a grapheme; undefined if no font supports it. */
  faceFor(character: string, weight: Weight): FontFace | undefined;
}

/** Characters that are invisible, or that only modify the appearance of their neighbor. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\s]/u;

/**
 * Returns fonts for all characters of some texts. Characters that `shipped` lacks are searched for in the font files in
 * `folders`, which are read only if necessary.
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
      // Reading outlines makes fontkit lose the code points of glyphs, so the font is opened again for use.
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

/** Opens the shipped family from its two files. Throws if they cannot be read. */
export function shippedFamily(regular: string, semibold: string): FontFamily {
  const [regularFont, semiboldFont] = [openFonts(regular)[0], openFonts(semibold)[0]].map(
    (font) => font && withoutLigatures(font),
  );
  if (regularFont === undefined || semiboldFont === undefined)
    throw new Error(`Font file is missing or damaged: ${regular}`);
  return {
    400: { key: regular, font: regularFont, isShipped: true },
    600: { key: semibold, font: semiboldFont, isShipped: true },
  };
}

/** Turns off ligatures: the shipped font would show `->` as an arrow. */
function withoutLigatures(font: Font): Font {
  const layout = font.layout.bind(font);
  font.layout = (text) => layout(text, { calt: false, liga: false });
  return font;
}

/** Returns the fonts in a file that can be embedded in a PDF; empty if the file cannot be read. */
function openFonts(file: string): readonly Font[] {
  try {
    const opened = create(readFileSync(file));
    return (isCollection(opened) ? opened.fonts : [opened]).filter(isUsable);
  } catch {
    return [];
  }
}

const isCollection = (opened: Font | FontCollection): opened is FontCollection => "fonts" in opened;

/** Whether a font can be embedded: it has TrueType or CFF outlines, no bitmaps, no variation axes, and a permissive license flag. */
function isUsable(font: Font): boolean {
  // The library's types lack the table directory and the details of OS/2.
  const { directory } = font as unknown as {
    readonly directory: { readonly tables: Readonly<Record<string, unknown>> };
  };
  const has = (table: string): boolean => table in directory.tables;
  if (!(has("glyf") || has("CFF ")) || has("CBDT") || has("sbix") || has("fvar")) return false;
  const { fsType } = font["OS/2"] as unknown as { readonly fsType?: { readonly noEmbedding?: boolean } };
  return fsType?.noEmbedding !== true;
}

/** Whether a font has glyphs for all visible code points of a grapheme. */
const hasGlyphs = (font: Font, character: string): boolean =>
  [...character].every((one) => invisible.test(one) || font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0));

/** Whether a font has non-empty outlines for all visible code points of a grapheme. */
const hasOutlines = (font: Font, character: string): boolean =>
  hasGlyphs(font, character) &&
  [...character].every(
    (one) => invisible.test(one) || font.glyphForCodePoint(one.codePointAt(0) ?? 0).path.commands.length > 0,
  );

/** Returns the font in a collection that suits these characters best. */
const preferredFont = (fonts: readonly Font[], characters: ReadonlySet<string>): Font | undefined =>
  [...fonts].sort((a, b) => preference(a, characters) - preference(b, characters))[0];

/** Ranks a font, lower is better. Collections have a font for each regional variant of Chinese characters. */
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

/** Returns the bold face of a family, from the same file or a file beside it; the plain font if there is none. */
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
