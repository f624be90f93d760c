/** Finds passages of an article by words, so that an assistant can quote them exactly. */
import MiniSearch from "minisearch";
import { type Article, type Passage, pagesOf, toFileRange } from "../../core/articles/article.ts";
import { type ApproximateMatch, approximateMatches } from "../../core/articles/quotes/approximateMatch.ts";
import { findableQuote } from "../../core/articles/quotes/completeQuote.ts";
import { findQuote, searchableArticle } from "../../core/articles/quotes/findQuote.ts";
import { collapseWhiteSpace } from "../../core/articles/quotes/normalize.ts";
import { pagePhrase } from "../../core/articles/read/pages.ts";
import { sectionsAt } from "../../core/articles/read/sections.ts";
import { sentencesOf } from "../../core/articles/sentences.ts";
import { segmentWords } from "../../core/strings/words.ts";

/** A passage that can be quoted word for word. */
export interface FoundPassage extends Passage {
  /** The words as the article has them, on one line. */
  readonly words: string;
  /** Where it is: “on page 12”, “at 00:12:31”, “in “Results””, “on line 40”. */
  readonly place: string;
}

/** Longer sentences, such as tables read as one, are no quotes. */
const MAX_SENTENCE_LENGTH = 1_500;
/** Words that may have one or more letters changed. */
const MIN_FUZZY_LENGTH = 5;
/** Words that also find those that begin with them. */
const MIN_PREFIX_LENGTH = 4;

/**
 * Returns the sentences that have these words, or words like them, best first. Sentences with the exact words come first,
 * then those that are spelled almost so, then those that share words.
 */
export function findPassages(article: Article, query: string, limit: number): readonly FoundPassage[] {
  const sentences = sentencesOf(article);
  const source = searchableArticle(article);
  const found = new Map<number, FoundPassage>();
  const add = (index: number): void => {
    const sentence = sentences[index];
    if (sentence === undefined || found.has(index) || found.size === limit) return;
    if (sentence.end - sentence.start > MAX_SENTENCE_LENGTH) return;
    const words = findableQuote(article, source, sentence);
    if (words !== undefined) found.set(index, { ...sentence, words, place: placeOf(article, sentence) });
  };
  const near = [...findQuote(source, query).slice(0, limit), ...approximateMatches(source, query)];
  for (const { start, end } of near)
    for (const [index, sentence] of sentences.entries()) if (sentence.start < end && start < sentence.end) add(index);
  for (const { id } of sentenceIndex(article).search(query)) add(Number(id));
  return [...found.values()];
}

/** Returns the passages that are most like a quote that the article does not have, as whole sentences. */
export function nearestPassages(article: Article, quote: string, limit: number): readonly FoundPassage[] {
  const near = approximateMatches(searchableArticle(article), quote).map((match) => wholeSentences(article, match));
  const others = findPassages(article, quote, limit).filter(
    (one) => !near.some(({ start, end }) => one.start < end && start < one.end),
  );
  return [...near, ...others].slice(0, limit);
}

/** Returns the sentences of which a passage has the greater part; the passage itself if they cannot be quoted. */
function wholeSentences(article: Article, { start, end, passage }: ApproximateMatch): FoundPassage {
  const sentences = sentencesOf(article).filter((sentence) => {
    const shared = Math.min(end, sentence.end) - Math.max(start, sentence.start);
    return shared > 0 && 2 * shared >= Math.min(sentence.end - sentence.start, end - start);
  });
  const [first, last] = [sentences[0], sentences.at(-1)];
  const whole = { start: first?.start ?? start, end: last?.end ?? end };
  const words = findableQuote(article, searchableArticle(article), whole);
  return words === undefined
    ? { start, end, words: passage, place: placeOf(article, { start, end }) }
    : { ...whole, words, place: placeOf(article, whole) };
}

/** Returns where a passage is, for people and for finding it again. */
export function placeOf(article: Article, passage: Passage): string {
  const page = pagePhrase(pagesOf(article, passage));
  const [section] = sectionsAt(article, passage);
  if (page !== "") return page;
  const line = `on line ${lineNumber(article.fileText, toFileRange(article, passage).start)}`;
  return section === undefined ? line : `in “${section.title}”, ${line}`;
}

const lineNumber = (text: string, offset: number): number =>
  (text.slice(0, offset).match(/\r\n|\r|\n/g)?.length ?? 0) + 1;

/** Lists passages as an answer shows them, each with its place. */
export const listPassages = (passages: readonly FoundPassage[]): string =>
  passages.map(({ words, place }) => `- ${place}: “${words}”`).join("\n");

const indexCache = new WeakMap<Article, MiniSearch>();

/** The words of each sentence, by the number of the sentence. Cached, because indexing takes longer than searching. */
function sentenceIndex(article: Article): MiniSearch {
  const cached = indexCache.get(article);
  if (cached !== undefined) return cached;
  const index = new MiniSearch({
    fields: ["text"],
    tokenize: (text) => Array.from(segmentWords(text), ({ segment, isWordLike }) => (isWordLike ? segment : "")),
    processTerm: (word) => word.normalize("NFC").toLowerCase() || null,
    searchOptions: {
      prefix: (word) => word.length >= MIN_PREFIX_LENGTH,
      fuzzy: (word) => (word.length >= MIN_FUZZY_LENGTH ? 0.2 : false),
    },
  });
  index.addAll(
    sentencesOf(article).map(({ start, end }, id) => ({
      id,
      text: collapseWhiteSpace(article.text.slice(start, end)),
    })),
  );
  indexCache.set(article, index);
  return index;
}
