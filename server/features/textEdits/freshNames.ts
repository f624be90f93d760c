/** Generates names from the text of an entry or the name of a file. */

import type { Entry } from "../../core/language/entry.ts";
import { hasExpectedKind, targetOf } from "../../core/language/graph.ts";
import { definedName, fileOf, type MapFile, type Reference, referencesOf } from "../../core/language/map.ts";
import { nameFromText } from "../../core/language/nameFromText.ts";
import { breaksSpeakerInheritance } from "../../core/language/relations/speakers.ts";
import { isClauseWord } from "../../core/language/vocabulary.ts";
import { baseName } from "../../core/strings/baseName.ts";
import { stemOf } from "../../workspace/files/paths.ts";

/**
 * Returns a name made of the first significant words of a text, or else the fallback. The name is unused in all of the
 * files.
 */
export function suggestName(text: string, files: readonly MapFile[], fallback = "claim"): string {
  return uniqueName(nameFromText(text) ?? fallback, files);
}

/** Returns a name made of a file name. It may be empty or a reserved word. */
export function nameFromFile(uri: string): string {
  const name = stemOf(baseName(uri))
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "-");
  return name.replace(/^[^\p{L}]+|[-_]+$/gu, "").toLowerCase();
}

/**
 * Returns the ` by …` clause that an entry inherits from its ancestors, with the names as they are written there.
 * Returns `""` if the entry has its own `by` clause or no speaker.
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

/**
 * Whether no name of these entries is defined twice in their file. Only then does their order not affect resolution.
 */
export const haveUniqueNames = (entries: Iterable<Entry>): boolean =>
  [...entries].every((entry) => {
    const name = definedName(entry)?.text;
    return name === undefined || fileOf(entry).definitionsOf(name).length < 2;
  });

/** Returns the name, with a number appended if it is already defined or mentioned in one of the files. */
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
