/** Names made from what an entry says. */
import { isName } from "../../core/language/characters.ts";
import type { Entry } from "../../core/language/entry.ts";
import { fits, startsAfresh, targetOf } from "../../core/language/graph.ts";
import { definedName, fileOf, type MapFile, type Reference, referencesOf } from "../../core/language/map.ts";
import { isClauseWord } from "../../core/language/vocabulary.ts";
import { baseName, stemOf } from "../../workspace/paths.ts";

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

/** The name of a file, as far as the names of a map may be written so; it may be empty, or a word of the language. */
export function nameOfFile(uri: string): string {
  const words = stemOf(baseName(uri))
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "-");
  return words.replace(/^[^\p{L}]+|[-_]+$/gu, "").toLowerCase();
}

/**
 * The clause that says whose an entry is, where it has that from what it stands under; `""` where it says so itself, or is
 * nobody's. Speakers are named as they are named there.
 */
export function inheritedSpeakers(entry: Entry): string {
  for (let at: Entry | undefined = entry; at !== undefined; at = at.parent) {
    const { head, line } = at;
    if (head.clauses.some(({ word }) => word === "by")) {
      const names = referencesOf(at).filter((one) => one.role === "by" && leadsToHolder(one));
      const written = names.map(({ name }) => line.reading.raw.slice(name.start, name.end));
      return at === entry || written.length === 0 ? "" : ` by ${written.join(", ")}`;
    }
    if (startsAfresh(at)) return "";
  }
  return "";
}

function leadsToHolder(reference: Reference): boolean {
  const target = targetOf(reference);
  return target !== undefined && fits(target, reference);
}

/** Whether no other entry of its file has a name that one of these entries has: where they stand makes no difference then. */
export const haveNamesAlone = (entries: Iterable<Entry>): boolean =>
  [...entries].every((entry) => {
    const name = definedName(entry)?.text;
    return name === undefined || fileOf(entry).definitionsOf(name).length < 2;
  });

/** The name, with a number after it if it is taken, or mentioned where it leads nowhere yet. */
export function freeName(name: string, files: readonly MapFile[]): string {
  const isTaken = (one: string): boolean =>
    isClauseWord(one) ||
    files.some(
      (file) =>
        file.definitionsOf(one).length > 0 ||
        file.mentionsOf(one).size > 0 ||
        file.resolve({ text: one, prefix: undefined }).state === "found",
    );
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${name}-${number}`;
  return free;
}
