import { MAX_NAME_LENGTH } from "../../../language/characters.ts";
import type { Entry } from "../../../language/entry.ts";
import { kindOf, type Reference, referencesOf } from "../../../language/map.ts";
import { namesInScope } from "../../../language/relations/namesInScope.ts";
import type { NameKind } from "../../../language/vocabulary.ts";
import { canBeNear, SpellingIndex } from "../../../strings/spelling.ts";
import { truncate } from "../../../strings/truncate.ts";
import type { CheckContext, EntryCheck } from "../../check.ts";
import { connectivesIn } from "../../support/connectives.ts";
import { fullNamesIn, nameFor, speakersCalled, unnamedSpeaker } from "../../support/fullNames.ts";
import { didYouMean } from "../../support/messages.ts";
import { nearestClauseWord } from "../../support/nearClauseWord.ts";

/** A reference to a name that is not defined. It suggests similar names of the right kind. */
export const unknownName: EntryCheck = {
  code: "unknown-name",
  severity: "error",
  title: "A name that is not defined",
  scope: "entry",
  suggestsName: (entry, name) =>
    referencesOf(entry).some(
      (reference) => reference.expectedKinds.includes("speaker") || canBeNear(reference.name.text, name),
    ),
  *check(entry, context) {
    const fullNames = fullNamesIn(entry, context);
    for (const { at, words, suggestions, unnamed } of fullNames) {
      const remedy =
        suggestions.length > 0
          ? didYouMean(suggestions)
          : unnamed !== undefined
            ? nameSpeaker(unnamed, words)
            : "Define a speaker, and write the name of that entry here.";
      yield { at, entry, suggestions, message: `“${words}” is not defined. ${remedy}` };
    }
    const connectives = connectivesIn(entry, context);
    for (const { at, word, separated } of connectives) {
      const message = `A comma separates names, not “${word}”. Write “${separated}”.`;
      yield { at, entry, suggestions: [", "], message };
    }
    const reported = [...fullNames, ...connectives];
    for (const reference of referencesOf(entry)) {
      const { name, role } = reference;
      if (role === "unknown" || reported.some(({ at }) => at.start <= name.start && name.end <= at.end)) continue;
      const resolution = context.file.resolve(name);
      if (resolution.state !== "missing") continue;
      const at = { line: entry.line, start: name.start, end: name.end };
      if (resolution.missingPart === "prefix") {
        const { prefix } = name;
        const shown = truncate(prefix ?? "", MAX_NAME_LENGTH);
        const message = `No import has the prefix “${shown}”. Add a line “import ${shown}: file.argmap”.`;
        yield { at, entry, message };
        continue;
      }
      const names = new Set([...speakersCalled(reference, context), ...nearNames(reference, context)]);
      const suggestions = [...similarClauseWords(entry, reference), ...names];
      const qualifiedName = name.prefix === undefined ? name.text : `${name.prefix}.${name.text}`;
      const unnamed = suggestions.length > 0 ? undefined : unnamedSpeaker(reference, context);
      const remedy =
        suggestions.length > 0
          ? didYouMean(suggestions)
          : unnamed === undefined
            ? "Define it, or use another name."
            : nameSpeaker(unnamed, name.text);
      yield {
        at,
        entry,
        suggestions,
        message: `“${truncate(qualifiedName, MAX_NAME_LENGTH)}” is not defined. ${remedy}`,
      };
    }
  },
};

const nameSpeaker = ({ text }: Entry, words: string): string =>
  `The speaker “${text}” has no name yet. Write “speaker ${nameFor(words)}: ${text}”, and “${nameFor(words)}” here.`;

/** `for keep, agianst drop`: returns the clause word that an unknown name between others may have been meant as. */
function similarClauseWords({ head }: Entry, { name }: Reference): readonly string[] {
  const clause = head.clauses.find(({ names }) => names.slice(1, -1).includes(name));
  const near = clause && name.prefix === undefined ? nearestClauseWord(head.keyword, name.text, true) : undefined;
  return near === undefined || head.clauses.some(({ word }) => word === near) ? [] : [near];
}

/** The names of some kinds, indexed by spelling. */
interface NameCandidates {
  readonly spellings: SpellingIndex;
  /** The forms in which each name can be written in the file, with and without prefixes. */
  readonly qualifiedNames: ReadonlyMap<string, readonly string[]>;
}

/** Results within one run of the checks, in which no name changes: one unknown name often occurs in many places. */
interface NameSearchCache {
  readonly suggestions: Map<string, readonly string[]>;
  /** All names by the kinds that a reference expects; built only if many names are unknown, because it is slow. */
  readonly candidates: Map<string, NameCandidates>;
}

const caches = new WeakMap<CheckContext, NameSearchCache>();
const MIN_NAMES_FOR_INDEX = 10;

function nearNames({ name, expectedKinds }: Reference, context: CheckContext): readonly string[] {
  const cache: NameSearchCache = caches.get(context) ?? { suggestions: new Map(), candidates: new Map() };
  caches.set(context, cache);
  const key = `${name.text} ${expectedKinds.join()}`;
  const cached = cache.suggestions.get(key);
  if (cached !== undefined) return cached;
  const isWanted = (other: string): boolean => canBeNear(name.text, other);
  const allCandidates = cache.candidates.get(expectedKinds.join());
  const candidates =
    allCandidates ??
    (cache.suggestions.size < MIN_NAMES_FOR_INDEX
      ? candidateNames(expectedKinds, context, isWanted)
      : candidateNames(expectedKinds, context));
  if (cache.suggestions.size >= MIN_NAMES_FOR_INDEX) cache.candidates.set(expectedKinds.join(), candidates);
  const best = candidates.spellings
    .nearestWords(name.text)
    .flatMap((near) => candidates.qualifiedNames.get(near) ?? []);
  const suggestions = best.slice(0, 3);
  cache.suggestions.set(key, suggestions);
  return suggestions;
}

function candidateNames(
  expectedKinds: readonly NameKind[],
  { file }: CheckContext,
  isWanted = (_name: string) => true,
): NameCandidates {
  const qualifiedNames = new Map<string, string[]>();
  // Only the name is compared, because the prefix may be what is missing.
  for (const one of namesInScope(file, isWanted)) {
    const kind = kindOf(one.entry);
    if (kind === undefined || !expectedKinds.includes(kind)) continue;
    const qualified = qualifiedNames.get(one.name);
    if (qualified === undefined) qualifiedNames.set(one.name, [one.qualifiedName]);
    else if (!qualified.includes(one.qualifiedName)) qualified.push(one.qualifiedName);
  }
  return { spellings: new SpellingIndex(qualifiedNames.keys()), qualifiedNames };
}
