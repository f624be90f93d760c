/** An editor without a screen: starts the built server over stdio, speaks to it, and remembers what it is told. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { onTestFinished, vi } from "vitest";
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type LogMessageParams,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
} from "vscode-languageserver-protocol/node";
import { type Marked, unmark } from "./markedMap.ts";
import { root } from "./root.ts";

// Only what never comes takes as long, however slow the machine.
vi.setConfig({ testTimeout: 30_000 });

const program = join(root, "dist/server/cli.cjs");

/** What an editor like VS Code can do, as far as this server asks. */
export const able: ClientCapabilities = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: {
    publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true },
    definition: { linkSupport: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

export interface Change {
  /** Without it, `text` is the whole document. */
  readonly range?: Range;
  readonly text: string;
}

/** Told messages of one kind: those that came, and those that one waits for. */
export class Told<T> {
  readonly all: T[] = [];
  readonly #waiting = new Set<(message: T) => void>();

  add(message: T): void {
    this.all.push(message);
    for (const look of this.#waiting) look(message);
  }

  /** The last message that is as wanted, or else the next one. What never comes is a test that times out. */
  async one(isWanted: (message: T) => boolean): Promise<T> {
    const known = this.all.findLast(isWanted);
    return known ?? this.next(isWanted);
  }

  /** The next message that is as wanted. */
  next(isWanted: (message: T) => boolean = () => true): Promise<T> {
    return new Promise((resolve) => {
      const look = (message: T): void => {
        if (!isWanted(message)) return;
        this.#waiting.delete(look);
        resolve(message);
      };
      this.#waiting.add(look);
    });
  }
}

/** What a server is started with. */
export interface Start {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The folders of the workspace; without them the client has none. */
  readonly folders?: readonly string[];
  /** What the user has set under `argmap`. */
  readonly settings?: () => unknown;
}

/** Starts a server; the end of the test ends it. */
export async function start(options: Start = {}): Promise<Client> {
  const { capabilities = able, initializationOptions, settings, folders } = options;
  if (!existsSync(program)) throw new Error("There is no built server: run npm run build first.");
  const child = spawn(process.execPath, [program, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const client = new Client(connection, ended);
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settings?.() ?? null));
  connection.listen();
  client.answer = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    ...(folders !== undefined && { workspaceFolders: folders.map((uri) => ({ uri, name: "maps" })) }),
    capabilities,
    initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return client;
}

export class Client {
  readonly connection: ProtocolConnection;
  /** The status with which the server ends. */
  readonly ended: Promise<number | null>;
  readonly published = new Told<PublishDiagnosticsParams>();
  readonly logged = new Told<LogMessageParams>();
  readonly registered = new Told<Registration>();
  /** How far the server says that it has come, in the order of its messages. */
  readonly progress = new Told<{ readonly kind: string; readonly message?: string }>();
  /** What the server asks to be asked for again. */
  readonly refreshedParts = new Told<string>();
  /** Each time that the server asks for its problems to be pulled again. */
  readonly refreshed = new Told<null>();
  answer: InitializeResult = { capabilities: {} };
  readonly #versions = new Map<string, number>();

  constructor(connection: ProtocolConnection, ended: Promise<number | null>) {
    this.connection = connection;
    this.ended = ended;
    connection.onNotification(PublishDiagnosticsNotification.type, (message) => this.published.add(message));
    connection.onNotification(LogMessageNotification.type, (message) => this.logged.add(message));
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const one of registrations) this.registered.add(one);
    });
    connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      connection.onProgress(WorkDoneProgress.type, token, (message) => this.progress.add(message));
    });
    for (const part of ["codeLens", "inlayHint", "semanticTokens"]) {
      connection.onRequest(`workspace/${part}/refresh`, () => this.refreshedParts.add(part));
    }
    connection.onRequest(DiagnosticRefreshRequest.type, () => this.refreshed.add(null));
  }

  async open(uri: string, text: string, languageId = "argmap"): Promise<void> {
    this.#versions.set(uri, 1);
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  /** Types; gives the version that the document has now. */
  async change(uri: string, ...contentChanges: Change[]): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const textDocument = { uri, version };
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
    return version;
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Folders come into the workspace, or go. */
  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const folder = (uri: string) => ({ uri, name: "maps" });
    await this.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: added.map(folder), removed: removed.map(folder) },
    });
  }

  /** Files came, went or were written on disk. */
  async changedOnDisk(...uris: readonly string[]): Promise<void> {
    const changes = uris.map((uri) => ({ uri, type: 2 as const }));
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }

  /** The codes of the errors of a file, once they are as expected; a test that never sees them times out. */
  async errors(uri: string, expected: readonly string[], version?: number): Promise<PublishDiagnosticsParams> {
    const wanted = [...expected].sort().join();
    const fits = (message: PublishDiagnosticsParams): boolean =>
      message.uri === uri &&
      (version === undefined || message.version === version) &&
      errorsOf(message).sort().join() === wanted;
    const last = this.published.all.findLast((message) => message.uri === uri);
    return last !== undefined && fits(last) ? last : this.published.next(fits);
  }

  /** Ends the server as the protocol wants it. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    return this.ended;
  }
}

/** The codes of the errors in what was published. */
export const errorsOf = ({ diagnostics }: Pick<PublishDiagnosticsParams, "diagnostics">): string[] =>
  diagnostics.filter(({ severity }) => severity === 1).map(({ code }) => String(code));

export interface Folder extends Marked {
  readonly uriOf: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => void;
  readonly remove: (name: string) => void;
}

/** A marked map as files in a folder of its own, which the end of the test removes. */
export function folder(source: string): Folder {
  const path = mkdtempSync(join(tmpdir(), "argmap-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const marked = unmark(source, `${pathToFileURL(path).href}/`);
  const write = (uri: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(fileURLToPath(uri)), { recursive: true });
    writeFileSync(fileURLToPath(uri), content);
  };
  for (const [uri, text] of Object.entries(marked.files)) write(uri, text);
  const uriOf = (name: string): string => marked.folder + name;
  return {
    ...marked,
    uriOf,
    write: (name, content) => write(uriOf(name), content),
    remove: (name) => rmSync(fileURLToPath(uriOf(name))),
  };
}

/** Starts a server and opens the file with the cursor, and the first one. */
export async function opened(
  source: string,
  options?: Start,
): Promise<{ readonly client: Client; readonly at: Folder }> {
  const at = folder(source);
  const client = await start(options);
  for (const uri of new Set([Object.keys(at.files)[0] ?? at.uri, at.uri])) await client.open(uri, at.files[uri] ?? "");
  return { client, at };
}
