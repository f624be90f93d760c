/** Searches a normalized text for passages that are similar to a query. */
import search from "approx-string-match";
import { mergeOverlapping, type Passage } from "../article.ts";
import type { SearchableText } from "./findQuote.ts";
import { type MatchContext, scoreOf } from "./matchScore.ts";
import { rareCandidates } from "./substringIndex.ts";

/** A candidate passage. The score is 1 for the same text in the same context. */
export interface ScoredPassage extends Passage {
  readonly score: number;
}

/** For longer queries, only the first and last `END_LENGTH` characters are searched. */
const MAX_WHOLE_SEARCH_LENGTH = 320;
const END_LENGTH = 128;
/** The maximum edit distance of a match, as a share of the length of the query. */
const MAX_ERROR_RATE = 0.4;
/** Limits of the search, which runs while the user types. */
const MAX_VOTES = 2000;
const MAX_WINDOWS = 6;
const MAX_SEARCHES = 3;
/** The whole text is searched only if its length times the length of the query is at most this. */
const MAX_WORK = 500_000;
/** Shorter queries are too unlikely to share two consecutive blocks of the index with their passage. */
const MIN_INDEXED_LENGTH = 24;

/** Returns disjoint passages of the normalized text that are similar to a normalized query, best first. */
export function rankedMatches(source: SearchableText, query: string, context: MatchContext): readonly ScoredPassage[] {
  const { text } = source.normal;
  const windows = candidateWindows(source, query);
  const matches = windows.flatMap((window) =>
    query.length > MAX_WHOLE_SEARCH_LENGTH ? matchesByEnds(text, window, query) : matchesInWindow(text, window, query),
  );
  const candidates = matches.map(({ start, end, errorRate }) => ({
    start,
    end,
    score: scoreOf(text, { start, end }, errorRate, context),
  }));
  candidates.sort((a, b) => b.score - a.score || a.start - b.start);
  const disjoint: ScoredPassage[] = [];
  for (const candidate of candidates) {
    if (disjoint.every(({ start, end }) => candidate.end <= start || end <= candidate.start)) disjoint.push(candidate);
  }
  return disjoint;
}

/** A match with its edit distance as a share of the length of the query. */
interface FuzzyMatch extends Passage {
  readonly errorRate: number;
}

const maxErrors = (query: string): number => Math.floor(query.length * MAX_ERROR_RATE);

function matchesInWindow(text: string, window: Passage, query: string): readonly FuzzyMatch[] {
  const errorLimit = maxErrors(query);
  const found: FuzzyMatch[] = [];
  const windows = [window];
  for (let searches = 0; searches < MAX_SEARCHES; searches++) {
    const next = windows.shift();
    if (next === undefined) break;
    const { start, end } = next;
    const matches = search(text.slice(start, end), query, errorLimit);
    for (const match of matches)
      found.push({ start: start + match.start, end: start + match.end, errorRate: match.errors / query.length });
    // The library reports only the best matches of a window; there may be others before and after them.
    for (const rest of [
      { start, end: start + (matches[0]?.start ?? 0) },
      { start: start + (matches.at(-1)?.end ?? end), end },
    ]) {
      if (rest.end - rest.start >= query.length - errorLimit) windows.push(rest);
    }
  }
  return found;
}

/** Searches only the beginning and the end of a long query, as the search takes time quadratic in its length. */
function matchesByEnds(text: string, window: Passage, query: string): readonly FuzzyMatch[] {
  const [head, tail] = [query.slice(0, END_LENGTH), query.slice(-END_LENGTH)];
  const slack = Math.max(END_LENGTH, Math.floor(query.length / 4));
  const first = bestMatchInWindow(text, window, head);
  const last = bestMatchInWindow(
    text,
    first === undefined
      ? window
      : { start: first.start + query.length - END_LENGTH - slack, end: first.start + query.length + slack },
    tail,
  );
  if (first === undefined && last === undefined) return [];
  const start = first?.start ?? Math.max(0, (last?.end ?? 0) - query.length);
  const end = last?.end ?? Math.min(text.length, start + query.length);
  return [{ start, end, errorRate: ((first?.errorRate ?? 1) + (last?.errorRate ?? 1)) / 2 }];
}

function bestMatchInWindow(text: string, window: Passage, query: string): FuzzyMatch | undefined {
  const start = Math.max(0, window.start);
  const [match] = search(text.slice(start, Math.max(start, window.end)), query, maxErrors(query));
  return match && { start: start + match.start, end: start + match.end, errorRate: match.errors / query.length };
}

/**
 * Returns the windows of the text that are worth an approximate search. Each rare substring that a position shares with the
 * query votes for its window, with more weight the rarer it is.
 */
function candidateWindows(source: SearchableText, query: string): readonly Passage[] {
  const { text } = source.normal;
  const canSearchWholeText = text.length * query.length <= MAX_WORK;
  // A short query may share no indexed substring with its passage, and share one with another passage.
  if (canSearchWholeText && query.length < MIN_INDEXED_LENGTH) return [{ start: 0, end: text.length }];
  const votes = new Map<number, number>();
  const slack = Math.max(16, Math.ceil(query.length / 4));
  const width = 2 * slack;
  for (const positions of rareCandidates(source.index, query, MAX_VOTES)) {
    const weight = 1 / positions.length;
    for (const window of new Set(positions.map((at) => Math.floor(Math.max(0, at) / width))))
      votes.set(window, (votes.get(window) ?? 0) + weight);
  }
  const likely = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_WINDOWS);
  const minVotes = (likely[0]?.[1] ?? 0) / 4;
  const windows = likely.flatMap(([window, votes]): readonly Passage[] => {
    if (votes < minVotes) return [];
    const end = Math.min(text.length, (window + 1) * width + query.length + slack);
    return [{ start: Math.max(0, window * width - slack), end }];
  });
  // A query with typing errors throughout shares no block with its passage.
  if (windows.length === 0 && canSearchWholeText) return [{ start: 0, end: text.length }];
  return mergeOverlapping(windows);
}
