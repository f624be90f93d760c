/** An editor that runs the operations of a random session, and compares the answers of its server with those of a fresh one. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import { DidSaveTextDocumentNotification } from "vscode-languageserver-protocol/node";
import type { Position } from "../../../server/core/language/syntax.ts";
import { type Operation, type Session, sessionFiles } from "../arbitraries/sessions.ts";
import { type Ask, allCapabilities, requests, requestsOfTrees, withoutIds } from "./allRequests.ts";
import { startSharedServer, type TemporaryFolder, type TestClient } from "./lspClient.ts";

/** The client reports changes on disk, so that the server never reads everything again. */
const capabilities = {
  ...allCapabilities,
  workspace: {
    ...allCapabilities.workspace,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** Positions in each file at which the servers are asked. */
const POSITIONS = [
  [0, 8],
  [3, 12],
  [7, 4],
] as const;

interface Editor {
  readonly client: TestClient;
  readonly path: string;
  readonly uriOf: (name: string) => string;
  /** The texts of open documents, by URI. */
  readonly open: Map<string, string>;
}

/** Runs a session. After each burst, every answer must be that of a server that was started then. */
export async function runSession({ texts, bursts }: Session): Promise<void> {
  const path = mkdtempSync(join(tmpdir(), "argmap-"));
  for (const [file, text] of texts.entries()) writeFileSync(join(path, sessionFiles[file] ?? ""), text);
  const folder = `${pathToFileURL(path).href}/`;
  const client = await startSharedServer({ capabilities, folders: [folder] });
  const editor: Editor = { client, path, uriOf: (name) => folder + name, open: new Map() };
  try {
    for (const burst of bursts) {
      const unanswered: Promise<unknown>[] = [];
      for (const operation of burst) await run(editor, operation, unanswered);
      await Promise.all(unanswered);
      // Hints about the entry that is being written wait until it is saved.
      for (const uri of editor.open.keys())
        await client.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
      await compareWithFreshServer(editor);
    }
  } finally {
    await client.kill();
    rmSync(path, { recursive: true, force: true });
  }
}

async function run(editor: Editor, operation: Operation, unanswered: Promise<unknown>[]): Promise<void> {
  const { client, path, open } = editor;
  const name = sessionFiles[operation.file] ?? "";
  const uri = editor.uriOf(name);
  const text = open.get(uri);
  switch (operation.kind) {
    case "open":
      if (text !== undefined) return;
      open.set(uri, readText(editor, uri));
      return client.open(uri, readText(editor, uri), languageOf(uri));
    case "close":
      if (open.delete(uri)) await client.close(uri);
      return;
    case "write":
      writeFileSync(join(path, name), operation.text);
      return client.notifyChangedOnDisk(uri);
    case "delete":
      rmSync(join(path, name), { force: true });
      return client.notifyChangedOnDisk(uri);
    case "ask": {
      const all = [...requests.values()];
      const ask = all[operation.request % all.length];
      // Answers while the texts change may be refused.
      if (ask)
        unanswered.push(ask(client, placeIn(editor, uri, { line: operation.at, character: 6 })).catch(() => null));
      return;
    }
    case "replace":
      if (text === undefined) return;
      open.set(uri, operation.text);
      await client.change(uri, { text: operation.text });
      return;
    case "type":
    case "edit": {
      if (text === undefined) return;
      const lines = text.split("\n");
      const line = operation.at % lines.length;
      const start =
        operation.kind === "edit" ? { line, character: 0 } : { line, character: (lines[line] ?? "").length };
      const end =
        operation.kind === "edit"
          ? { line: Math.min(line + operation.removed, lines.length - 1), character: 0 }
          : start;
      const before = [...lines.slice(0, line), (lines[line] ?? "").slice(0, start.character)].join("\n");
      const after = [(lines[end.line] ?? "").slice(end.character), ...lines.slice(end.line + 1)].join("\n");
      open.set(uri, before + operation.text + after);
      await client.change(uri, { range: { start, end }, text: operation.text });
    }
  }
}

const languageOf = (uri: string): string =>
  uri.endsWith(".argmap") ? "argmap" : uri.endsWith(".md") ? "markdown" : uri.endsWith(".html") ? "html" : "plaintext";

/** The text of a file on disk; empty if it does not exist. */
function readText({ path, uriOf }: Editor, uri: string): string {
  const file = join(path, uri.slice(uriOf("").length));
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

const placeIn = ({ uriOf }: Pick<Editor, "uriOf">, uri: string, cursor: Position): TemporaryFolder => ({
  folder: uriOf(""),
  files: {},
  uri,
  cursor,
  targets: [],
  uses: [],
  uriOf,
  write: () => {},
  remove: () => {},
});

async function compareWithFreshServer(editor: Editor): Promise<void> {
  const { client, open, uriOf } = editor;
  const fresh = await startSharedServer({ capabilities, folders: [uriOf("")] });
  try {
    for (const [uri, text] of [...open].reverse()) await fresh.open(uri, text, languageOf(uri));
    // Completion does not wait until all maps have been read, so the answers of a server that still reads may be shorter.
    await fresh.connection.sendRequest("workspace/symbol", { query: "" });
    const [answers, expected] = await Promise.all([askAll(client, editor), askAll(fresh, editor)]);
    for (const [place, answer] of answers)
      expect(answer, `${place}\n${describeFiles(editor)}`).toEqual(expected.get(place));
  } finally {
    await fresh.kill();
  }
}

/** The answers to all requests, by request and place. Most are sent at once, as waiting for each would take much longer. */
async function askAll(client: TestClient, editor: Editor): Promise<ReadonlyMap<string, unknown>> {
  const answers = new Map<string, unknown>();
  for (const name of sessionFiles) {
    for (const [line, character] of POSITIONS) {
      const place = placeIn(editor, editor.uriOf(name), { line, character });
      const askOne = async ([request, ask]: readonly [string, Ask]): Promise<void> => {
        const answer = await settle(ask(client, place));
        answers.set(`${request} at ${name}:${line + 1}:${character + 1}`, answer);
      };
      await Promise.all([...requests].filter(([request]) => !requestsOfTrees.has(request)).map(askOne));
      for (const one of requests) if (requestsOfTrees.has(one[0])) await askOne(one);
    }
  }
  return answers;
}

/** The answer of a request without ids and versions, or the error that it was refused with. */
const settle = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(withoutIds, ({ code, message }: { readonly code?: number; readonly message?: string }) => ({
    code,
    message,
  }));

const describeFiles = (editor: Editor): string =>
  sessionFiles
    .map((name) => {
      const uri = editor.uriOf(name);
      const onDisk = readText(editor, uri);
      const inEditor = editor.open.get(uri);
      return `=== ${name}\n${onDisk}${inEditor === undefined ? "" : `--- open as\n${inEditor}`}`;
    })
    .join("\n");
