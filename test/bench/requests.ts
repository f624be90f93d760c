/**
 * Measures LSP requests over stdio right after an edit: the time from sending the edit and the request until the answer is
 * received and parsed. Prints one table for a map of 10,000 entries and one for 1,000 files of 100 entries each, one of which
 * is open.
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
import { makeStructure } from "./generated/structure.ts";
import { writeArgmap } from "./generated/writeArgmap.ts";
import { connect, type ServerProcess } from "./serverProcess.ts";
import { formatNumber, printTimes } from "./statistics.ts";
import { typingEdits } from "./typing.ts";

const program = join(root, "dist/server/cli.cjs");
const SAMPLES = 100;
/** Requests that are not measured, for the just-in-time compiler. */
const WARMUP_REQUESTS = 5;

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
  /** The parameters of the request at the position of an edit. */
  readonly params: (position: RequestPosition) => object;
  readonly scope: "position" | "file";
}

interface RequestPosition {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
  /** The column of the name in the head of the line. */
  readonly nameColumn: number;
  /** The `resultId` of the last semantic tokens. */
  readonly resultId: string;
}

const positionParams = ({ uri, line, nameColumn }: RequestPosition) => ({
  textDocument: { uri },
  position: { line, character: nameColumn },
});
/** The 50 lines around the position, about as many as an editor shows. */
const visibleRange = ({ line }: RequestPosition) => ({
  start: { line: Math.max(0, line - 25), character: 0 },
  end: { line: line + 25, character: 0 },
});
const documentParams = ({ uri }: Pick<RequestPosition, "uri">) => ({ textDocument: { uri } });
const formattingOptions = { tabSize: 2, insertSpaces: true };

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
  ].map((name): MeasuredRequest => ({ method: `textDocument/${name}`, params: positionParams, scope: "position" })),
  {
    method: "textDocument/references",
    params: (position) => ({ ...positionParams(position), context: { includeDeclaration: true } }),
    scope: "position",
  },
  {
    method: "textDocument/rename",
    params: (position) => ({ ...positionParams(position), newName: "renamed" }),
    scope: "position",
  },
  {
    method: "textDocument/codeAction",
    params: (position) => ({
      ...documentParams(position),
      range: { start: positionParams(position).position, end: positionParams(position).position },
      context: { diagnostics: [] },
    }),
    scope: "position",
  },
  {
    method: "textDocument/selectionRange",
    params: (position) => ({ ...documentParams(position), positions: [positionParams(position).position] }),
    scope: "position",
  },
  {
    method: "textDocument/inlayHint",
    params: (position) => ({ ...documentParams(position), range: visibleRange(position) }),
    scope: "position",
  },
  {
    method: "textDocument/semanticTokens/range",
    params: (position) => ({ ...documentParams(position), range: visibleRange(position) }),
    scope: "position",
  },
  {
    method: "textDocument/rangeFormatting",
    params: (position) => ({ ...documentParams(position), range: visibleRange(position), options: formattingOptions }),
    scope: "position",
  },
  {
    method: "textDocument/onTypeFormatting",
    params: (position) => ({ ...positionParams(position), ch: "\n", options: formattingOptions }),
    scope: "position",
  },
  { method: "textDocument/documentSymbol", params: documentParams, scope: "file" },
  { method: "textDocument/semanticTokens/full", params: documentParams, scope: "file" },
  {
    method: "textDocument/semanticTokens/full/delta",
    params: (position) => ({ ...documentParams(position), previousResultId: position.resultId }),
    scope: "file",
  },
  { method: "textDocument/codeLens", params: documentParams, scope: "file" },
  { method: "textDocument/foldingRange", params: documentParams, scope: "file" },
  { method: "textDocument/documentLink", params: documentParams, scope: "file" },
  {
    method: "textDocument/formatting",
    params: (position) => ({ ...documentParams(position), options: formattingOptions }),
    scope: "file",
  },
  { method: "workspace/symbol", params: () => ({ query: "clean" }), scope: "file" },
];

await measureOneFile();
await measureManyFiles();

async function measureOneFile(): Promise<void> {
  const uri = pathToFileURL(join(tmpdir(), "argmap-measured.argmap")).href;
  const text = writeArgmap(makeStructure(10_000));
  const server = await connect(program, { capabilities });
  await server.open(uri, text);
  console.log("One file of 10,000 entries, over stdio, each request right after an edit, in milliseconds");
  await measure(server, uri, text, requests);
  await measureCallHierarchy(server, uri, text);
  await server.stop();
}

async function measureManyFiles(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "argmap-measured-"));
  try {
    const text = writeArgmap(makeStructure(100));
    for (let number = 0; number < 1000; number++) {
      // Add the number of the file to all names, so that they are unique in the workspace.
      writeFileSync(join(folder, `${number}.argmap`), text.replaceAll(/\b([a-z]+-?[a-z]*)(?=-\d+\b)/g, `$1${number}`));
    }
    const uri = pathToFileURL(join(folder, "0.argmap")).href;
    const start = performance.now();
    const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: "measured" }];
    const server = await connect(program, { capabilities, workspaceFolders });
    await server.open(uri, text);
    // The answer requires that all files are read.
    await server.ask("textDocument/references", {
      ...documentParams({ uri }),
      position: { line: 0, character: 0 },
      context: { includeDeclaration: true },
    });
    console.log(
      `1,000 files of 100 entries, start until all files are read: ${formatNumber(performance.now() - start)} ms`,
    );
    const searchStart = performance.now();
    await server.ask("workspace/symbol", { query: "clean" });
    console.log(`  first workspace symbol search: ${formatNumber(performance.now() - searchStart)} ms`);
    const methods = [
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
      requests.filter(({ method }) => methods.includes(method)),
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
  for (const { method, params, scope } of measuredRequests) {
    const samples: number[] = [];
    const edits = typingEdits(text, 11);
    const tokens = await server.ask("textDocument/semanticTokens/full", documentParams({ uri }));
    let { resultId = "" } = tokens as SemanticTokens; // The server supports semantic tokens.
    for (let count = 0; count < WARMUP_REQUESTS + SAMPLES; count++) {
      const { value: edit } = edits.next();
      const nameColumn = (lines[edit.line] ?? "").search(/\S+:|\s\S+$/) + 1;
      const position: RequestPosition = { uri, line: edit.line, character: edit.character, nameColumn, resultId };
      version += 1;
      const start = performance.now();
      const answer = await server.changeAndAsk(uri, version, edit, method, params(position));
      if (count >= WARMUP_REQUESTS) samples.push(performance.now() - start);
      // Only answers with semantic tokens have a `resultId`.
      resultId = (answer as SemanticTokens | null)?.resultId ?? resultId;
    }
    printTimes(`${method} (${scope})`, samples);
  }
}

/** Measures the calls of prepared items, which need no edit. */
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
    printTimes(`callHierarchy/${direction} (position)`, samples);
  }
}
