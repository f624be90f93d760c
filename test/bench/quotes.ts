/**
 * How long it takes to find quotes in an article of a megabyte: all of a map, and one that was edited, so that it is not there.
 * The article is made of few phrases, which is the hardest for an index. Time of the processor, which others at work do not
 * make longer.
 *
 * `node test/bench/quotes.ts`
 */
import process from "node:process";
import { plainArticle } from "../../server/core/sources/article.ts";
import { approximateMatches } from "../../server/core/sources/quotes/approximateMatch.ts";
import { quoteCompletions } from "../../server/core/sources/quotes/completeQuote.ts";
import {
  createSearchableText,
  findQuote,
  type SearchableText,
  searchableArticle,
} from "../../server/core/sources/quotes/findQuote.ts";
import { sentencesOf } from "../../server/core/sources/text/sentences.ts";
import { randomFrom } from "./random.ts";
import { sentenceGenerator } from "./sentences.ts";
import { formatNumber, quantile } from "./statistics.ts";

const LENGTH = 1_000_000;
const QUOTES = 1000;
const ROUNDS = 20;

const random = randomFrom(11);
const sentence = sentenceGenerator(random);
let article = "";
while (article.length < LENGTH)
  article += `${sentence()} It was item ${random.integerBelow(1_000_000)}. ${random.chance(0.2) ? "\n\n" : ""}`;

/** Quotes of whole words, no two rounds the same. */
function randomQuotes(length: number): readonly string[] {
  return Array.from({ length: QUOTES }, () => {
    const start = article.indexOf(" ", random.integerBelow(article.length - 2 * length)) + 1;
    return article.slice(start, article.indexOf(" ", start + length));
  });
}

const cpuTime = (work: () => void): number => {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
};

function printRow(name: string, samples: readonly number[]): void {
  const figures = [quantile(samples, 0.5), quantile(samples, 0.95)].map(formatNumber);
  console.log([name.padEnd(70), ...figures.map((figure) => figure.padStart(10))].join(""));
}

console.log([`an article of ${LENGTH / 1e6} MB`.padEnd(70), "median ms".padStart(10), "p95 ms".padStart(10)].join(""));
let source: SearchableText = createSearchableText(article);
printRow(
  "prepared, once for each text",
  Array.from({ length: ROUNDS }, () => cpuTime(() => (source = createSearchableText(article)))),
);
for (const length of [30, 80, 200]) {
  const rounds = Array.from({ length: ROUNDS }, () => randomQuotes(length));
  printRow(
    `${QUOTES} quotes of ${length} characters`,
    rounds.map((all) => cpuTime(() => all.map((one) => findQuote(source, one)))),
  );
}
const quotesWithGaps = Array.from({ length: ROUNDS }, () =>
  randomQuotes(80).map((one) => `${one.slice(0, 40)}…${one.slice(44)}`),
);
printRow(
  `${QUOTES} quotes with words left out`,
  quotesWithGaps.map((all) => cpuTime(() => all.map((one) => findQuote(source, one)))),
);
const editedQuotes = randomQuotes(80)
  .slice(0, 200)
  .map((quote) => quote.replace(/ \w+ /, " quaint "));
printRow(
  "one quote that was edited: that it is not there, and its offers",
  editedQuotes.map((quote) =>
    cpuTime(() => {
      findQuote(source, quote);
      approximateMatches(source, quote);
    }),
  ),
);
const longEditedQuotes = randomQuotes(600)
  .slice(0, 50)
  .map((quote) => quote.replace(/ \w+ /, " quaint "));
printRow(
  "the same, of 600 characters",
  longEditedQuotes.map((quote) => cpuTime(() => approximateMatches(source, quote))),
);

const editedRounds = Array.from({ length: 5 }, () =>
  randomQuotes(80).map((quote) => quote.replace(/ \w+ /, " quaint ")),
);
printRow(
  `${QUOTES} quotes of 80 characters that are not there, with their offers`,
  editedRounds.map((all) => cpuTime(() => all.map((quote) => approximateMatches(source, quote)))),
);
const benchArticle = plainArticle("plain", article);
printRow("cut into sentences, once for each text", [cpuTime(() => sentencesOf(benchArticle))]);
searchableArticle(benchArticle);
for (const written of ["the", "mild", "It was item 7"])
  printRow(
    `offers to finish “${written}”`,
    Array.from({ length: ROUNDS }, () => cpuTime(() => quoteCompletions(benchArticle, written, 20))),
  );
/** What repeats itself without end is the worst for any search. */
const repeated: readonly (readonly [string, string, string])[] = [
  ["“a a a …” of a megabyte, 3,000 of it with a slip", "a ", `${"a ".repeat(3000)}b`],
  ["“aaa…” of a megabyte, 3,000 of it with a slip", "a", `${"a".repeat(3000)}b`],
];
for (const [name, piece, quote] of repeated) {
  const text = createSearchableText(piece.repeat(LENGTH / piece.length));
  printRow(
    name,
    Array.from({ length: 5 }, () =>
      cpuTime(() => {
        text.matchCache.clear();
        findQuote(text, quote);
        approximateMatches(text, quote);
      }),
    ),
  );
}
