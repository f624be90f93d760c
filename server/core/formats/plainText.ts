/** Decides which texts need a backslash, or a line of their own, to be read as they are. */
import { skipMarks } from "../language/intent/listMark.ts";
import { OPEN_END } from "../language/intent/prose.ts";
import { isReadAsText } from "../language/intent/readAsText.ts";
import { scanLine } from "../language/parsing/scanLine.ts";
import { isClauseWord } from "../language/vocabulary.ts";

const FIRST_WORD = /^[\p{L}\p{M}\p{N}_-]+/u;
/** `key: …`, `key = …` and `#tag`, which look like attributes or headings. */
const LOOKS_LIKE_ATTRIBUTE = /^(?:#|\p{L}[\p{L}\p{M}\p{N}_-]*[\s\p{Zs}]*[:：=])/u;

/** Whether a text after the colon of a head looks like nothing but text. */
export function isPlainAfterHead(text: string): boolean {
  if (text.startsWith("#")) return false;
  // All other parts of a head contain a colon themselves.
  if (!/[:：]/u.test(text)) return true;
  const firstWord = FIRST_WORD.exec(text)?.[0] ?? "";
  return (
    !isClauseWord(firstWord) &&
    !LOOKS_LIKE_ATTRIBUTE.test(text) &&
    scanLine(text).kind !== "entry" &&
    isReadAsText(text, "  ")
  );
}

/** Whether an indented line with this text looks like nothing but text. */
export function isPlainLine(text: string): boolean {
  const firstWord = FIRST_WORD.exec(text)?.[0] ?? "";
  return (
    // Most paragraphs begin with a capital. What does not may be taken for an attribute, a clause or the use of a claim.
    /^[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{Pi}\p{Ps}"'¿¡]/u.test(text) &&
    !LOOKS_LIKE_ATTRIBUTE.test(text) &&
    !isClauseWord(firstWord.toLowerCase()) &&
    skipMarks(text, 0) === 0 &&
    !/^["'“”„«‘‚‹「『]/u.test(text) &&
    isReadAsText(text, "  ")
  );
}

/** Whether a line ends in the middle of a sentence, so that an entry on the next line looks like its continuation. */
export const isUnfinishedSentence = (line: string): boolean => OPEN_END.test(line);
