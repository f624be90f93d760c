import { expect, test } from "vitest";
import { countCoverage } from "../../../../client/articles/coverage/coverageCounts.ts";
import type { CoverageResult } from "../../../../server/protocol/articles.ts";

type Coverage = NonNullable<CoverageResult>;

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const articleWith = (paragraphs: number, cited: number): Coverage["articles"][number] => ({
  uri: "file:///a.txt",
  title: "A",
  paragraphs: [],
  counts: { paragraphs, cited },
});
const unquoted = { uri: "file:///m.argmap", range, kind: "claim", text: "It stays." } as const;

test("sums up the paragraphs of all articles, and counts the entries without a quote", () => {
  const coverage = { articles: [articleWith(4, 1), articleWith(3, 3)], unquoted: [unquoted, unquoted], entries: 5 };
  expect(countCoverage(coverage)).toEqual({ paragraphs: 7, cited: 4, unquoted: 2 });
});

test("has no counts without an answer, for other documents, and for a map without articles", () => {
  expect(countCoverage(undefined)).toBeUndefined();
  expect(countCoverage(null)).toBeUndefined();
  expect(countCoverage({ articles: [], unquoted: [unquoted], entries: 1 })).toBeUndefined();
});
