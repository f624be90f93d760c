/** Finds full names of people where a clause needs the name of a speaker’s entry. */
import type { Entry } from "../../language/entry.ts";
import { namesInScope } from "../../language/graph.ts";
import type { Name } from "../../language/head.ts";
import type { Reference } from "../../language/map.ts";
import type { Span } from "../../language/syntax.ts";
import { clauseTargets } from "../../language/vocabulary.ts";
import type { CheckContext } from "../check.ts";

/** `by Wei Zongyou`: words that belong together and name no entry. */
export interface FullName {
  readonly at: Span;
  readonly words: string;
  /** The names of the speakers who are called so. */
  readonly suggestions: readonly string[];
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
      found.push({ at: { line, start: from.start, end: to.end }, words, suggestions });
    }
  }
  return found;
}

/** Returns the names of speakers whose full name contains a word, as in `by Zongyou`. */
export const speakersCalled = ({ expectedKinds, name }: Reference, context: CheckContext): readonly string[] =>
  expectedKinds.includes("speaker") && /^\p{Lu}/u.test(name.text)
    ? speakersWhose((text) => text.split(/[\s\p{Zs},]+/u).includes(name.text), context)
    : [];

const isCalled = (text: string, words: string): boolean =>
  ` ${text.replaceAll(/[\s\p{Zs},]+/gu, " ")} `.includes(` ${words.replaceAll(/[\s\p{Zs}]+/gu, " ")} `);

function speakersWhose(accepts: (text: string) => boolean, { file }: CheckContext): readonly string[] {
  const names: string[] = [];
  for (const { entry, qualifiedName } of namesInScope(file, () => true)) {
    if (entry.head.keyword === "speaker" && accepts(entry.text)) names.push(qualifiedName);
    if (names.length === MAX_SUGGESTIONS) break;
  }
  return names;
}
