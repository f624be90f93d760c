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
import { type MarkedMap, unmark } from "./markedMap.ts";
import { root } from "./root.ts";

// Only what never comes takes as long, however slow the machine.
vi.setConfig({ testTimeout: 30_000 });

const serverPath = join(root, "dist/server/cli.cjs");

/** What an editor like VS Code can do, as far as this server asks. */
export const fullCapabilities: ClientCapabilities = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: {
    publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true },
    definition: { linkSupport: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

export interface ContentChange {
  /** Without it, `text` is the whole document. */
  readonly range?: Range;
  readonly text: string;
}

/** Told messages of one kind: those that came, and those that one waits for. */
export class MessageLog<T> {
  readonly all: T[] = [];
  readonly #listeners = new Set<(message: T) => void>();

  add(message: T): void {
    this.all.push(message);
    for (const listener of this.#listeners) listener(message);
  }

  /** The last message that is as wanted, or else the next one. What never comes is a test that times out. */
  async latest(matches: (message: T) => boolean): Promise<T> {
    const known = this.all.findLast(matches);
    return known ?? this.next(matches);
  }

  /** The next message that is as wanted. */
  next(matches: (message: T) => boolean = () => true): Promise<T> {
    return new Promise((resolve) => {
      const listener = (message: T): void => {
        if (!matches(message)) return;
        this.#listeners.delete(listener);
        resolve(message);
      };
      this.#listeners.add(listener);
    });
  }
}

/** What a server is started with. */
export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The folders of the workspace; without them the client has none. */
  readonly folders?: readonly string[];
  /** What the user has set under `argmap`. */
  readonly settings?: () => unknown;
}

/** Starts a server; the end of the test ends it. */
export async function startServer(options: StartOptions = {}): Promise<TestClient> {
  const { capabilities = fullCapabilities, initializationOptions, settings, folders } = options;
  if (!existsSync(serverPath)) throw new Error("There is no built server: run npm run build first.");
  const child = spawn(process.execPath, [serverPath, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const exitStatus = new Promise<number | null>((resolve) => child.once("exit", resolve));
  onTestFinished(async () => {
    child.kill();
    await exitStatus;
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const client = new TestClient(connection, exitStatus);
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settings?.() ?? null));
  connection.listen();
  client.initializeResult = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    ...(folders !== undefined && { workspaceFolders: folders.map((uri) => ({ uri, name: "maps" })) }),
    capabilities,
    initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return client;
}

export class TestClient {
  readonly connection: ProtocolConnection;
  /** The status with which the server ends. */
  readonly exitStatus: Promise<number | null>;
  readonly published = new MessageLog<PublishDiagnosticsParams>();
  readonly logged = new MessageLog<LogMessageParams>();
  readonly registered = new MessageLog<Registration>();
  /** How far the server says that it has come, in the order of its messages. */
  readonly progress = new MessageLog<{ readonly kind: string; readonly message?: string }>();
  /** What the server asks to be asked for again. */
  readonly refreshedFeatures = new MessageLog<string>();
  /** Each time that the server asks for its problems to be pulled again. */
  readonly diagnosticRefreshes = new MessageLog<null>();
  initializeResult: InitializeResult = { capabilities: {} };
  readonly #versions = new Map<string, number>();

  constructor(connection: ProtocolConnection, ended: Promise<number | null>) {
    this.connection = connection;
    this.exitStatus = ended;
    connection.onNotification(PublishDiagnosticsNotification.type, (message) => this.published.add(message));
    connection.onNotification(LogMessageNotification.type, (message) => this.logged.add(message));
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const one of registrations) this.registered.add(one);
    });
    connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      connection.onProgress(WorkDoneProgress.type, token, (message) => this.progress.add(message));
    });
    for (const part of ["codeLens", "inlayHint", "semanticTokens"]) {
      connection.onRequest(`workspace/${part}/refresh`, () => this.refreshedFeatures.add(part));
    }
    connection.onRequest(DiagnosticRefreshRequest.type, () => this.diagnosticRefreshes.add(null));
  }

  async open(uri: string, text: string, languageId = "argmap"): Promise<void> {
    this.#versions.set(uri, 1);
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  /** Types; gives the version that the document has now. */
  async change(uri: string, ...contentChanges: ContentChange[]): Promise<number> {
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
  async notifyChangedOnDisk(...uris: readonly string[]): Promise<void> {
    const changes = uris.map((uri) => ({ uri, type: 2 as const }));
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }

  /** The codes of the errors of a file, once they are as expected; a test that never sees them times out. */
  async waitForErrors(uri: string, expected: readonly string[], version?: number): Promise<PublishDiagnosticsParams> {
    const wanted = [...expected].sort().join();
    const matches = (message: PublishDiagnosticsParams): boolean =>
      message.uri === uri &&
      (version === undefined || message.version === version) &&
      errorsOf(message).sort().join() === wanted;
    const last = this.published.all.findLast((message) => message.uri === uri);
    return last !== undefined && matches(last) ? last : this.published.next(matches);
  }

  /** Ends the server as the protocol wants it. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    return this.exitStatus;
  }
}

/** The codes of the errors in what was published. */
export const errorsOf = ({ diagnostics }: Pick<PublishDiagnosticsParams, "diagnostics">): string[] =>
  diagnostics.filter(({ severity }) => severity === 1).map(({ code }) => String(code));

export interface TemporaryFolder extends MarkedMap {
  readonly uriOf: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => void;
  readonly remove: (name: string) => void;
}

/** A marked map as files in a folder of its own, which the end of the test removes. */
export function temporaryFolder(source: string): TemporaryFolder {
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
export async function openInServer(
  source: string,
  options?: StartOptions,
): Promise<{ readonly client: TestClient; readonly at: TemporaryFolder }> {
  const at = temporaryFolder(source);
  const client = await startServer(options);
  for (const uri of new Set([Object.keys(at.files)[0] ?? at.uri, at.uri])) await client.open(uri, at.files[uri] ?? "");
  return { client, at };
}
