/** The built server in a process of its own, spoken to over stdio as an editor does. */
import { spawn } from "node:child_process";
import process from "node:process";
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
} from "vscode-languageserver-protocol/node";
import type { TypedEdit } from "./subject.ts";

export interface ServerProcess {
  /** Opens a document; settles when its problems are in. */
  readonly open: (uri: string, text: string) => Promise<PublishDiagnosticsParams>;
  /** Sends an edit; settles when the problems of that version are in. */
  readonly change: (uri: string, version: number, edit: TypedEdit, text: string) => Promise<PublishDiagnosticsParams>;
  /** Sends an edit, and a request without waiting for anything: both are on their way when this returns. */
  readonly changeAndAsk: (
    uri: string,
    version: number,
    edit: TypedEdit,
    method: string,
    params: object,
  ) => Promise<unknown>;
  readonly ask: (method: string, params: object) => Promise<unknown>;
  /** Hears all notifications of this method from now on. */
  readonly listen: (method: string, hear: (params: unknown) => void) => void;
  readonly close: (uri: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** After so many milliseconds without an answer the measurement is given up; nothing else depends on it. */
const TIMEOUT_MS = 60_000;

/** What an editor says of itself that is told of problems with their version. */
const defaultCapabilities: ClientCapabilities = {
  textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } },
};

/** Starts `program lsp --stdio` and introduces itself. */
export async function connect(program: string, overrides: Partial<InitializeParams> = {}): Promise<ServerProcess> {
  const child = spawn(process.execPath, [program, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  // Once stopped on purpose, nobody waits for anything any more.
  const serverExit = new Promise<never>((_, reject) => {
    child.once("exit", (status) => reject(new Error(`The server ended with status ${status}.`)));
  });
  // Requests that wait are refused then. A race of each with one promise that never settles would keep all their answers.
  serverExit.catch(() => connection.dispose());
  const pending = new Map<string, (problems: PublishDiagnosticsParams) => void>();
  const key = (uri: string, version: number | undefined): string => `${version} ${uri}`;
  connection.onNotification(PublishDiagnosticsNotification.type, (problems) => {
    pending.get(key(problems.uri, problems.version))?.(problems);
  });
  // An editor that has no settings of its own and nothing to register.
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.listen();

  const problemsOf = (uri: string, version: number): Promise<PublishDiagnosticsParams> =>
    new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => reject(new Error(`No problems for version ${version} of ${uri}.`)), TIMEOUT_MS);
      pending.set(key(uri, version), (problems) => {
        clearTimeout(giveUp);
        pending.delete(key(uri, version));
        resolve(problems);
      });
    });

  const initialized = connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: defaultCapabilities,
    ...overrides,
  });
  const { capabilities } = await Promise.race([initialized, serverExit]);
  await connection.sendNotification(InitializedNotification.type, {});
  const sync = capabilities.textDocumentSync;
  const incremental = (typeof sync === "object" ? sync.change : sync) === TextDocumentSyncKind.Incremental;

  return {
    open: async (uri, text) => {
      const problems = problemsOf(uri, 1);
      const textDocument = { uri, languageId: "argmap", version: 1, text };
      await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
      return Promise.race([problems, serverExit]);
    },
    change: async (uri, version, edit, text) => {
      const { line, character, removed, inserted } = edit;
      const range = { start: { line, character }, end: { line, character: character + removed } };
      const contentChanges = [incremental ? { range, text: inserted } : { text }];
      const problems = problemsOf(uri, version);
      const textDocument = { uri, version };
      await connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
      return Promise.race([problems, serverExit]);
    },
    changeAndAsk: (uri, version, { line, character, removed, inserted }, method, params) => {
      const range = { start: { line, character }, end: { line, character: character + removed } };
      const textDocument = { uri, version };
      const contentChanges = [{ range, text: inserted }];
      void connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
      return connection.sendRequest(method, params);
    },
    ask: (method, params) => connection.sendRequest(method, params),
    listen: (method, hear) => void connection.onNotification(method, hear),
    close: (uri) => connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    stop: async () => {
      const exited = new Promise((resolve) => child.once("exit", resolve));
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      await exited;
      connection.dispose();
    },
  };
}
