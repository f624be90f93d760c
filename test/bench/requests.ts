/**
 * How long requests take over stdio right after an edit, as an editor meets them: the change and the request go out
 * together, and time runs until the answer is in, read and parsed. One table for a map of 10,000 entries, one for 1,000
 * files of 100 entries, of which one is open.
 *
 * `node test/bench/requests.ts`
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import type { CallHierarchyItem, ClientCapabilities, SemanticTokens } from "vscode-languageserver-protocol/node";
import { root } from "../support/root.ts";
import { connect, type ServerProcess } from "./serverProcess.ts";
import { formatNumber, quantile } from "./statistics.ts";
import { makeStructure } from "./structure.ts";
import { typingEdits } from "./typing.ts";
import { writeArgmap } from "./writeArgmap.ts";

const program = join(root, "dist/server/cli.cjs");
const SAMPLES = 100;

const capabilities: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: {
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
    definition: { linkSupport: true },
    hover: { contentFormat: ["markdown"] },
    completion: {
      completionItem: {
        snippetSupport: true,
        resolveSupport: { properties: ["documentation", "additionalTextEdits"] },
      },
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor", "source"] } },
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
  },
};

interface MeasuredRequest {
  readonly method: string;
  /** What it is asked with, at a line and column where a text is being typed. */
  readonly params: (place: RequestPosition) => object;
  readonly of: "place" | "file";
}

interface RequestPosition {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
  /** A column in the head of that line where a name may stand. */
  readonly name: number;
  readonly token: string;
}

const positionParams = ({ uri, line, name }: RequestPosition) => ({
  textDocument: { uri },
  position: { line, character: name },
});
const visibleRange = ({ line }: RequestPosition) => ({
  start: { line: Math.max(0, line - 25), character: 0 },
  end: { line: line + 25, character: 0 },
});
const documentParams = ({ uri }: RequestPosition) => ({ textDocument: { uri } });
const options = { tabSize: 2, insertSpaces: true };

const requests: readonly MeasuredRequest[] = [
  ...[
    "definition",
    "declaration",
    "typeDefinition",
    "implementation",
    "documentHighlight",
    "hover",
    "signatureHelp",
    "completion",
    "prepareRename",
    "linkedEditingRange",
    "prepareCallHierarchy",
  ].map((name): MeasuredRequest => ({ method: `textDocument/${name}`, params: positionParams, of: "place" })),
  {
    method: "textDocument/references",
    params: (place) => ({ ...positionParams(place), context: { includeDeclaration: true } }),
    of: "place",
  },
  { method: "textDocument/rename", params: (place) => ({ ...positionParams(place), newName: "renamed" }), of: "place" },
  {
    method: "textDocument/codeAction",
    params: (place) => ({
      ...documentParams(place),
      range: { start: positionParams(place).position, end: positionParams(place).position },
      context: { diagnostics: [] },
    }),
    of: "place",
  },
  {
    method: "textDocument/selectionRange",
    params: (place) => ({ ...documentParams(place), positions: [positionParams(place).position] }),
    of: "place",
  },
  {
    method: "textDocument/inlayHint",
    params: (place) => ({ ...documentParams(place), range: visibleRange(place) }),
    of: "place",
  },
  {
    method: "textDocument/semanticTokens/range",
    params: (place) => ({ ...documentParams(place), range: visibleRange(place) }),
    of: "place",
  },
  {
    method: "textDocument/rangeFormatting",
    params: (place) => ({ ...documentParams(place), range: visibleRange(place), options }),
    of: "place",
  },
  {
    method: "textDocument/onTypeFormatting",
    params: (place) => ({ ...positionParams(place), ch: "\n", options }),
    of: "place",
  },
  { method: "textDocument/documentSymbol", params: documentParams, of: "file" },
  { method: "textDocument/semanticTokens/full", params: documentParams, of: "file" },
  {
    method: "textDocument/semanticTokens/full/delta",
    params: (place) => ({ ...documentParams(place), previousResultId: place.token }),
    of: "file",
  },
  { method: "textDocument/codeLens", params: documentParams, of: "file" },
  { method: "textDocument/foldingRange", params: documentParams, of: "file" },
  { method: "textDocument/documentLink", params: documentParams, of: "file" },
  { method: "textDocument/formatting", params: (place) => ({ ...documentParams(place), options }), of: "file" },
  { method: "workspace/symbol", params: () => ({ query: "clean" }), of: "file" },
];

