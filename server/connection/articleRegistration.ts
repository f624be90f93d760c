/**
 * Asks the client for just those documents, of whatever language, that maps of the workspace name as sources: it tells of
 * their edits and asks about them, and no other text file is touched.
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
import { SHOWN } from "../core/sources/readerTextUri.ts";
import { selectionCommands } from "../protocol/articles.ts";
import { isMap } from "../workspace/folders.ts";
import type { Session } from "./session.ts";

/**
 * Keeps what the client is asked for up to date.
 *
 * @returns what is to be called when other files may be sources; `again`: when one of them may have come or gone
 */
export function followArticles(session: Session): (again?: boolean) => void {
  const { connection, workspace, logged } = session;
  let named = "";
  let said = "";
  let registered: BulkUnregistration | undefined;
  let working: Promise<void> = Promise.resolve();

  const register = async (files: readonly string[]): Promise<void> => {
    const before = registered;
    registered = files.length === 0 ? undefined : await connection.client.register(registrations(session, files));
    // Not before the others are there: what is asked for all the time is not closed and opened again.
    before?.dispose();
  };
  const follow = async (files: readonly string[]): Promise<void> => {
    // A path that is just being typed leads nowhere; to ask for all anew at each letter would be much for nothing.
    const { sources, citations } = workspace;
    const there = await Promise.all(files.map((uri) => sources.isThere(uri, citations.sourcesOf(uri))));
    const found = files.filter((_, index) => there[index]);
    const text = found.join("\n");
    if (text === said) return;
    await register(found);
    said = text;
  };
  return (again = false) => {
    if (!canRegister(session)) return;
    const files = [...workspace.citations.articles()].filter((uri) => !isMap(uri)).sort();
    const text = files.join("\n");
    if (text === named && !again) return;
    named = text;
    working = working
      .then(() => follow(files))
      .catch((error: unknown) => {
        named = "";
        logged("The client could not be asked for articles", error);
      });
  };
}

/** Without being told of edits nothing that the server says of a document would be true. */
const canRegister = ({ client }: Session): boolean =>
  client.capabilities.textDocument?.synchronization?.dynamicRegistration === true;

function registrations({ client }: Session, files: readonly string[]): BulkRegistration {
  const documentSelector = files.flatMap(filtersFor);
  const bulk = BulkRegistration.create();
  const able = client.capabilities.textDocument;
  bulk.add(DidOpenTextDocumentNotification.type, { documentSelector });
  bulk.add(DidChangeTextDocumentNotification.type, { documentSelector, syncKind: TextDocumentSyncKind.Incremental });
  bulk.add(DidCloseTextDocumentNotification.type, { documentSelector });
  if (able?.definition?.dynamicRegistration === true) bulk.add(DefinitionRequest.type, { documentSelector });
  if (able?.references?.dynamicRegistration === true) bulk.add(ReferencesRequest.type, { documentSelector });
  if (able?.hover?.dynamicRegistration === true) bulk.add(HoverRequest.type, { documentSelector });
  if (able?.documentHighlight?.dynamicRegistration === true) {
    bulk.add(DocumentHighlightRequest.type, { documentSelector });
  }
  if (able?.codeLens?.dynamicRegistration === true) {
    bulk.add(CodeLensRequest.type, { documentSelector, resolveProvider: true });
  }
  const acts = Object.values(selectionCommands).some((command) => client.commands.has(command));
  if (acts && able?.codeAction?.dynamicRegistration === true) {
    bulk.add(CodeActionRequest.type, { documentSelector, codeActionKinds: ["refactor"] });
  }
  return bulk;
}

/** A file, and the text that is shown of it where no editor shows the file itself as text. */
function filtersFor(uri: string): readonly DocumentFilter[] {
  const { protocol, pathname } = new URL(uri);
  const path = decodeURIComponent(pathname).replace(/^\/(?=[a-z]:)/i, "");
  const pattern = path.replace(/[[\]{}*?]/g, "[$&]");
  return [
    { scheme: protocol.slice(0, -1), pattern },
    { scheme: SHOWN, pattern },
  ];
}
