/**
 * How long it takes to find quotes in an article of a megabyte: all of a map, and one that was edited, so that it is not there.
 * The article is made of few phrases, which is the hardest for an index. Time of the processor, which others at work do not
 * make longer.
 *
 * `node test/bench/quotes.ts`
 */
import process from "node:process";
import { asWritten } from "../../server/core/sources/article.ts";
import { nearestPassages } from "../../server/core/sources/quotes/approximateMatch.ts";
import { finished } from "../../server/core/sources/quotes/completeQuote.ts";
import {
  placesOf,
  type Searchable,
  searchable,
  searchableArticle,
} from "../../server/core/sources/quotes/findQuote.ts";
import { sentencesOf } from "../../server/core/sources/text/sentences.ts";
import { randomFrom } from "./random.ts";
import { sentences } from "./sentences.ts";
import { quantile, readable } from "./statistics.ts";

const LENGTH = 1_000_000;
const QUOTES = 1000;
const ROUNDS = 20;

const random = randomFrom(11);
const sentence = sentences(random);
let article = "";
while (article.length < LENGTH)
  article += `${sentence()} It was item ${random.below(1_000_000)}. ${random.happens(0.2) ? "\n\n" : ""}`;

/** Quotes of whole words, no two rounds the same. */
function quotes(length: number): readonly string[] {
  return Array.from({ length: QUOTES }, () => {
    const start = article.indexOf(" ", random.below(article.length - 2 * length)) + 1;
    return article.slice(start, article.indexOf(" ", start + length));
  });
}

const timed = (work: () => void): number => {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
};

function row(name: string, samples: readonly number[]): void {
  const figures = [quantile(samples, 0.5), quantile(samples, 0.95)].map(readable);
  console.log([name.padEnd(70), ...figures.map((figure) => figure.padStart(10))].join(""));
}

console.log([`an article of ${LENGTH / 1e6} MB`.padEnd(70), "median ms".padStart(10), "p95 ms".padStart(10)].join(""));
let source: Searchable = searchable(article);
row(
  "prepared, once for each text",
  Array.from({ length: ROUNDS }, () => timed(() => (source = searchable(article)))),
);
for (const length of [30, 80, 200]) {
  const rounds = Array.from({ length: ROUNDS }, () => quotes(length));
  row(
    `${QUOTES} quotes of ${length} characters`,
    rounds.map((all) => timed(() => all.map((one) => placesOf(source, one)))),
  );
}
const gaps = Array.from({ length: ROUNDS }, () => quotes(80).map((one) => `${one.slice(0, 40)}…${one.slice(44)}`));
row(
  `${QUOTES} quotes with words left out`,
  gaps.map((all) => timed(() => all.map((one) => placesOf(source, one)))),
);
const wrong = quotes(80)
  .slice(0, 200)
  .map((quote) => quote.replace(/ \w+ /, " quaint "));
row(
  "one quote that was edited: that it is not there, and its offers",
  wrong.map((quote) =>
    timed(() => {
      placesOf(source, quote);
      nearestPassages(source, quote);
    }),
  ),
);
const long = quotes(600)
  .slice(0, 50)
  .map((quote) => quote.replace(/ \w+ /, " quaint "));
row(
  "the same, of 600 characters",
  long.map((quote) => timed(() => nearestPassages(source, quote))),
);

const revised = Array.from({ length: 5 }, () => quotes(80).map((quote) => quote.replace(/ \w+ /, " quaint ")));
row(
  `${QUOTES} quotes of 80 characters that are not there, with their offers`,
  revised.map((all) => timed(() => all.map((quote) => nearestPassages(source, quote)))),
);
const whole = asWritten("plain", article);
row("cut into sentences, once for each text", [timed(() => sentencesOf(whole))]);
searchableArticle(whole);
for (const written of ["the", "mild", "It was item 7"])
  row(
    `offers to finish “${written}”`,
    Array.from({ length: ROUNDS }, () => timed(() => finished(whole, written, 20))),
  );
/** What repeats itself without end is the worst for any search. */
const repeated: readonly (readonly [string, string, string])[] = [
  ["“a a a …” of a megabyte, 3,000 of it with a slip", "a ", `${"a ".repeat(3000)}b`],
  ["“aaa…” of a megabyte, 3,000 of it with a slip", "a", `${"a".repeat(3000)}b`],
];
for (const [name, piece, quote] of repeated) {
  const text = searchable(piece.repeat(LENGTH / piece.length));
  row(
    name,
    Array.from({ length: 5 }, () =>
      timed(() => {
        text.found.clear();
        placesOf(text, quote);
        nearestPassages(text, quote);
      }),
    ),
  );
}
