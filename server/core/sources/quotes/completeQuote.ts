/** Words of a quote that are being written, finished from the text of their source. */
import { bisector } from "d3-array";
import { type Article, mergeOverlapping, type Passage } from "../article.ts";
import { expandToBrackets } from "../text/brackets.ts";
import { collapseWhiteSpace, type NormalisedText, normalise, toOriginalRange } from "../text/normalise.ts";
import { sentencesOf } from "../text/sentences.ts";
import { containsQuote, matchesAt, type SearchableText, searchableArticle } from "./findQuote.ts";
import { quoteText } from "./quoteFromSelection.ts";
import type { QuotePart } from "./quoteParts.ts";

/** Words of a source, to the end of their sentence: a quote that is found there. */
export interface QuoteCompletion {
  readonly words: string;
  /** The end of these that is still to be written. */
  readonly rest: string;
}

/** Letters that are nearly everywhere are followed to no more places than these. */
const MAX_SCANNED = 5000;
/** Of so many it is looked whether they would be found as quotes: it is not so only of a few. */
const MAX_CANDIDATES = 100;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * The sentences in which words stand that are being written, from these to the end; those that begin with them first. Capitals
 * do not matter, and the last word may be the beginning of one.
 */
export function quoteCompletions(article: Article, written: string, limit: number): readonly QuoteCompletion[] {
  const source = searchableArticle(article);
  const part = partialPart(written);
  if (part.text === "") return [];
  const [first, within]: [PartialMatch[], PartialMatch[]] = [[], []];
  for (const match of sentencesContaining(article, source, part)) {
    const isFirst = !LETTER.test(article.text.slice(match.sentence.start, match.start));
    (isFirst ? first : within).push(match);
    if (first.length === MAX_CANDIDATES) break;
  }
  const found = new Map<string, QuoteCompletion>();
  for (const { start, end, sentence } of [...first, ...within].slice(0, MAX_CANDIDATES)) {
    const words = findableQuote(article, source, { start, end: sentence.end });
    const remaining = article.text.slice(end, sentence.end);
    if (words !== undefined && !found.has(words))
      found.set(words, { words, rest: (/^\s/.test(remaining) ? " " : "") + collapseWhiteSpace(remaining) });
    if (found.size === limit) break;
  }
  return [...found.values()];
}

/** Where words that are being written stand, and in what sentence. */
interface PartialMatch extends Passage {
  readonly sentence: Passage;
}

/** The sentences in which they stand, each with the first place in it. */
function* sentencesContaining(article: Article, source: SearchableText, part: QuotePart): Generator<PartialMatch> {
  const sentences = sentencesOf(article);
  let last: Passage | undefined;
  for (const at of prefixOccurrences(source, part)) {
    const { start, end } = toOriginalRange(source.normal, { start: at, end: at + part.text.length });
    const sentence = sentences[byEnd.right(sentences, start)];
    if (sentence === undefined || sentence === last || start < sentence.start || sentence.end < end) continue;
    last = sentence;
    yield { start, end, sentence };
  }
}

/** The first sentences of which nothing stands in any of the passages. */
export function uncitedSentences(article: Article, passages: readonly Passage[], limit: number): readonly string[] {
  const source = searchableArticle(article);
  const cited = mergeOverlapping(passages);
  const found: string[] = [];
  for (const sentence of sentencesOf(article)) {
    const next = cited[byEnd.right(cited, sentence.start)];
    if (next !== undefined && next.start < sentence.end) continue;
    const words = findableQuote(article, source, sentence);
    if (words !== undefined && !found.includes(words)) found.push(words);
    if (found.length === limit) break;
  }
  return found;
}

/** A passage as a quote of it is written; undefined where that would not be found, as where it cuts a bracket in two. */
function findableQuote(article: Article, source: SearchableText, passage: Passage): string | undefined {
  const whole = expandToBrackets(article.text, passage);
  if (whole.start !== passage.start || whole.end !== passage.end) return undefined;
  const words = quoteText(article, [passage]);
  return containsQuote(source, words) ? words : undefined;
}

function partialPart(original: string): QuotePart {
  const { text, dashes } = normalise(original);
  const lower = toAlignedLowerCase(text);
  return {
    original,
    text: lower,
    dashes,
    maxGap: undefined,
    canStartInsideWord: false,
    canEndInsideWord: !/\s$/.test(original),
  };
}

function* prefixOccurrences({ normal }: SearchableText, part: QuotePart): Generator<number> {
  const lower = lowerCaseCache.get(normal) ?? toAlignedLowerCase(normal.text);
  lowerCaseCache.set(normal, lower);
  let left = MAX_SCANNED;
  for (let at = lower.indexOf(part.text); at >= 0 && left > 0; at = lower.indexOf(part.text, at + 1), left--) {
    if (matchesAt(normal, part, at)) yield at;
  }
}

/** Of whole articles, which are searched with each key that is pressed in a quote. */
const lowerCaseCache = new WeakMap<NormalisedText, string>();

/** With each character at its place. */
const toAlignedLowerCase = (text: string): string => text.replace(/\u0130/g, "i").toLowerCase();

const byEnd = bisector((passage: Passage) => passage.end);
