/**
 * How long it takes to read an article in markup, and for how long the server answers nobody meanwhile: the longest that a
 * turn is kept waiting while the thread works and its answer comes in.
 *
 * `node test/bench/markup.ts`
 */
import { performance } from "node:perf_hooks";
import type { MarkupFormat, ReadResult } from "../../server/core/sources/readSource.ts";
import { readMarkupInWorker } from "../../server/node/markupReader.ts";
import { randomFrom } from "./random.ts";
import { sentenceGenerator } from "./sentences.ts";
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
  ["Markdown of torn emphasis, 60 KB", "markdown", "a_ ".repeat(20_000)],
  ["HTML of 200,000 elements in each other", "html", `${"<div>".repeat(200_000)}x`],
];

console.log(["in a thread, milliseconds".padEnd(42), "all".padStart(10), "kept waiting".padStart(14)].join(""));
for (const [name, format, text] of texts) {
  const samples: ReadingTime[] = [];
  for (let round = 0; round < ROUNDS; round++) samples.push(await measureReading(format, text));
  const minimum = (of: "all" | "waited"): string => formatNumber(Math.min(...samples.map((sample) => sample[of])));
  const failureNote = samples.some(({ state }) => state !== "found") ? "  given up" : "";
  console.log([name.padEnd(42), minimum("all").padStart(10), minimum("waited").padStart(14), failureNote].join(""));
}

interface ReadingTime {
  readonly state: ReadResult["state"];
  readonly all: number;
  readonly waited: number;
}

/** How long a reading takes, and the longest turn meanwhile. */
async function measureReading(format: MarkupFormat, text: string): Promise<ReadingTime> {
  let [longest, last, ended] = [0, performance.now(), false];
  const tick = (): void => {
    const now = performance.now();
    [longest, last] = [Math.max(longest, now - last), now];
    if (!ended) setImmediate(tick);
  };
  setImmediate(tick);
  const start = performance.now();
  const { state } = await readMarkupInWorker({ format, text });
  const all = performance.now() - start;
  // The turn in which the answer came counts too.
  await new Promise(setImmediate);
  ended = true;
  return { state, all, waited: longest };
}
