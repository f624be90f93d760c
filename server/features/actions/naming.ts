/** Names made from what an entry says. */
import { isName } from "../../language/characters.ts";
import type { Entry } from "../../language/entry.ts";
import { heldBy } from "../../language/graph.ts";
import { definedName, type MapFile } from "../../language/map.ts";
import { isClauseWord } from "../../language/vocabulary.ts";

const MOST_WORDS = 3;
const MOST_LETTERS = 24;
/** Words that tell one text from another the least. */
const SMALL = new Set(
  "a an and are as at be by for from has have in is it its no not of on or so that the they this to was were with".split(
    " ",
  ),
);
const words = new Intl.Segmenter("und", { granularity: "word" });

/** A name after the first telling words of a text that means nothing in any of the files yet. */
export function nameFor(text: string, files: readonly MapFile[]): string {
  const all = [...words.segment(text.normalize("NFC").toLowerCase())].flatMap(({ segment, isWordLike }) =>
    isWordLike === true ? [segment.replaceAll(/[^\p{L}\p{M}\p{N}_-]/gu, "")] : [],
  );
  const telling = all.filter((word) => word !== "" && !SMALL.has(word));
  const chosen = telling.length > 0 ? telling : all;
  let name = "";
  for (const word of chosen.slice(0, MOST_WORDS)) {
    const longer = name === "" ? word : `${name}-${word}`;
    if (longer.length > MOST_LETTERS && name !== "") break;
    name = longer;
  }
  return freeName(isName(name) ? name : "claim", files);
}

/**
 * The head of an entry with the speakers that it has from what it stands under: where it is to stand elsewhere, it must say
 * so itself.
 *
 * @param text its line, from the keyword on
 */
export function withSpeakers(entry: Entry, text: string): string {
  const { clauses, name, start, keyword } = entry.head;
  const says = clauses.some(({ word }) => word === "by");
  const speakers = says ? [] : heldBy(entry).flatMap((speaker) => definedName(speaker)?.text ?? []);
  if (speakers.length === 0) return text;
  const end = (name?.end ?? start + keyword.length) - start;
  return `${text.slice(0, end)} by ${speakers.join(", ")}${text.slice(end)}`;
}

/** The name, with a number after it if it is taken. */
export function freeName(name: string, files: readonly MapFile[]): string {
  const isTaken = (one: string): boolean =>
    isClauseWord(one) ||
    files.some(
      (file) => file.definitionsOf(one).length > 0 || file.resolve({ text: one, prefix: undefined }).state === "found",
    );
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${name}-${number}`;
  return free;
}
