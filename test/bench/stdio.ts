/**
 * How long the built server takes over stdio, as an editor meets it: from the change written to the problems received.
 * Nothing here waits: the next change goes out when the problems of the one before are in.
 *
 * `node test/bench/stdio.ts [MAP…]`: without maps, the China–Russia map and a generated one of 10,000 entries.
 */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { root } from "../support/root.ts";
import { connect, type ServerProcess } from "./serverProcess.ts";
import { formatNumber, quantile } from "./statistics.ts";
import { makeStructure } from "./structure.ts";
import { applyTypedEdit, typingEdits } from "./typing.ts";
import { writeArgmap } from "./writeArgmap.ts";

interface Document {
  readonly name: string;
  readonly uri: string;
  readonly text: string;
}

const EDITS = 200;
/** Servers started for each map: a first opening comes only once in the life of each. */
const STARTS = 5;
const program = join(root, "dist/server/cli.cjs");
if (!existsSync(program)) throw new Error("There is no built server: run npm run build first.");

const paths = process.argv.slice(2);
const documents =
  paths.length > 0 ? paths.map(fromFile) : [fromFile(join(root, "examples/us-russia-reset.argmap")), generated(10_000)];
for (const document of documents) await measure(document);

function fromFile(path: string): Document {
  return { name: basename(path), uri: pathToFileURL(path).href, text: readFileSync(path, "utf8") };
}

function generated(entries: number): Document {
  const uri = pathToFileURL(join(root, "examples/generated.argmap")).href;
  return { name: `generated, ${entries} entries`, uri, text: writeArgmap(makeStructure(entries)) };
}

async function measure(document: Document): Promise<void> {
  const opening: number[] = [];
  const reopening: number[] = [];
  const typed: number[] = [];
  for (let start = 1; start <= STARTS; start++) {
    const server = await connect(program);
    opening.push(await measureOpening(server, document));
    if (start === STARTS) typed.push(...(await measureTyping(server, document)));
    await server.close(document.uri);
    reopening.push(await measureOpening(server, document));
    await server.stop();
  }
  console.log(`${document.name} (${Math.ceil(document.text.length / 1000)} KB), over stdio, in milliseconds`);
  report(`open to problems, ${STARTS} fresh servers`, opening);
  report("opened again in the same server", reopening);
  report(`one-character edit to problems, ${EDITS} edits`, typed);
}

async function measureOpening(server: ServerProcess, { uri, text }: Document): Promise<number> {
  const start = performance.now();
  await server.open(uri, text);
  return performance.now() - start;
}

/** Types letters and takes them back, one at a time, at entries taken at random. */
async function measureTyping(server: ServerProcess, { uri, text: initialText }: Document): Promise<number[]> {
  const samples: number[] = [];
  let text = initialText;
  let version = 1;
  for (const edit of typingEdits(initialText)) {
    text = applyTypedEdit(text, edit);
    version += 1;
    const start = performance.now();
    await server.change(uri, version, edit, text);
    samples.push(performance.now() - start);
    if (samples.length === EDITS) break;
  }
  return samples;
}

function report(name: string, samples: readonly number[]): void {
  const [median, p95] = [quantile(samples, 0.5), quantile(samples, 0.95)].map(formatNumber);
  console.log(`  ${name.padEnd(48)} median ${median?.padStart(8)}   p95 ${p95?.padStart(8)}`);
}
