/** Finds full names of people where a clause needs the name of a speaker’s entry. */
import type { Entry } from "../../language/entry.ts";
import { inDocumentOrder } from "../../language/graph.ts";
import type { Name } from "../../language/head.ts";
import { definedName, type MapFile, type Reference } from "../../language/map.ts";
import type { Span } from "../../language/syntax.ts";
import { clauseTargets } from "../../language/vocabulary.ts";
import type { CheckContext } from "../check.ts";

/** `by Wei Zongyou`: words that belong together and name no entry. */
export interface FullName {
  readonly at: Span;
  readonly words: string;
  /** The names of the speakers who are called so. */
  readonly suggestions: readonly string[];
  /** A speaker of the same file who is called so, but whose entry has no name. */
  readonly unnamed: Entry | undefined;
}

const MAX_SUGGESTIONS = 3;

/** Returns the full names in the clauses of an entry: undefined names with a capital and no comma between them. */
export function fullNamesIn({ head, line }: Entry, context: CheckContext): readonly FullName[] {
  const { raw } = line.scanned;
  const isPart = (name: Name): boolean =>
    /^\p{Lu}/u.test(name.text) && name.prefix === undefined && context.file.resolve(name).state === "missing";
  const belongTogether = (one: Name | undefined, next: Name | undefined): boolean =>
    one !== undefined &&
    next !== undefined &&
    isPart(one) &&
    isPart(next) &&
    !raw.slice(one.end, next.start).includes(",");
  const found: FullName[] = [];
  for (const { word, names } of head.clauses) {
    if (!clauseTargets[word].includes("speaker")) continue;
    for (let first = 0; first < names.length; first++) {
      const from = names[first];
      while (belongTogether(names[first], names[first + 1])) first++;
      const to = names[first];
      if (from === undefined || to === undefined || from === to) continue;
      const words = raw.slice(from.start, to.end);
      const suggestions = speakersWhose((text) => isCalled(text, words), context);
      const unnamed = speakerCalled(words, context.file);
      found.push({ at: { line, start: from.start, end: to.end }, words, suggestions, unnamed });
    }
  }
  return found;
}

/** Returns the names of speakers whose full name contains a word, as in `by Zongyou`. */
export const speakersCalled = ({ expectedKinds, name }: Reference, context: CheckContext): readonly string[] =>
  expectedKinds.includes("speaker") && /^\p{Lu}/u.test(name.text)
    ? speakersWhose((text) => wordsOf(text).includes(name.text), context)
    : [];

/** Returns a speaker without a name whose full name contains a word, as in `by Roy`. */
export const unnamedSpeaker = (
  { expectedKinds, name }: Reference,
  { file }: Pick<CheckContext, "file">,
): Entry | undefined =>
  expectedKinds.includes("speaker") && name.prefix === undefined
    ? unnamedSpeakerWhose((text) => wordsOf(text.toLowerCase()).includes(name.text.toLowerCase()), file)
    : undefined;

/** Returns a speaker without a name whose text contains a full name. */
export const speakerCalled = (fullName: string, file: MapFile): Entry | undefined =>
  unnamedSpeakerWhose((text) => isCalled(text, fullName), file);

/** Returns the name for the entry of a speaker: the last word of a full name, in lower case. */
export const nameFor = (fullName: string): string => (wordsOf(fullName).at(-1) ?? "").toLowerCase();

const wordsOf = (text: string): readonly string[] => text.split(/[\s\p{Zs},]+/u);

function unnamedSpeakerWhose(accepts: (text: string) => boolean, file: MapFile): Entry | undefined {
  const isMeant = ({ head, text }: Entry): boolean => head.form === "full" && head.name === undefined && accepts(text);
  return inDocumentOrder([...file.entriesOf("speaker")].filter(isMeant), [file])[0];
}

const isCalled = (text: string, words: string): boolean =>
  ` ${text.replaceAll(/[\s\p{Zs},]+/gu, " ")} `.includes(` ${words.replaceAll(/[\s\p{Zs}]+/gu, " ")} `);

function speakersWhose(accepts: (text: string) => boolean, { file }: CheckContext): readonly string[] {
  const names: string[] = [];
  const addFrom = (definingFile: MapFile, prefix: string): void => {
    for (const entry of definingFile.entriesOf("speaker")) {
      const name = definedName(entry)?.text;
      if (name === undefined || definingFile.exportedEntry(name) !== entry || !accepts(entry.text)) continue;
      names.push(prefix + name);
      if (names.length === MAX_SUGGESTIONS) return;
    }
  };
  addFrom(file, "");
  for (const { entry, target } of file.imports) {
    const prefix = definedName(entry)?.text;
    if (target.state === "found") addFrom(target.file, prefix === undefined ? "" : `${prefix}.`);
  }
  return names.slice(0, MAX_SUGGESTIONS);
}
