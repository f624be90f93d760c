/**
 * How long requests about articles take over stdio: a text of 1 MB, and a map with 1,000 quotes from it. Each request goes
 * out together with an edit of a quote, as an editor's do; time runs until the answer is in, read and parsed.
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
import { randomFrom } from "./random.ts";
import { sentenceGenerator as writer } from "./sentences.ts";
import { connect } from "./serverProcess.ts";
import { formatNumber, quantile } from "./statistics.ts";
import type { TypedEdit } from "./subject.ts";

const program = join(root, "dist/server/cli.cjs");
const SAMPLES = 100;
const QUOTES = 1000;
const ARTICLE_LENGTH = 1_000_000;

const folder = mkdtempSync(join(tmpdir(), "argmap-measured-"));
try {
  const next = writer(randomFrom(7));
  const sentences: string[] = [];
  for (let length = 0; length < ARTICLE_LENGTH; length += (sentences.at(-1)?.length ?? 0) + 1) {
    sentences.push(next());
  }
  const paragraphs = sentences.map((one, index) => one + (index % 5 === 4 ? "\n\n" : "\n"));
  const article = paragraphs.join("");
  const step = Math.floor(sentences.length / QUOTES);
  const cited = Array.from({ length: QUOTES }, (_, index) => sentences[index * step] ?? "");
  const lines = ["source s: S", "  file: a.txt", ...cited.flatMap((one) => ["claim: C", `  quote: ${one}`])];
  writeFileSync(join(folder, "a.txt"), article);
  writeFileSync(join(folder, "a.argmap"), lines.join("\n"));
  const [uri, text] = ["a.argmap", "a.txt"].map((name) => pathToFileURL(join(folder, name)).href);
  if (uri === undefined || text === undefined) throw new Error("There are no files.");
  const start = performance.now();
  const server = await connect(program, {
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "measured" }],
    capabilities: { textDocument: { publishDiagnostics: { versionSupport: true }, definition: { linkSupport: true } } },
  });
  await server.open(uri, lines.join("\n"));
  await server.ask(protocol.PASSAGES, { uri: text });
  console.log(
    `${QUOTES} quotes from ${(article.length / 1e6).toFixed(2)} MB, from start to all passages: ${formatNumber(performance.now() - start)} ms`,
  );
  const documents = { map: { textDocument: { uri } }, text: { textDocument: { uri: text } } };
  const articleLines = article.split("\n");
  /** Where the quote of a line of the map stands in the article. */
  const passagePosition = (line: number) => ({
    line: articleLines.indexOf((lines[line] ?? "").slice("  quote: ".length)),
    character: 9,
  });
  const requests: readonly (readonly [string, (line: number) => object])[] = [
    ["textDocument/definition", (line) => ({ ...documents.map, position: { line, character: 30 } })],
    ["textDocument/hover", (line) => ({ ...documents.map, position: { line, character: 30 } })],
    ["textDocument/definition", (line) => ({ ...documents.text, position: passagePosition(line - 4) })],
    ["textDocument/hover", (line) => ({ ...documents.text, position: passagePosition(line - 4) })],
    [
      "textDocument/references",
      (line) => ({ ...documents.text, position: passagePosition(line - 4), context: { includeDeclaration: true } }),
    ],
    ["textDocument/documentHighlight", (line) => ({ ...documents.text, position: passagePosition(line - 4) })],
    ["textDocument/codeLens", () => documents.text],
    [protocol.PASSAGES, () => ({ uri: text })],
    [protocol.COVERAGE, () => ({ uri })],
    [protocol.TARGETS, () => ({ article: text, query: "c" })],
    [
      protocol.QUOTE,
      (line) => {
        const { line: at } = passagePosition(line - 4);
        const selections = [{ start: { line: at, character: 3 }, end: { line: at, character: 40 } }];
        return { article: text, selections, map: uri, add: "claim" };
      },
    ],
  ];
  let version = 1;
  for (const [method, params] of requests) {
    const samples: number[] = [];
    for (let time = 0; time < SAMPLES + 5; time++) {
      const line = 9 + 2 * ((time * 37) % (QUOTES - 10));
      version++;
      // A letter comes and goes at the end of a quote, which is found and not found in turn.
      const removed = time % 2 === 0 ? 0 : 1;
      const edit: TypedEdit = {
        offset: lines.slice(0, 6).join("\n").length,
        line: 5,
        character: lines[5]?.length ?? 0,
        removed,
        inserted: removed === 0 ? "x" : "",
      };
      const from = performance.now();
      await server.changeAndAsk(uri, version, edit, method, params(line));
      // The first ones make the code warm, as an editor's do while a map is opened.
      if (time >= 5) samples.push(performance.now() - from);
    }
    const [median, p95] = [quantile(samples, 0.5), quantile(samples, 0.95)].map(formatNumber);
    const of =
      "textDocument" in params(9)
        ? (params(9) as typeof documents.map).textDocument.uri === uri
          ? "map"
          : "text"
        : "";
    console.log(`  ${method.padEnd(34)} ${of.padEnd(5)} median ${median?.padStart(8)}   p95 ${p95?.padStart(8)}`);
  }
  await server.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
