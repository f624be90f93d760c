/** Wires requests to features: what goes over the connection, in what order, and what happens when something goes wrong. */

import * as v from "valibot";
import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type FullDocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { completion } from "./features/completion.ts";
import { definition } from "./features/definition.ts";
import { type DiagnosticOptions, diagnostics } from "./features/diagnostics.ts";
import { foldingRanges } from "./features/folding.ts";
import { highlights } from "./features/highlights.ts";
import { hover } from "./features/hover.ts";
import { rangeOf } from "./features/places.ts";
import { references } from "./features/references.ts";
import { symbols, symbolsFlat } from "./features/symbols.ts";
import { fileOf } from "./language/map.ts";
import { headSpan } from "./language/problem.ts";
import * as protocol from "./tree/protocol.ts";
import type { FileSystem } from "./workspace/fileSystem.ts";
import { normalUri } from "./workspace/paths.ts";
import { Trees } from "./workspace/trees.ts";
import { type FileChange, Workspace } from "./workspace/workspace.ts";

/** What the place that a server runs in gives it. */
export interface Surroundings {
  readonly fileSystem: FileSystem;
  /** Where the reference page is, for the links of problem codes. */
  readonly reference: string | undefined;
  /** Runs something when the messages that wait have been read. */
  readonly later: (work: () => void) => void;
}

/** An open document: its text lives in the workspace, by lines. */
interface OpenDocument {
  readonly uri: string;
  readonly version: number;
}

const severitySchema = v.picklist(["error", "warning", "information", "hint", "off"]);
const settingsSchema = v.fallback(v.object({ problems: v.fallback(v.record(v.string(), v.unknown()), {}) }), {
  problems: {},
});
const startOptions = v.fallback(
  v.object({ reference: v.optional(v.string()), pullDiagnostics: v.optional(v.boolean()) }),
  {},
);

