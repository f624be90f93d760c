import type { Passage } from "../../../core/articles/article.ts";
import type { ArticleDocument } from "../../../core/articles/articleDocument.ts";
import { type Entry, titleOf } from "../../../core/language/entry.ts";
import { speakersOf } from "../../../core/language/relations/speakers.ts";
import { segmentWords } from "../../../core/strings/words.ts";
import type { SpeakersParams, SpeakersResult } from "../../../protocol/articles.ts";
import { normalizeUri } from "../../../workspace/files/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { mentionInScope } from "../../names/mentions.ts";
import { speakersInScope } from "../../names/speakerNamed.ts";
import { UserError } from "../../shared/userError.ts";
import { enclosingParagraphs } from "../shared/articleDocuments.ts";
import { citationsIn, citingEntries } from "../shared/citations.ts";
import { personNames } from "../shared/personNames.ts";
import { readSelectedArticle } from "../shared/selectedArticle.ts";

/**
 * Returns the speakers that an entry of a map can name, first those of the paragraph that contains a selection, and the names
 * in this paragraph that may be those of new speakers.
 *
 * @throws {UserError} if the article cannot be read, or the map no longer exists
 */
export async function speakers(
  workspace: Workspace,
  { article, selections, map: mapUri }: SpeakersParams,
): Promise<SpeakersResult> {
  const document = await readSelectedArticle(workspace, normalizeUri(article));
  const map = workspace.get(normalizeUri(mapUri))?.file;
  if (map === undefined) throw new UserError("The selected map no longer exists.");
  const [first] = selections;
  const passage = first === undefined ? { start: 0, end: 0 } : document.passageOf(first);
  const ranks = paragraphRanks(workspace, document, passage, speakersInScope(map));
  const names = newNames(document, passage, [...ranks.keys()]);
  const ranked = [...ranks].sort(([, a], [, b]) => a - b);
  return {
    speakers: ranked.flatMap(([speaker, rank]) => {
      const name = mentionInScope(map, speaker);
      return name === undefined
        ? []
        : [{ name, text: titleOf(speaker), isInParagraph: rank !== Number.POSITIVE_INFINITY }];
    }),
    names,
  };
}

/** How many names of a paragraph are offered. */
const MAX_NAMES = 3;

/** Returns names in the paragraph of a passage that are not those of a speaker, the nearest first. */
function newNames(document: ArticleDocument, passage: Passage, known: readonly Entry[]): readonly string[] {
  const { text } = document.article;
  const { start, end } = enclosingParagraphs(document, passage);
  const surnames = new Set(known.map(surname));
  return personNames(text, text.slice(start, end), passage.start - start)
    .filter((name) => !surnames.has(lastWord(name)))
    .slice(0, MAX_NAMES);
}

/**
 * Returns how close each speaker is to a passage: 0 if an entry that cites its paragraph is theirs, else the distance of the
 * nearest place in the paragraph that names them, preferring places before the passage. Infinity if there is none.
 */
function paragraphRanks(
  workspace: Workspace,
  document: ArticleDocument,
  passage: Passage,
  candidates: readonly Entry[],
): ReadonlyMap<Entry, number> {
  const paragraph = enclosingParagraphs(document, passage);
  const words = [...segmentWords(document.article.text.slice(paragraph.start, paragraph.end).toLowerCase())];
  const citing = citingEntries(citationsIn(workspace, document, paragraph)).flatMap((entry) => speakersOf(entry));
  const offset = passage.start - paragraph.start;
  return new Map(
    candidates.map((speaker) => {
      if (citing.includes(speaker)) return [speaker, 0];
      const name = surname(speaker);
      const distances = words.flatMap(({ segment, index }) =>
        segment !== name ? [] : [index <= offset ? offset - index + 1 : index - offset + words.length + 1],
      );
      return [speaker, Math.min(...distances)];
    }),
  );
}

/** The last word of a speaker's full name, or else the speaker's name in the map, in lower case. */
const surname = (speaker: Entry): string | undefined => lastWord(titleOf(speaker) || (speaker.head.name?.text ?? ""));

/** The last word of a name in lower case. */
const lastWord = (name: string): string | undefined =>
  [...segmentWords(name.toLowerCase())].filter(({ isWordLike }) => isWordLike).at(-1)?.segment;
