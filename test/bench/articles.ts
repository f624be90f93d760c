/**
 * Measures requests about articles over stdio, for a text of 1 MB and a map with 1,000 quotes from it: the time from sending
 * an edit of a quote and the request until the answer is received and parsed.
 *
 * `node test/bench/articles.ts`
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import * as protocol from "../../server/protocol/articles.ts";
import { root } from "../support/root.ts";
import type { TypedEdit } from "./benchmarkProgram.ts";
import { randomFrom } from "./generated/random.ts";
import { sentenceGenerator } from "./generated/sentences.ts";
import { connect } from "./serverProcess.ts";
import { formatNumber, printTimes } from "./statistics.ts";

const program = join(root, "dist/server/cli.cjs");
const SAMPLES = 100;
/** Requests that are not measured, for the just-in-time compiler. */
const WARMUP_REQUESTS = 5;
const QUOTES = 1000;
const ARTICLE_LENGTH = 1_000_000;

const folder = mkdtempSync(join(tmpdir(), "argmap-measured-"));
try {
  const nextSentence = sentenceGenerator(randomFrom(7));
  const sentences: string[] = [];
  for (let length = 0; length < ARTICLE_LENGTH; length += (sentences.at(-1)?.length ?? 0) + 1) {
    sentences.push(nextSentence());
  }
  const article = sentences.map((sentence, index) => sentence + (index % 5 === 4 ? "\n\n" : "\n")).join("");
  const step = Math.floor(sentences.length / QUOTES);
  const quotes = Array.from({ length: QUOTES }, (_, index) => sentences[index * step] ?? "");
  const lines = ["source s: S", "  file: a.txt", ...quotes.flatMap((quote) => ["claim: C", `  quote: ${quote}`])];
  writeFileSync(join(folder, "a.txt"), article);
  writeFileSync(join(folder, "a.argmap"), lines.join("\n"));
  const mapUri = pathToFileURL(join(folder, "a.argmap")).href;
  const articleUri = pathToFileURL(join(folder, "a.txt")).href;
  const start = performance.now();
  const server = await connect(program, {
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "measured" }],
    capabilities: { textDocument: { publishDiagnostics: { versionSupport: true }, definition: { linkSupport: true } } },
  });
  await server.open(mapUri, lines.join("\n"));
  await server.ask(protocol.PASSAGES, { uri: articleUri });
  console.log(
    `${QUOTES} quotes from ${(article.length / 1e6).toFixed(2)} MB, start until all passages are found: ${formatNumber(performance.now() - start)} ms`,
  );
  const documents = { map: { textDocument: { uri: mapUri } }, article: { textDocument: { uri: articleUri } } };
  const articleLines = article.split("\n");
  /** The position in the article of the quote on a line of the map. */
  const passagePosition = (line: number) => ({
    line: articleLines.indexOf((lines[line] ?? "").slice("  quote: ".length)),
    character: 9,
  });
  const atQuote = (line: number) => ({ ...documents.map, position: { line, character: 30 } });
  const atPassage = (line: number) => ({ ...documents.article, position: passagePosition(line - 4) });
  const requests: readonly (readonly [method: string, target: string, params: (line: number) => object])[] = [
    ["textDocument/definition", "map", atQuote],
    ["textDocument/hover", "map", atQuote],
    ["textDocument/definition", "article", atPassage],
    ["textDocument/hover", "article", atPassage],
    ["textDocument/references", "article", (line) => ({ ...atPassage(line), context: { includeDeclaration: true } })],
    ["textDocument/documentHighlight", "article", atPassage],
    ["textDocument/codeLens", "article", () => documents.article],
    [protocol.PASSAGES, "article", () => ({ uri: articleUri })],
    [protocol.COVERAGE, "map", () => ({ uri: mapUri })],
    [protocol.TARGETS, "article", () => ({ article: articleUri, query: "c" })],
    [
      protocol.QUOTE,
      "article",
      (mapLine) => {
        const { line } = passagePosition(mapLine - 4);
        const selections = [{ start: { line, character: 3 }, end: { line, character: 40 } }];
        return { article: articleUri, selections, map: mapUri, add: "claim" };
      },
    ],
  ];
  let version = 1;
  for (const [method, target, params] of requests) {
    const samples: number[] = [];
    for (let count = 0; count < WARMUP_REQUESTS + SAMPLES; count++) {
      const line = 9 + 2 * ((count * 37) % (QUOTES - 10));
      version++;
      // Insert and remove a letter at the end of a quote in turn, so that the quote is not found and found.
      const removed = count % 2 === 0 ? 0 : 1;
      const edit: TypedEdit = {
        offset: lines.slice(0, 6).join("\n").length,
        line: 5,
        character: lines[5]?.length ?? 0,
        removed,
        inserted: removed === 0 ? "x" : "",
      };
      const requestStart = performance.now();
      await server.changeAndAsk(mapUri, version, edit, method, params(line));
      if (count >= WARMUP_REQUESTS) samples.push(performance.now() - requestStart);
    }
    printTimes(`${method} (${target})`, samples);
  }
  await server.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
