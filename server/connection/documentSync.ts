/** Keeps the workspace in sync with the client: open documents, workspace folders and files on disk. */
import {
  DidChangeWatchedFilesNotification,
  TextDocumentSaveReason,
  TextDocuments,
  type WorkspaceFolder,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { isMap } from "../workspace/files/folders.ts";
import { normalizeUri } from "../workspace/files/paths.ts";
import type { OpenDocument } from "./openDocument.ts";
import type { ServerSession } from "./session.ts";

/** A document as the library tracks it. The workspace stores the text of a map as lines; that of an article is stored here. */
interface SyncedDocument {
  readonly uri: string;
  readonly version: number;
  readonly article: TextDocument | undefined;
}

/** The language id of maps. Documents in other languages are articles, unless their extension is that of a map. */
const LANGUAGE = "argmap";

/** Folders with fewer maps load so quickly that no progress is shown. */
const PROGRESS_THRESHOLD = 50;

/**
 * Follows the documents that the client opens, edits and closes.
 *
 * @param onClosed called with the normalized URI of a document after it was closed
 * @param onLeft called with the normalized URI of a document when the user has left the entry that was edited
 */
export function syncDocuments(
  session: ServerSession,
  onClosed: (serverUri: string, document: OpenDocument) => void,
  onLeft: (serverUri: string) => void,
): void {
  const { connection, workspace, openDocuments } = session;
  const documents = new TextDocuments<SyncedDocument>({
    create(uri, language, version, text) {
      const serverUri = normalizeUri(uri);
      const isMapDocument = language === LANGUAGE || isMap(serverUri);
      openDocuments.set(serverUri, { clientUri: uri, version, editCount: 0, isMap: isMapDocument });
      if (isMapDocument) workspace.open(serverUri, text, version);
      else workspace.sources.open(serverUri, text);
      const article = isMapDocument ? undefined : TextDocument.create(uri, language, version, text);
      return { uri, version, article };
    },
    update({ uri, article }, changes, version) {
      const serverUri = normalizeUri(uri);
      const document = openDocuments.get(serverUri);
      if (document) openDocuments.set(serverUri, { ...document, version, editCount: document.editCount + 1 });
      if (article !== undefined) {
        const updated = TextDocument.update(article, changes, version);
        workspace.sources.open(serverUri, updated.getText());
        return { uri, version, article: updated };
      }
      const edits = changes.map((change) => ("range" in change ? { range: change.range, text: change.text } : change));
      session.editedEntries.noteEdit(serverUri, changes);
      workspace.update(serverUri, edits, version);
      return { uri, version, article };
    },
  });
  documents.onDidClose(({ document: { uri } }) => {
    const serverUri = normalizeUri(uri);
    const document = openDocuments.get(serverUri);
    openDocuments.delete(serverUri);
    session.editedEntries.leave(serverUri);
    if (document === undefined) return;
    if (document.isMap) workspace.close(serverUri);
    else workspace.sources.close(serverUri);
    onClosed(serverUri, document);
  });
  /** The documents that the editor is saving by itself while the user writes. */
  const savedByTimer = new Set<string>();
  documents.onWillSave(({ document: { uri }, reason }) => {
    if (reason === TextDocumentSaveReason.AfterDelay) savedByTimer.add(uri);
    else savedByTimer.delete(uri);
  });
  documents.onDidSave(({ document: { uri } }) => {
    const serverUri = normalizeUri(uri);
    if (!savedByTimer.delete(uri) && session.editedEntries.leave(serverUri)) onLeft(serverUri);
    // Without file events, a save is the only sign that files on disk may have changed.
    if (!canWatchFiles(session)) workspace.reloadAll();
  });
  documents.listen(connection);
}

const canWatchFiles = ({ client }: ServerSession): boolean =>
  client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;

/**
 * Loads the workspace folders and follows changes of folders and files.
 *
 * @returns a function to call when the client is initialized
 */
export function syncFolders(session: ServerSession): {
  readonly start: (folders: readonly WorkspaceFolder[]) => Promise<void>;
} {
  const { connection, workspace, logError } = session;
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) workspace.changedOnDisk(normalizeUri(uri));
  });
  const add = (folders: readonly WorkspaceFolder[]): void => {
    loadFolders(session, folders).catch((error: unknown) =>
      logError("Could not read the maps of the workspace", error),
    );
  };
  return {
    async start(folders) {
      const { capabilities } = session.client;
      // Starts before anything is awaited, because the next request may already need all maps.
      add(folders);
      if (canWatchFiles(session)) {
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          // Sources can have any extension. The workspace ignores files that no map uses.
          watchers: [{ globPattern: "**/*" }],
        });
      }
      if (capabilities.workspace?.workspaceFolders === true) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          for (const { uri } of removed) workspace.removeFolder(normalizeUri(uri));
          add(added);
        });
      }
    },
  };
}

/** Reads the maps of folders and reports the progress if there are many. */
async function loadFolders(
  { connection, workspace, client }: ServerSession,
  folders: readonly WorkspaceFolder[],
): Promise<void> {
  const canShowProgress = client.capabilities.window?.workDoneProgress === true;
  const loadFolder = async ({ uri, name }: WorkspaceFolder): Promise<void> => {
    let progress: Awaited<ReturnType<typeof connection.window.createWorkDoneProgress>> | undefined;
    let created: Promise<unknown> | undefined;
    await workspace.addFolder(normalizeUri(uri), (done, all) => {
      if (!canShowProgress || all < PROGRESS_THRESHOLD) return;
      created ??= connection.window.createWorkDoneProgress().then((newProgress) => {
        progress = newProgress;
        progress.begin("Reading argument maps", 0, name);
      });
      progress?.report(Math.floor((100 * done) / all), `${done} of ${all}`);
    });
    // The client may answer only after the folder is loaded. The progress must still end.
    await created;
    progress?.done();
  };
  await Promise.all(folders.map(loadFolder));
}
