/**
 * Measures the built server over stdio: the time from a change to its diagnostics. Each change is sent when the diagnostics
 * of the one before have arrived.
 *
 * `node test/bench/stdio.ts [MAP…]`: without maps, the US–Russia example and a generated map of 10,000 entries.
 */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { root } from "../support/root.ts";
import { makeStructure } from "./generated/structure.ts";
import { writeArgmap } from "./generated/writeArgmap.ts";
import { connect, type ServerProcess } from "./serverProcess.ts";
import { printTimes } from "./statistics.ts";
import { applyTypedEdit, typingEdits } from "./typing.ts";

interface Document {
  readonly name: string;
  readonly uri: string;
  readonly text: string;
}

const EDITS = 200;
/** The number of servers started for each map, as each gives only one sample of opening a document for the first time. */
const STARTS = 5;
const program = join(root, "dist/server/cli.cjs");
if (!existsSync(program)) throw new Error("The server is not built. Run `npm run build` first.");

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
  printTimes(`open, to problems, ${STARTS} new servers`, opening);
  printTimes("reopen in the same server, to problems", reopening);
  printTimes(`one-character edit, to problems, ${EDITS} edits`, typed);
}

async function measureOpening(server: ServerProcess, { uri, text }: Document): Promise<number> {
  const start = performance.now();
  await server.open(uri, text);
  return performance.now() - start;
}

/** The times of one-character edits at random entries. */
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