await inOneFile();
await inManyFiles();

async function inOneFile(): Promise<void> {
  const uri = pathToFileURL(join(tmpdir(), "argmap-measured.argmap")).href;
  const text = writeArgmap(makeStructure(10_000));
  const server = await connect(program, { capabilities });
  await server.open(uri, text);
  console.log("One file of 10,000 entries, over stdio, each right after an edit, in milliseconds");
  await measure(server, uri, text, requests);
  await measureCallHierarchy(server, uri, text);
  await server.stop();
}

async function inManyFiles(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "argmap-measured-"));
  try {
    const text = writeArgmap(makeStructure(100));
    for (let number = 0; number < 1000; number++) {
      // Names are the same in all files but for a mark of the file, so that each is found once.
      writeFileSync(join(folder, `${number}.argmap`), text.replaceAll(/\b([a-z]+-?[a-z]*)(?=-\d+\b)/g, `$1${number}`));
    }
    const uri = pathToFileURL(join(folder, "0.argmap")).href;
    const start = performance.now();
    const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: "measured" }];
    const server = await connect(program, { capabilities, workspaceFolders });
    await server.open(uri, text);
    // This waits until all files are read.
    await server.ask("textDocument/references", {
      ...documentParams({ uri } as RequestPosition),
      position: { line: 0, character: 0 },
      context: { includeDeclaration: true },
    });
    console.log(`1,000 files of 100 entries, from start to all known: ${formatNumber(performance.now() - start)} ms`);
    const first = performance.now();
    await server.ask("workspace/symbol", { query: "clean" });
    console.log(`  the first search: ${formatNumber(performance.now() - first)} ms`);
    const wanted = [
      "textDocument/completion",
      "workspace/symbol",
      "textDocument/references",
      "textDocument/rename",
      "textDocument/codeAction",
    ];
    await measure(
      server,
      uri,
      text,
      requests.filter(({ method }) => wanted.includes(method)),
    );
    await server.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  server: ServerProcess,
  uri: string,
  text: string,
  measuredRequests: readonly MeasuredRequest[],
): Promise<void> {
  const lines = text.split("\n");
  let version = 1;
  for (const { method, params, of } of measuredRequests) {
    const samples: number[] = [];
    const edits = typingEdits(text, 11);
    let token = (
      (await server.ask(
        "textDocument/semanticTokens/full",
        documentParams({ uri } as RequestPosition),
      )) as SemanticTokens
    ).resultId;
    for (let time = 0; time < SAMPLES + 5; time++) {
      const { value: edit } = edits.next();
      const name = (lines[edit.line] ?? "").search(/\S+:|\s\S+$/) + 1;
      const place: RequestPosition = { uri, line: edit.line, character: edit.character, name, token: token ?? "" };
      version += 1;
      const start = performance.now();
      const answer = (await server.changeAndAsk(uri, version, edit, method, params(place))) as SemanticTokens | null;
      // The first ones make the code warm, as an editor's do while a map is opened.
      if (time >= 5) samples.push(performance.now() - start);
      token = answer?.resultId ?? token;
    }
    report(method, samples, of);
  }
}

/** The call hierarchy goes on from what it answered before. */
async function measureCallHierarchy(server: ServerProcess, uri: string, text: string): Promise<void> {
  const lines = text.split("\n");
  const prepare = async (line: number) => {
    const character = (lines[line] ?? "").search(/\S+:/);
    const params = { textDocument: { uri }, position: { line, character } };
    return (await server.ask("textDocument/prepareCallHierarchy", params)) as CallHierarchyItem[] | null;
  };
  for (const direction of ["incomingCalls", "outgoingCalls"]) {
    const samples: number[] = [];
    for (let line = 0; samples.length < SAMPLES; line += 7) {
      const [item] = (await prepare(line % lines.length)) ?? [];
      if (item === undefined) continue;
      const start = performance.now();
      await server.ask(`callHierarchy/${direction}`, { item });
      samples.push(performance.now() - start);
    }
    report(`callHierarchy/${direction}`, samples, "place");
  }
}

function report(method: string, samples: readonly number[], of: MeasuredRequest["of"]): void {
  const [median, p95] = [quantile(samples, 0.5), quantile(samples, 0.95)].map(formatNumber);
  console.log(`  ${method.padEnd(44)} ${of.padEnd(6)} median ${median?.padStart(8)}   p95 ${p95?.padStart(8)}`);
}
