/** Completes a quote that is being typed from the text of its source. */
import { bisector } from "d3-array";
import { type Article, mergeOverlapping, type Passage } from "../article.ts";
import { sentencesOf } from "../sentences.ts";
import { expandToBrackets } from "./expandPassage.ts";
import { containsQuote, matchesAt, type SearchableText, searchableArticle } from "./findQuote.ts";
import { collapseWhiteSpace, type NormalizedText, normalize, toOriginalRange } from "./normalize.ts";
import { quoteText } from "./quoteFromSelection.ts";
import type { QuotePart } from "./quoteParts.ts";

/** A quote to the end of a sentence of the source, guaranteed to be found there. */
export interface QuoteCompletion {
  readonly words: string;
  /** The part of `words` that is still to be typed. */
  readonly rest: string;
}

/** How many occurrences of a short input are scanned at most. */
const MAX_SCANNED = 5000;
/** How many candidates are checked to be found as quotes. Few are not, so this is enough. */
const MAX_CANDIDATES = 100;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * Returns at most `limit` completions to the end of a sentence that contains the typed text; sentences that start with it
 * come first. Case is ignored, and the last word may be incomplete.
 */
export function quoteCompletions(article: Article, typed: string, limit: number): readonly QuoteCompletion[] {
  const source = searchableArticle(article);
  const part = partialPart(typed);
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

/** An occurrence of the typed text, with its sentence. */
interface PartialMatch extends Passage {
  readonly sentence: Passage;
}

/** Yields the first occurrence of the typed text in each sentence. */
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

/** Returns the first `limit` sentences of an article that overlap none of the passages. */
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

/** Returns a passage as quote text, or undefined if that would not be found, for example because the passage splits a bracket. */
export function findableQuote(article: Article, source: SearchableText, passage: Passage): string | undefined {
  const whole = expandToBrackets(article.text, passage);
  if (whole.start !== passage.start || whole.end !== passage.end) return undefined;
  const words = quoteText(article, [passage]);
  return containsQuote(source, words) ? words : undefined;
}

function partialPart(original: string): QuotePart {
  const { text, dashes } = normalize(original);
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

/** Lower-case texts of articles, cached because each key press in a quote searches them. */
const lowerCaseCache = new WeakMap<NormalizedText, string>();

/** Converts to lower case without changing any offset. İ would become two characters. */
const toAlignedLowerCase = (text: string): string => text.replace(/\u0130/g, "i").toLowerCase();

const byEnd = bisector((passage: Passage) => passage.end);
