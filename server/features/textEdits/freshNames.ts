/** Names made from what an entry says. */
import { isName } from "../../core/language/characters.ts";
import type { Entry } from "../../core/language/entry.ts";
import { breaksSpeakerInheritance, hasExpectedKind, targetOf } from "../../core/language/graph.ts";
import { definedName, fileOf, type MapFile, type Reference, referencesOf } from "../../core/language/map.ts";
import { isClauseWord } from "../../core/language/vocabulary.ts";
import { baseName, stemOf } from "../../workspace/paths.ts";

const MAX_WORDS = 3;
const MAX_LENGTH = 24;
/** Words that tell one text from another the least. */
const STOP_WORDS = new Set(
  "a an and are as at be by for from has have in is it its no not of on or so that the they this to was were with".split(
    " ",
  ),
);
const wordSegmenter = new Intl.Segmenter("und", { granularity: "word" });

/** A name after the first telling words of a text that means nothing in any of the files yet. */
export function suggestName(text: string, files: readonly MapFile[]): string {
  const all = [...wordSegmenter.segment(text.normalize("NFC").toLowerCase())].flatMap(({ segment, isWordLike }) =>
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
  return uniqueName(isName(name) ? name : "claim", files);
}

/** The name of a file, as far as the names of a map may be written so; it may be empty, or a word of the language. */
export function nameFromFile(uri: string): string {
  const name = stemOf(baseName(uri))
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "-");
  return name.replace(/^[^\p{L}]+|[-_]+$/gu, "").toLowerCase();
}

/**
 * The clause that says whose an entry is, where it has that from what it stands under; `""` where it says so itself, or is
 * nobody's. Speakers are named as they are named there.
 */
export function inheritedSpeakerClause(entry: Entry): string {
  for (let current: Entry | undefined = entry; current !== undefined; current = current.parent) {
    const { head, line } = current;
    if (head.clauses.some(({ word }) => word === "by")) {
      const names = referencesOf(current).filter((one) => one.role === "by" && refersToSpeaker(one));
      const speakerNames = names.map(({ name }) => line.scanned.raw.slice(name.start, name.end));
      return current === entry || speakerNames.length === 0 ? "" : ` by ${speakerNames.join(", ")}`;
    }
    if (breaksSpeakerInheritance(current)) return "";
  }
  return "";
}

function refersToSpeaker(reference: Reference): boolean {
  const target = targetOf(reference);
  return target !== undefined && hasExpectedKind(target, reference);
}

/** Whether no other entry of its file has a name that one of these entries has: where they stand makes no difference then. */
export const haveUniqueNames = (entries: Iterable<Entry>): boolean =>
  [...entries].every((entry) => {
    const name = definedName(entry)?.text;
    return name === undefined || fileOf(entry).definitionsOf(name).length < 2;
  });

/** The name, with a number after it if it is taken, or mentioned where it leads nowhere yet. */
export function uniqueName(name: string, files: readonly MapFile[]): string {
  const isTaken = (one: string): boolean =>
    isClauseWord(one) ||
    files.some(
      (file) =>
        file.definitionsOf(one).length > 0 ||
        file.entriesMentioning(one).size > 0 ||
        file.resolve({ text: one, prefix: undefined }).state === "found",
    );
  let candidate = name;
  for (let number = 2; isTaken(candidate); number++) candidate = `${name}-${number}`;
  return candidate;
}
