/** Makes a name from the words of a text. */
import { withoutMarkup } from "../strings/inlineMarkup.ts";
import { segmentWords } from "../strings/words.ts";
import { isName } from "./characters.ts";

const MAX_WORDS = 3;
const MAX_LENGTH = 24;
/** How addresses begin, which distinguishes none from another. */
const WEB_PREFIX = /https?:\/\/(?:www\.)?/gi;
/** Words that hardly distinguish one text from another. */
const STOP_WORDS = new Set(
  "a an and are as at be by for from has have in is it its no not of on or so that the they this to was were with".split(
    " ",
  ),
);

/** Returns a name made of the first significant words of a text; undefined if they make none. It may be a reserved word. */
export function nameFromText(text: string): string | undefined {
  const words = withoutMarkup(text).replaceAll(WEB_PREFIX, "").normalize("NFC").toLowerCase();
  const all = [...segmentWords(words)].flatMap(({ segment, isWordLike }) =>
    isWordLike === true ? [segment.replaceAll(/[^\p{L}\p{M}\p{N}_-]/gu, "")] : [],
  );
  const significant = all.filter((word) => word !== "" && !STOP_WORDS.has(word));
  const chosen = significant.length > 0 ? significant : all;
  let name = "";
  for (const word of chosen.slice(0, MAX_WORDS)) {
    const longer = name === "" ? word : `${name}-${word}`;
    if (longer.length > MAX_LENGTH && name !== "") break;
    name = longer;
  }
  return isName(name) ? name : undefined;
}
