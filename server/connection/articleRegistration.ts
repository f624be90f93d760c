/**
 * Registers for the documents, in any language, that maps of the workspace use as sources. The client then synchronizes
 * them and sends requests about them. All other text files are left alone.
 */
import {
  BulkRegistration,
  type BulkUnregistration,
  CodeActionRequest,
  CodeLensRequest,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentFilter,
  DocumentHighlightRequest,
  HoverRequest,
  ReferencesRequest,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { READER_TEXT_SCHEME } from "../core/articles/readerTextUri.ts";
import { selectionCommands } from "../protocol/articles.ts";
import { isMap } from "../workspace/files/folders.ts";
import type { ServerSession } from "./session.ts";

/**
 * Keeps the registration up to date.
 *
 * @returns a function to call when the sources of maps may have changed; with `force`, when one of the files may have been
 *   created or deleted
 */
export function createArticleRegistration(session: ServerSession): (force?: boolean) => void {
  const { connection, workspace, logError } = session;
  let lastWanted = "";
  let lastRegistered = "";
  let registration: BulkUnregistration | undefined;
  let queue: Promise<void> = Promise.resolve();

  const register = async (files: readonly string[]): Promise<void> => {
    const previous = registration;
    registration =
      files.length === 0 ? undefined : await connection.client.register(createRegistrations(session, files));
    // Disposed after the new registration, so that the client does not close and reopen documents that are in both.
    previous?.dispose();
  };
  const updateRegistration = async (files: readonly string[]): Promise<void> => {
    // Ignores paths of missing files, so that typing a path does not renew the registration with each character.
    const { sources, citations } = workspace;
    const exists = await Promise.all(files.map((uri) => sources.isReadable(uri, citations.sourcesOf(uri))));
    const found = files.filter((_, index) => exists[index]);
    const text = found.join("\n");
    if (text === lastRegistered) return;
    await register(found);
    lastRegistered = text;
  };
  return (force = false) => {
    if (!canRegister(session)) return;
    const files = [...workspace.citations.articles()].filter((uri) => !isMap(uri)).sort();
    const text = files.join("\n");
    if (text === lastWanted && !force) return;
    lastWanted = text;
    queue = queue
      .then(() => updateRegistration(files))
      .catch((error: unknown) => {
        lastWanted = "";
        logError("Could not register for articles", error);
      });
  };
}

/** Requires dynamic synchronization: without the edits, all answers about a document would be outdated. */
const canRegister = ({ client }: ServerSession): boolean =>
  client.capabilities.textDocument?.synchronization?.dynamicRegistration === true;

function createRegistrations({ client }: ServerSession, files: readonly string[]): BulkRegistration {
  const documentSelector = files.flatMap(filtersFor);
  const bulk = BulkRegistration.create();
  const capabilities = client.capabilities.textDocument;
  bulk.add(DidOpenTextDocumentNotification.type, { documentSelector });
  bulk.add(DidChangeTextDocumentNotification.type, { documentSelector, syncKind: TextDocumentSyncKind.Incremental });
  bulk.add(DidCloseTextDocumentNotification.type, { documentSelector });
  if (capabilities?.definition?.dynamicRegistration === true) bulk.add(DefinitionRequest.type, { documentSelector });
  if (capabilities?.references?.dynamicRegistration === true) bulk.add(ReferencesRequest.type, { documentSelector });
  if (capabilities?.hover?.dynamicRegistration === true) bulk.add(HoverRequest.type, { documentSelector });
  if (capabilities?.documentHighlight?.dynamicRegistration === true) {
    bulk.add(DocumentHighlightRequest.type, { documentSelector });
  }
  if (capabilities?.codeLens?.dynamicRegistration === true) {
    bulk.add(CodeLensRequest.type, { documentSelector, resolveProvider: true });
  }
  const hasSelectionCommands = Object.values(selectionCommands).some((command) => client.commands.has(command));
  if (hasSelectionCommands && capabilities?.codeAction?.dynamicRegistration === true) {
    bulk.add(CodeActionRequest.type, { documentSelector, codeActionKinds: ["refactor"] });
  }
  return bulk;
}

/** Filters for a file and for the document with its extracted text (for PDFs). */
function filtersFor(uri: string): readonly DocumentFilter[] {
  const { protocol, pathname } = new URL(uri);
  const path = decodeURIComponent(pathname).replace(/^\/(?=[a-z]:)/i, "");
  const pattern = path.replace(/[[\]{}*?]/g, "[$&]");
  return [
    { scheme: protocol.slice(0, -1), pattern },
    { scheme: READER_TEXT_SCHEME, pattern },
  ];
}
