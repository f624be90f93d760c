/** Splits articles into sentences. */
import { segmentsOf } from "../strings/segments.ts";
import type { Article, Passage } from "./article.ts";
import { textBlocks } from "./paragraphs.ts";

/**
 * Abbreviations that do not end a sentence, which the rules of Unicode do not know. One list for all languages, as the language
 * of an article is unknown. Those that are also words, such as “no.”, are in `BEFORE_FIGURES` and count only before a number.
 */
const ABBREVIATIONS =
  /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Mx|Messrs|Dr|Drs|Prof|Sen|Rep|Gov|Gen|Brig|Col|Maj|Capt|Cmdr|Lt|Sgt|Cpl|Rev|Hon|St|Ste|Mt|Ft|Pres|Supt|Hr|Hrn|Frl|Mme|Mlle|Sra|Srta|Dra|Dott|Sig|Ing|vs|cf|approx|ca|bzw|vgl|evtl|ggf|sog|inkl|usw)\.$/u;
const BEFORE_FIGURES =
  /(?<![\p{L}\p{N}])(?:No|Nos|Nr|Fig|Figs|Eq|Art|Abs|Vol|Ch|Sec|Kap|Bd|pp?|S|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Okt|Nov|Dec|Dez)\.$/iu;
/** `J.`, `U.S.`, `z.B.` */
const INITIALS = /(?<![\p{L}\p{N}])(?:\p{Lu}|\p{L}(?:\.\s?\p{L})+)\.$/u;
/** Exceptions to `INITIALS`, which often end a sentence. */
const NOT_INITIALS = /(?<![\p{L}\p{N}])(?:I|[ap]\.\s?m)\.$/u;
/** “3. März” */
const ORDINAL = /(?<![\p{L}\p{N}])\d{1,2}\.$/u;
const AFTER_ORDINAL = /^(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jahrhundert)/u;
/** The number of a list item. */
const NUMBER_ALONE = /^[^\p{L}\p{N}]*\d{1,3}\.$/u;
const CLOSED_QUOTATION = /["'”’“»«›‹」』)）\]]$/u;
const ENDED = /[.!?…。！？؟।][^\p{L}\p{N}]*$/u;

/** How many UTF-16 units of the end of a sentence, and of the beginning of the next one, are examined. */
const LOOKAHEAD_LENGTH = 40;

const sentenceCache = new WeakMap<Article, readonly Passage[]>();

/**
 * Returns the sentences of an article, in order and trimmed. A sentence ends with its paragraph or table cell, unless it
 * continues on the next page. Cached.
 */
export function sentencesOf(article: Article): readonly Passage[] {
  const sentences = sentenceCache.get(article) ?? splitSentences(article);
  sentenceCache.set(article, sentences);
  return sentences;
}

function splitSentences(article: Article): readonly Passage[] {
  const { text } = article;
  const sentences: Passage[] = [];
  for (const block of textBlocks(text)) {
    const last = sentences.at(-1);
    const [first, ...others] = sentencesIn(text, block);
    if (first === undefined) continue;
    if (last !== undefined && isContinuedOnNextPage(article, last, first)) {
      sentences[sentences.length - 1] = { start: last.start, end: first.end };
    } else sentences.push(first);
    for (const other of others) sentences.push(other);
  }
  return sentences;
}

/** Returns the sentences of a passage within one paragraph. */
export function sentencesIn(text: string, { start, end }: Passage): readonly Passage[] {
  // The segmenter would end sentences at line ends.
  const line = text.slice(start, end).replace(/\s/g, " ");
  const sentences: Passage[] = [];
  let from: number | undefined;
  for (const { segment, index } of segmentsOf(line, "sentence")) {
    const words = segment.trimEnd();
    const next = line.slice(index + segment.length, index + segment.length + LOOKAHEAD_LENGTH);
    if (words === "") continue;
    from ??= index + segment.search(/\S/);
    if (next !== "" && isContinued(words, next)) continue;
    sentences.push({ start: start + from, end: start + index + words.length });
    from = undefined;
  }
  return sentences;
}

/** Whether a segment continues with the text after it. */
function isContinued(words: string, next: string): boolean {
  const end = words.slice(-LOOKAHEAD_LENGTH);
  if (/^\p{Ll}/u.test(next) && !CLOSED_QUOTATION.test(end)) return true;
  if (ABBREVIATIONS.test(end) || (INITIALS.test(end) && !NOT_INITIALS.test(end)) || NUMBER_ALONE.test(words))
    return true;
  return BEFORE_FIGURES.test(end) ? /^\p{N}/u.test(next) : ORDINAL.test(end) && AFTER_ORDINAL.test(next);
}

/** Whether an unfinished sentence continues at the top of the next page. */
function isContinuedOnNextPage({ text, pages }: Article, before: Passage, after: Passage): boolean {
  if (pages.length === 0 || ENDED.test(text.slice(Math.max(before.start, before.end - LOOKAHEAD_LENGTH), before.end)))
    return false;
  return (
    /^\p{Ll}/u.test(text.slice(after.start, after.start + 2)) &&
    pages.some(({ start }) => before.end <= start && start <= after.start)
  );
}