/** Runs a language server on a connection until that ends. */
export function serve(connection: Connection, { fileSystem, reference, later }: Surroundings): void {
  const logged = (what: string, error: unknown): void =>
    connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  /** What is sent without waiting: that it could not be sent is logged. */
  const sent = (sending: Promise<unknown>): void => {
    sending.catch((error: unknown) => logged("The client could not be told", error));
  };
  const refreshPulled = (): void => {
    if (client.workspace?.diagnostics?.refreshSupport === true) sent(connection.languages.diagnostics.refresh());
  };
  const workspace = new Workspace(fileSystem, (error) => logged("A file could not be taken in", error));
  const trees = new Trees(workspace, ({ code }) => options.severities[code] !== "off");
  let client: InitializeParams["capabilities"] = {};
  let pulled = false;
  /** The URI that the client itself writes for a document that it has open. */
  const writtenAs = new Map<string, string>();
  const written = (uri: string): string => writtenAs.get(uri) ?? uri;
  let options: DiagnosticOptions = { severities: {}, reference, related: false, written };
  const lastSaid = new Map<string, string>();

  const documents = new TextDocuments<OpenDocument>({
    create(uri, _language, version, text) {
      const known = normalUri(uri);
      writtenAs.set(known, uri);
      workspace.open(known, text, version);
      return { uri, version };
    },
    update({ uri }, changes, version) {
      const edits = changes.map((change) => ("range" in change ? { range: change.range, text: change.text } : change));
      workspace.update(normalUri(uri), edits, version);
      return { uri, version };
    },
  });
  documents.onDidClose(({ document: { uri } }) => {
    const known = normalUri(uri);
    writtenAs.delete(known);
    lastSaid.delete(known);
    workspace.close(known);
    if (!pulled) sent(connection.sendDiagnostics({ uri, diagnostics: [] }));
  });

  documents.onDidSave(() => {
    // A client that watches no files for us would leave us with what was on disk when we first looked.
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) workspace.changedAnywhere();
  });

  // ---- problems, and then trees ------------------------------------------------

  const publish = (uri: string, edited: boolean): void => {
    const known = workspace.get(uri);
    if (pulled || known?.version === undefined || !writtenAs.has(uri)) return;
    const said = diagnostics(known, options);
    const text = JSON.stringify(said);
    // An edit is always answered, as its client may wait for the version; others only where something changed.
    if (!edited && lastSaid.get(uri) === text) return;
    lastSaid.set(uri, text);
    sent(connection.sendDiagnostics({ uri: written(uri), version: known.version, diagnostics: said }));
  };
  let edits = 0;
  let refreshing = false;
  /** Draws trees anew when a turn has passed that brought no edit, so that no problem waits for a picture. */
  const refreshLater = (): void => {
    const seen = edits;
    refreshing = true;
    later(() => {
      if (edits !== seen) return refreshLater();
      refreshing = false;
      try {
        for (const change of trees.refresh()) {
          sent(connection.sendNotification(protocol.TREE_CHANGED, { ...change, uri: written(change.uri) }));
        }
      } catch (error) {
        logged("The tree could not be drawn anew", error);
      }
    });
  };
  workspace.onChange((changes: readonly FileChange[]) => {
    edits++;
    for (const { uri, edited } of changes) publish(uri, edited);
    if (pulled && changes.length > 1) refreshPulled();
    if (trees.note(changes) && !refreshing) refreshLater();
  });

  // ---- start -------------------------------------------------------------------

  connection.onInitialize(({ capabilities, initializationOptions }): InitializeResult => {
    client = capabilities;
    const asked = v.parse(startOptions, initializationOptions ?? {});
    const { publishDiagnostics, diagnostic } = capabilities.textDocument ?? {};
    pulled = diagnostic !== undefined && (publishDiagnostics === undefined || asked.pullDiagnostics === true);
    options = {
      ...options,
      reference: asked.reference ?? reference,
      related: publishDiagnostics?.relatedInformation === true || diagnostic?.relatedInformation === true,
    };
    return {
      serverInfo: { name: "argmap" },
      capabilities: {
        positionEncoding: "utf-16",
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        hoverProvider: true,
        completionProvider: { triggerCharacters: [" ", ".", "/", ","] },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        ...(pulled && { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }),
      },
    };
  });

  const readSettings = async (): Promise<void> => {
    if (client.workspace?.configuration !== true) return;
    const { problems } = v.parse(settingsSchema, await connection.workspace.getConfiguration("argmap"));
    // What is no severity leaves its problem as it is.
    const severities = Object.entries(problems).flatMap(([code, severity]) => {
      const parsed = v.safeParse(severitySchema, severity);
      return parsed.success ? [[code, parsed.output] as const] : [];
    });
    options = { ...options, severities: Object.fromEntries(severities) };
    for (const uri of writtenAs.keys()) publish(uri, false);
    trees.noteAll();
    if (!refreshing) refreshLater();
    if (pulled) refreshPulled();
  };
  connection.onInitialized(() => {
    const start = async (): Promise<void> => {
      if (client.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: "argmap" });
      }
      if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          // A source may be a file of any kind; what is not known is passed over.
          watchers: [{ globPattern: "**/*" }],
        });
      }
      await readSettings();
    };
    start().catch((error: unknown) => logged("The client did not answer at the start", error));
  });
  connection.onDidChangeConfiguration(() => {
    readSettings().catch((error: unknown) => logged("The settings could not be read", error));
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) workspace.changedOnDisk(normalUri(uri));
  });

  // ---- requests ----------------------------------------------------------------

  /**
   * Answers one request. What an edit has overtaken while it was being made is refused as such; what goes wrong is
   * logged and is an error of this request only.
   */
  const answer = async <T>(
    what: string,
    uri: string,
    token: CancellationToken,
    make: (uri: string) => T | Promise<T>,
  ): Promise<T> => {
    const known = normalUri(uri);
    const version = workspace.get(known)?.version;
    let result: T;
    try {
      // Imports and sources that are just being read are waited for: an answer from half a map would be a wrong one.
      const cancelled = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
      await Promise.race([workspace.settled(), cancelled]);
      result = await make(known);
    } catch (error) {
      logged(what, error);
      throw new ResponseError(
        ErrorCodes.InternalError,
        `${what} failed: ${error instanceof Error ? error.message : error}`,
      );
    }
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
    if (workspace.get(known)?.version !== version) {
      throw new ResponseError(LSPErrorCodes.ContentModified, "The text has changed meanwhile.");
    }
    return result;
  };

  connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    answer("Definition", uri, token, (known) => {
      const links = definition(workspace, known, position).map((link) => {
        return { ...link, targetUri: written(link.targetUri) };
      });
      if (client.textDocument?.definition?.linkSupport === true) return links;
      return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
    }),
  );
  connection.onReferences(({ textDocument: { uri }, position, context }, token) =>
    answer("References", uri, token, (known) =>
      references(workspace, known, position, context.includeDeclaration).map((place) => {
        return { ...place, uri: written(place.uri) };
      }),
    ),
  );
  connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
    answer("Highlights", uri, token, (known) => [...highlights(workspace, known, position)]),
  );
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    answer("Hover", uri, token, (known) => {
      const formats = client.textDocument?.hover?.contentFormat ?? ["plaintext"];
      return hover(workspace, known, position, {
        markdown: formats.includes("markdown"),
        reference: options.reference,
        severities: options.severities,
      });
    }),
  );
  connection.onCompletion(({ textDocument: { uri }, position, context }, token) =>
    answer("Completion", uri, token, (known) => {
      const snippets = client.textDocument?.completion?.completionItem?.snippetSupport === true;
      return completion(workspace, known, position, { snippets, trigger: context?.triggerCharacter });
    }),
  );
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    answer("Symbols", uri, token, (known) => {
      const nested = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
      if (nested) return [...symbols(workspace, known)];
      return symbolsFlat(workspace, known).map((one) => ({ ...one, location: { ...one.location, uri } }));
    }),
  );
  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    answer("Folding", uri, token, (known) => [...foldingRanges(workspace, known)]),
  );
  connection.languages.diagnostics.on(({ textDocument: { uri } }, token) =>
    answer("Diagnostics", uri, token, (known): FullDocumentDiagnosticReport => {
      const file = workspace.get(known);
      return { kind: "full", items: file === undefined ? [] : diagnostics(file, options) };
    }),
  );

  // ---- the preview -------------------------------------------------------------

  /** Answers a request of the preview, whose parameters come from outside and are looked at first. */
  const onPreview = <P extends { readonly uri: string }>(
    method: string,
    schema: v.GenericSchema<unknown, P>,
    make: (params: P, uri: string) => unknown,
  ): void => {
    connection.onRequest(method, (params: unknown, token: CancellationToken) => {
      const parsed = v.safeParse(schema, params);
      if (!parsed.success) {
        const message = `${method}: ${parsed.issues.map((issue) => issue.message).join("; ")}`;
        connection.console.error(message);
        throw new ResponseError(ErrorCodes.InvalidParams, message);
      }
      return answer(method, parsed.output.uri, token, (uri) => make(parsed.output, uri));
    });
  };
  onPreview(protocol.TREE, protocol.treeParams, async (_params, uri) => {
    // Also a map that is not open can be looked at; it is then read from disk.
    workspace.hold(uri);
    await workspace.settled();
    return trees.watch(uri) ?? null;
  });
  onPreview(protocol.LOCATE, protocol.locateParams, ({ card }, uri) => {
    const entry = trees.entryOf(uri, card);
    if (entry === undefined) return null;
    const { uri: place } = fileOf(entry);
    return { uri: written(place), range: rangeOf(entry, headSpan(entry)) };
  });
  onPreview(protocol.AT, protocol.atParams, ({ place }, uri) => {
    const card = trees.cardAt(uri, { ...place, uri: normalUri(place.uri) });
    return card === undefined ? null : { card };
  });
  connection.onNotification(protocol.TREE_CLOSED, (params: unknown) => {
    const parsed = v.safeParse(protocol.treeClosedParams, params);
    if (!parsed.success) return;
    const uri = normalUri(parsed.output.uri);
    trees.unwatch(uri);
    workspace.release(uri);
  });

  documents.listen(connection);
  connection.listen();
}
