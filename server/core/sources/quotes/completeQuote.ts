/** Words of a quote that are being written, finished from the text of their source. */
import { bisector } from "d3-array";
import { type Article, joined, type Passage } from "../article.ts";
import { wholeBrackets } from "../text/brackets.ts";
import { inOriginal, type NormalText, normalise, onOneLine } from "../text/normalise.ts";
import { sentencesOf } from "../text/sentences.ts";
import { type Searchable, searchableArticle, standsAt, standsIn } from "./findQuote.ts";
import { wordsIn } from "./quoteFromSelection.ts";
import type { Part } from "./quoteParts.ts";

/** Words of a source, to the end of their sentence: a quote that is found there. */
export interface Finished {
  readonly words: string;
  /** The end of these that is still to be written. */
  readonly rest: string;
}

/** Letters that are nearly everywhere are followed to no more places than these. */
const MOST_LOOKED = 5000;
/** Of so many it is looked whether they would be found as quotes: it is not so only of a few. */
const MOST_TRIED = 100;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * The sentences in which words stand that are being written, from these to the end; those that begin with them first. Capitals
 * do not matter, and the last word may be the beginning of one.
 */
export function finished(article: Article, written: string, most: number): readonly Finished[] {
  const source = searchableArticle(article);
  const part = partOf(written);
  if (part.text === "") return [];
  const [first, within]: [Begun[], Begun[]] = [[], []];
  for (const begun of sentencesWith(article, source, part)) {
    const isFirst = !LETTER.test(article.text.slice(begun.sentence.start, begun.start));
    (isFirst ? first : within).push(begun);
    if (first.length === MOST_TRIED) break;
  }
  const found = new Map<string, Finished>();
  for (const { start, end, sentence } of [...first, ...within].slice(0, MOST_TRIED)) {
    const words = quotable(article, source, { start, end: sentence.end });
    const left = article.text.slice(end, sentence.end);
    if (words !== undefined && !found.has(words))
      found.set(words, { words, rest: (/^\s/.test(left) ? " " : "") + onOneLine(left) });
    if (found.size === most) break;
  }
  return [...found.values()];
}

/** Where words that are being written stand, and in what sentence. */
interface Begun extends Passage {
  readonly sentence: Passage;
}

/** The sentences in which they stand, each with the first place in it. */
function* sentencesWith(article: Article, source: Searchable, part: Part): Generator<Begun> {
  const sentences = sentencesOf(article);
  let last: Passage | undefined;
  for (const at of placesOfBeginning(source, part)) {
    const { start, end } = inOriginal(source.normal, { start: at, end: at + part.text.length });
    const sentence = sentences[byEnd.right(sentences, start)];
    if (sentence === undefined || sentence === last || start < sentence.start || sentence.end < end) continue;
    last = sentence;
    yield { start, end, sentence };
  }
}

/** The first sentences of which nothing stands in any of the passages. */
export function untouched(article: Article, passages: readonly Passage[], most: number): readonly string[] {
  const source = searchableArticle(article);
  const taken = joined(passages);
  const found: string[] = [];
  for (const sentence of sentencesOf(article)) {
    const next = taken[byEnd.right(taken, sentence.start)];
    if (next !== undefined && next.start < sentence.end) continue;
    const words = quotable(article, source, sentence);
    if (words !== undefined && !found.includes(words)) found.push(words);
    if (found.length === most) break;
  }
  return found;
}

/** A passage as a quote of it is written; undefined where that would not be found, as where it cuts a bracket in two. */
function quotable(article: Article, source: Searchable, passage: Passage): string | undefined {
  const whole = wholeBrackets(article.text, passage);
  if (whole.start !== passage.start || whole.end !== passage.end) return undefined;
  const words = wordsIn(article, [passage]);
  return standsIn(source, words) ? words : undefined;
}

function partOf(written: string): Part {
  const { text, dashes } = normalise(written);
  const lower = inLowerCase(text);
  return { written, text: lower, dashes, reach: undefined, beginsWithin: false, endsWithin: !/\s$/.test(written) };
}

function* placesOfBeginning({ normal }: Searchable, part: Part): Generator<number> {
  const lower = lowered.get(normal) ?? inLowerCase(normal.text);
  lowered.set(normal, lower);
  let left = MOST_LOOKED;
  for (let at = lower.indexOf(part.text); at >= 0 && left > 0; at = lower.indexOf(part.text, at + 1), left--) {
    if (standsAt(normal, part, at)) yield at;
  }
}

/** Of whole articles, which are searched with each key that is pressed in a quote. */
const lowered = new WeakMap<NormalText, string>();

/** With each character at its place. */
const inLowerCase = (text: string): string => text.replace(/\u0130/g, "i").toLowerCase();

const byEnd = bisector((passage: Passage) => passage.end);
