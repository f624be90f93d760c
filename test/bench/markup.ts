/**
 * Measures how long it takes to read an article in markup in a worker thread, and how long this blocks the main thread: the
 * longest time between two turns of its event loop.
 *
 * `node test/bench/markup.ts`
 */
import { performance } from "node:perf_hooks";
import type { MarkupFormat } from "../../server/core/articles/article.ts";
import type { ReadResult } from "../../server/core/articles/readArticle.ts";
import { readInBackground } from "../../server/node/backgroundReader.ts";
import { randomFrom } from "./generated/random.ts";
import { sentenceGenerator } from "./generated/sentences.ts";
import { formatNumber } from "./statistics.ts";

const LENGTH = 1_000_000;
const ROUNDS = 3;
const sentence = sentenceGenerator(randomFrom(11));
let markdown = "";
let html = "";
while (markdown.length < LENGTH) {
  markdown += `${sentence()} *${sentence()}* [${sentence()}](https://example.org) ${sentence()}\n\n`;
  html += `<p>${sentence()} <em>${sentence()}</em> &amp; ${sentence()}</p>\n`;
}

const texts: readonly (readonly [name: string, format: MarkupFormat, text: string])[] = [
  ["Markdown, 20 KB", "markdown", markdown.slice(0, 20_000)],
  ["Markdown, 1 MB", "markdown", markdown],
  ["HTML, 1 MB", "html", html],
  ["Markdown, unclosed emphasis, 60 KB", "markdown", "a_ ".repeat(20_000)],
  ["HTML, 200,000 nested elements", "html", `${"<div>".repeat(200_000)}x`],
];

console.log(["in a worker, milliseconds".padEnd(42), "total".padStart(10), "blocked".padStart(14)].join(""));
for (const [name, format, text] of texts) {
  const samples: ReadingTime[] = [];
  for (let round = 0; round < ROUNDS; round++) samples.push(await measureReading(format, text));
  const minimum = (of: "total" | "blocked"): string => formatNumber(Math.min(...samples.map((sample) => sample[of])));
  const failureNote = samples.some(({ state }) => state !== "found") ? "  failed" : "";
  console.log([name.padEnd(42), minimum("total").padStart(10), minimum("blocked").padStart(14), failureNote].join(""));
}

interface ReadingTime {
  readonly state: ReadResult["state"];
  readonly total: number;
  readonly blocked: number;
}

/** The total time, and the longest time between two turns of the event loop. */
async function measureReading(format: MarkupFormat, text: string): Promise<ReadingTime> {
  let [longest, last, ended] = [0, performance.now(), false];
  const tick = (): void => {
    const now = performance.now();
    [longest, last] = [Math.max(longest, now - last), now];
    if (!ended) setImmediate(tick);
  };
  setImmediate(tick);
  const start = performance.now();
  const { state } = await readInBackground({ format, text }, new AbortController().signal);
  const total = performance.now() - start;
  // Include the turn in which the answer arrived.
  await new Promise(setImmediate);
  ended = true;
  return { state, total, blocked: longest };
}
