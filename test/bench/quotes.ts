/**
 * Measures how long it takes to find quotes in an article of 1 MB, exactly and approximately. The article consists of few
 * different phrases, which is the worst case for an index. The times are CPU times, which do not depend on other processes.
 *
 * `node test/bench/quotes.ts`
 */
import process from "node:process";
import { plainArticle } from "../../server/core/articles/article.ts";
import { approximateMatches } from "../../server/core/articles/quotes/approximateMatch.ts";
import { quoteCompletions } from "../../server/core/articles/quotes/completeQuote.ts";
import {
  createSearchableText,
  findQuote,
  type SearchableText,
  searchableArticle,
} from "../../server/core/articles/quotes/findQuote.ts";
import { sentencesOf } from "../../server/core/articles/sentences.ts";
import { randomFrom } from "./generated/random.ts";
import { sentenceGenerator } from "./generated/sentences.ts";
import { formatNumber, quantile } from "./statistics.ts";

const LENGTH = 1_000_000;
const QUOTES = 1000;
const ROUNDS = 20;

const random = randomFrom(11);
const sentence = sentenceGenerator(random);
let article = "";
while (article.length < LENGTH)
  article += `${sentence()} It was item ${random.integerBelow(1_000_000)}. ${random.chance(0.2) ? "\n\n" : ""}`;

/** Random quotes of whole words. */
function randomQuotes(length: number): readonly string[] {
  return Array.from({ length: QUOTES }, () => {
    const start = article.indexOf(" ", random.integerBelow(article.length - 2 * length)) + 1;
    return article.slice(start, article.indexOf(" ", start + length));
  });
}

/** The CPU time of a function in milliseconds. */
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

console.log([`article of ${LENGTH / 1e6} MB`.padEnd(70), "median ms".padStart(10), "p95 ms".padStart(10)].join(""));
let source: SearchableText = createSearchableText(article);
printRow(
  "index the text, once per text",
  Array.from({ length: ROUNDS }, () => cpuTime(() => (source = createSearchableText(article)))),
);
for (const length of [30, 80, 200]) {
  const rounds = Array.from({ length: ROUNDS }, () => randomQuotes(length));
  printRow(
    `find ${QUOTES} quotes of ${length} characters`,
    rounds.map((quotes) => cpuTime(() => quotes.map((quote) => findQuote(source, quote)))),
  );
}
const quotesWithGaps = Array.from({ length: ROUNDS }, () =>
  randomQuotes(80).map((quote) => `${quote.slice(0, 40)}…${quote.slice(44)}`),
);
printRow(
  `find ${QUOTES} quotes with an ellipsis`,
  quotesWithGaps.map((quotes) => cpuTime(() => quotes.map((quote) => findQuote(source, quote)))),
);
const editedQuotes = randomQuotes(80)
  .slice(0, 200)
  .map((quote) => quote.replace(/ \w+ /, " quaint "));
printRow(
  "one edited quote of 80 characters: not found, similar passages",
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
  "one edited quote of 600 characters: similar passages",
  longEditedQuotes.map((quote) => cpuTime(() => approximateMatches(source, quote))),
);

const editedRounds = Array.from({ length: 5 }, () =>
  randomQuotes(80).map((quote) => quote.replace(/ \w+ /, " quaint ")),
);
printRow(
  `${QUOTES} edited quotes of 80 characters: similar passages`,
  editedRounds.map((quotes) => cpuTime(() => quotes.map((quote) => approximateMatches(source, quote)))),
);
const benchArticle = plainArticle("plain", article);
printRow("split into sentences, once per text", [cpuTime(() => sentencesOf(benchArticle))]);
searchableArticle(benchArticle);
for (const prefix of ["the", "mild", "It was item 7"])
  printRow(
    `complete “${prefix}”`,
    Array.from({ length: ROUNDS }, () => cpuTime(() => quoteCompletions(benchArticle, prefix, 20))),
  );
/** Repetitive texts are the worst case of any search. */
const repetitiveTexts: readonly (readonly [label: string, piece: string, quote: string])[] = [
  ["1 MB of “a a a …”, edited quote of 3,000 words", "a ", `${"a ".repeat(3000)}b`],
  ["1 MB of “aaa…”, edited quote of 3,000 characters", "a", `${"a".repeat(3000)}b`],
];
for (const [label, piece, quote] of repetitiveTexts) {
  const text = createSearchableText(piece.repeat(LENGTH / piece.length));
  printRow(
    label,
    Array.from({ length: 5 }, () =>
      cpuTime(() => {
        text.matchCache.clear();
        findQuote(text, quote);
        approximateMatches(text, quote);
      }),
    ),
  );
}
