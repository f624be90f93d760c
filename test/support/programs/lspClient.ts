/** A test client: starts the built server over stdio, sends requests, and records what the server sends. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
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
import { type MarkedMap, unmark } from "../maps/markedMap.ts";
import { root } from "../root.ts";

const serverPath = join(root, "dist/server/cli.cjs");

/** The capabilities of an editor like VS Code, as far as the server checks them. */
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
  /** If undefined, `text` replaces the whole document. */
  readonly range?: Range;
  readonly text: string;
}

/**
 * Records messages of one kind, and waits for them. Waiting has no limit of its own: a message that never comes makes the
 * test time out.
 */
export class MessageLog<T> {
  readonly all: T[] = [];
  readonly #listeners = new Set<(message: T) => void>();

  add(message: T): void {
    this.all.push(message);
    for (const listener of this.#listeners) listener(message);
  }

  /** The last message that matches, or else the next one. */
  async latest(matches: (message: T) => boolean): Promise<T> {
    return this.all.findLast(matches) ?? this.next(matches);
  }

  /** The next message that matches. */
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

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The URIs of the workspace folders. If undefined, the client sends none. */
  readonly folders?: readonly string[];
  /** Returns the user's settings under `argmap`. */
  readonly settings?: () => unknown;
}

/** Starts a server, which is stopped at the end of the test. */
export async function startServer(options?: StartOptions): Promise<TestClient> {
  const client = await startSharedServer(options);
  onTestFinished(() => client.kill());
  return client;
}

/** Starts a server for several tests. The caller has to `kill` it. */
export async function startSharedServer(options: StartOptions = {}): Promise<TestClient> {
  const { capabilities = fullCapabilities, initializationOptions, settings, folders } = options;
  if (!existsSync(serverPath)) throw new Error("The server is not built. Run “npm run build” first.");
  const child = spawn(process.execPath, [serverPath, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const exitStatus = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const client = new TestClient(connection, child, exitStatus);
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
  /** The exit status of the server. */
  readonly exitStatus: Promise<number | null>;
  readonly published = new MessageLog<PublishDiagnosticsParams>();
  readonly logged = new MessageLog<LogMessageParams>();
  readonly registered = new MessageLog<Registration>();
  /** The work done progress that the server reports. */
  readonly progress = new MessageLog<{ readonly kind: string; readonly message?: string }>();
  /** The features for which the server requests a refresh. */
  readonly refreshedFeatures = new MessageLog<string>();
  /** The requests of the server to pull diagnostics again. */
  readonly diagnosticRefreshes = new MessageLog<null>();
  initializeResult: InitializeResult = { capabilities: {} };
  readonly #process: ChildProcess;
  readonly #versions = new Map<string, number>();

  constructor(connection: ProtocolConnection, process: ChildProcess, exitStatus: Promise<number | null>) {
    this.connection = connection;
    this.#process = process;
    this.exitStatus = exitStatus;
    connection.onNotification(PublishDiagnosticsNotification.type, (message) => this.published.add(message));
    connection.onNotification(LogMessageNotification.type, (message) => this.logged.add(message));
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const registration of registrations) this.registered.add(registration);
    });
    connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      connection.onProgress(WorkDoneProgress.type, token, (message) => this.progress.add(message));
    });
    for (const feature of ["codeLens", "inlayHint", "semanticTokens"]) {
      connection.onRequest(`workspace/${feature}/refresh`, () => this.refreshedFeatures.add(feature));
    }
    connection.onRequest(DiagnosticRefreshRequest.type, () => this.diagnosticRefreshes.add(null));
  }

  async open(uri: string, text: string, languageId = "argmap"): Promise<void> {
    this.#versions.set(uri, 1);
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  /** Edits a document and returns its new version. */
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

  /** Adds and removes workspace folders. */
  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const folder = (uri: string) => ({ uri, name: "maps" });
    await this.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: added.map(folder), removed: removed.map(folder) },
    });
  }

  /** Notifies the server that files were created, changed or deleted on disk. */
  async notifyChangedOnDisk(...uris: readonly string[]): Promise<void> {
    const changes = uris.map((uri) => ({ uri, type: 2 as const }));
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }

  /** Waits until the codes of the errors of a file, in any order, are as expected. */
  async waitForErrors(uri: string, expected: readonly string[], version?: number): Promise<PublishDiagnosticsParams> {
    const expectedCodes = [...expected].sort().join();
    const matches = (message: PublishDiagnosticsParams): boolean =>
      message.uri === uri &&
      (version === undefined || message.version === version) &&
      errorsOf(message).sort().join() === expectedCodes;
    const last = this.published.all.findLast((message) => message.uri === uri);
    return last !== undefined && matches(last) ? last : this.published.next(matches);
  }

  /** Ends the process of the server without a shutdown. */
  async kill(): Promise<void> {
    this.#process.kill();
    await this.exitStatus;
  }

  /** Shuts the server down in the way that LSP prescribes. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    return this.exitStatus;
  }
}

/** The codes of the errors among diagnostics. */
export const errorsOf = ({ diagnostics }: Pick<PublishDiagnosticsParams, "diagnostics">): string[] =>
  diagnostics.filter(({ severity }) => severity === 1).map(({ code }) => String(code));

export interface TemporaryFolder extends MarkedMap {
  readonly uriOf: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => void;
  readonly remove: (name: string) => void;
}

/** Writes a marked map into a temporary folder, which is deleted at the end of the test. */
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

/** Starts a server and opens the first file and the file with the cursor. */
export async function openInServer(
  source: string,
  options?: StartOptions,
): Promise<{ readonly client: TestClient; readonly at: TemporaryFolder }> {
  const client = await startServer(options);
  return { client, at: await openFiles(client, source) };
}

/** Writes a marked map into a temporary folder, and opens the first file and the file with the cursor. */
export async function openFiles(client: TestClient, source: string): Promise<TemporaryFolder> {
  const at = temporaryFolder(source);
  for (const uri of new Set([Object.keys(at.files)[0] ?? at.uri, at.uri])) await client.open(uri, at.files[uri] ?? "");
  return at;
}
