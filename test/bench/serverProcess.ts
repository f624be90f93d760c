/** Starts the built server and connects to it over stdio, as an editor does. */
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
import { WAIT_LIMIT } from "../support/limits.ts";
import type { TypedEdit } from "./benchmarkProgram.ts";

export interface ServerProcess {
  /** Opens a document and waits for its diagnostics. */
  readonly open: (uri: string, text: string) => Promise<PublishDiagnosticsParams>;
  /** Sends an edit and waits for the diagnostics of that version. */
  readonly change: (uri: string, version: number, edit: TypedEdit, text: string) => Promise<PublishDiagnosticsParams>;
  /** Sends an edit immediately followed by a request, and waits for the answer. */
  readonly changeAndAsk: (
    uri: string,
    version: number,
    edit: TypedEdit,
    method: string,
    params: object,
  ) => Promise<unknown>;
  readonly ask: (method: string, params: object) => Promise<unknown>;
  /** Registers the handler of a notification. */
  readonly listen: (method: string, handler: (params: unknown) => void) => void;
  readonly close: (uri: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const defaultCapabilities: ClientCapabilities = {
  textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } },
};

/** Starts `program lsp --stdio` and initializes the connection. */
export async function connect(program: string, overrides: Partial<InitializeParams> = {}): Promise<ServerProcess> {
  const child = spawn(process.execPath, [program, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const serverExit = new Promise<never>((_, reject) => {
    child.once("exit", (status) => reject(new Error(`The server exited with status ${status}.`)));
  });
  // Disposing the connection rejects all pending requests. Racing each request with `serverExit` would leak their answers.
  serverExit.catch(() => connection.dispose());
  const pending = new Map<string, (problems: PublishDiagnosticsParams) => void>();
  const key = (uri: string, version: number | undefined): string => `${version} ${uri}`;
  connection.onNotification(PublishDiagnosticsNotification.type, (problems) => {
    pending.get(key(problems.uri, problems.version))?.(problems);
  });
  // Answer as an editor without settings.
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.listen();

  const problemsOf = (uri: string, version: number): Promise<PublishDiagnosticsParams> =>
    new Promise((resolve, reject) => {
      const timeout = setTimeout(
        () => reject(new Error(`No diagnostics received for version ${version} of ${uri}.`)),
        WAIT_LIMIT,
      );
      pending.set(key(uri, version), (problems) => {
        clearTimeout(timeout);
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
    listen: (method, handler) => void connection.onNotification(method, handler),
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
