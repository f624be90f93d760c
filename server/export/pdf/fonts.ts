/** Which font writes which character: the shipped one, or one of this computer for scripts that it lacks. */
import { readFileSync } from "node:fs";
import { create, type Font, type FontCollection } from "fontkit";
import { graphemes } from "../../core/picture/text/graphemes.ts";
import type { Weight } from "../../core/picture/text/measure.ts";
import { boldNames, fontFiles } from "./fontFiles.ts";

/** A font in one weight. */
export interface Face {
  /** Tells faces apart within one set of fonts. */
  readonly key: string;
  readonly font: Font;
  /** Whether it came with the program. */
  readonly shipped: boolean;
}

/** A family: the same characters in both weights, where it has two. */
type Family = Readonly<Record<Weight, Face>>;

export interface Fonts {
  /** The face for a character as readers count them; undefined where no font has it. */
  faceFor(character: string, weight: Weight): Face | undefined;
}

/** What is never seen, or only says how its neighbour looks. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}\s]/u;

/**
 * Fonts for all characters of some texts. Those that `shipped` lacks are looked for in the font files below `folders`;
 * that takes as long as it takes to read them, and is left out where nothing is lacking.
 */
export function fontsFor(texts: Iterable<string>, shipped: Family, folders: readonly string[]): Fonts {
  const lacking = new Set<string>();
  for (const text of texts) {
    for (const character of graphemes(text)) if (!writes(shipped[400].font, character)) lacking.add(character);
  }
  const families = new Map<string, Family>();
  if (lacking.size > 0) {
    for (const file of fontFiles(folders)) {
      if (lacking.size === 0) break;
      const probed = chosen(open(file), lacking);
      const has = probed === undefined ? [] : [...lacking].filter((character) => draws(probed, character));
      if (has.length === 0) continue;
      // To look at outlines makes a font forget what its glyphs stand for: one that has not been looked at is used.
      const fonts = open(file);
      const font = chosen(fonts, lacking);
      if (font === undefined) continue;
      const family = { 400: { key: file, font, shipped: false }, 600: boldOf(file, font, fonts, has) };
      for (const character of has) {
        families.set(character, family);
        lacking.delete(character);
      }
    }
  }
  return {
    faceFor: (character, weight) =>
      (families.get(character) ?? (writes(shipped[400].font, character) ? shipped : undefined))?.[weight],
  };
}

/** The shipped family, from its two files. Throws where they cannot be read. */
export function shippedFamily(regular: string, semibold: string): Family {
  const [one, other] = [open(regular)[0], open(semibold)[0]].map((font) => font && literal(font));
  if (one === undefined || other === undefined) throw new Error(`The fonts of the pictures are missing: ${regular}`);
  return {
    400: { key: regular, font: one, shipped: true },
    600: { key: semibold, font: other, shipped: true },
  };
}

/** The shipped font would make an arrow of `->`, but what is written stays as it is written. */
function literal(font: Font): Font {
  const layout = font.layout.bind(font);
  font.layout = (text) => layout(text, { calt: false, liga: false });
  return font;
}

/** The fonts in a file that can go into a PDF; none where it cannot be read. */
function open(file: string): readonly Font[] {
  try {
    const made = create(readFileSync(file));
    return (isCollection(made) ? made.fonts : [made]).filter(isUsable);
  } catch {
    return [];
  }
}

const isCollection = (made: Font | FontCollection): made is FontCollection => "fonts" in made;

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
const writes = (font: Font, character: string): boolean =>
  [...character].every((one) => unseen.test(one) || font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0));

/** Whether it has that as outlines, and not as empty ones. */
const draws = (font: Font, character: string): boolean =>
  writes(font, character) &&
  [...character].every(
    (one) => unseen.test(one) || font.glyphForCodePoint(one.codePointAt(0) ?? 0).path.commands.length > 0,
  );

/** Of the fonts in one file, the one for these characters. */
const chosen = (fonts: readonly Font[], characters: ReadonlySet<string>): Font | undefined =>
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
function boldOf(file: string, plain: Font, fonts: readonly Font[], characters: readonly string[]): Face {
  const isBold = ({ familyName, subfamilyName }: Font): boolean =>
    familyName === plain.familyName && /^(semibold|demibold|bold|w6)$/i.test(subfamilyName);
  const all = (font: Font): boolean => characters.every((character) => writes(font, character));
  const within = fonts.find((font) => isBold(font) && all(font));
  if (within !== undefined) return { key: `${file} bold`, font: within, shipped: false };
  for (const name of boldNames(file)) {
    const font = open(name).find(all);
    if (font !== undefined) return { key: name, font, shipped: false };
  }
  return { key: file, font: plain, shipped: false };
}
