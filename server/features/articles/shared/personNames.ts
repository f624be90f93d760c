/** Finds names of persons in a text: by their capital letters, without a list of names, and in Chinese by their surnames. */
import { chineseNames } from "./chineseNames.ts";

const PART = String.raw`\p{Lu}[\p{L}\p{M}]*\p{Ll}`;
/** A word with parts such as those of “O’Neill-Smith”. */
const WORD = String.raw`(?:\p{L}{1,2}[’'])?${PART}(?:[-\u2010’'][\p{L}\p{M}]+)*`;
const PARTICLE = String.raw`(?:\p{Lu}\.|al|bin|da|de|del|der|di|dos|du|el|la|le|van|von)`;
const NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${WORD}(?:\s+${PARTICLE}){0,2}(?:\s+${WORD}){1,2}(?![\p{L}\p{N}])`,
  "gu",
);

/**
 * Returns the sequences of two or three capitalized words and the Chinese names in a part of an article, the nearest to an
 * offset first. A sequence with a word that the article also writes in small letters is no name: it begins a sentence or a
 * headline.
 */
export function personNames(article: string, part: string, offset: number): readonly string[] {
  const capitalized = Array.from(part.matchAll(NAME), ({ 0: name, index }) => ({
    name: name.replaceAll(/\s+/g, " "),
    index,
  }));
  const found = [...capitalized, ...chineseNames(part)].sort(
    (a, b) => Math.abs(a.index - offset) - Math.abs(b.index - offset),
  );
  const names = [...new Set(found.map(({ name }) => name))];
  return names.filter(
    (name) => !name.match(new RegExp(WORD, "gu"))?.some((word) => hasWord(article, word.toLowerCase())),
  );
}

/** Whether a text has a word in exactly this spelling. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + word.length))) return true;
  return false;
}

const LETTER = /[\p{L}\p{M}]/u;
