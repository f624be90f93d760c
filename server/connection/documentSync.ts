/** What the client tells of files: open documents, the folders of the workspace, and what happens on disk. */
import { DidChangeWatchedFilesNotification, TextDocuments, type WorkspaceFolder } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { isMap } from "../workspace/folders.ts";
import { normaliseUri } from "../workspace/paths.ts";
import type { ServerSession } from "./session.ts";

/** An open document. The text of a map lives in the workspace, by lines; that of an article is kept here, to apply edits to. */
interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly article: TextDocument | undefined;
}

/** The language of maps; what a client opens in another one is an article, unless its name says that it is a map. */
const LANGUAGE = "argmap";

/** Fewer maps than these are read before anyone could read how far it has come. */
const PROGRESS_THRESHOLD = 50;

/** Takes in what the client opens, edits and closes. */
export function syncDocuments(session: ServerSession, onClosed: (serverUri: string, clientUri: string) => void): void {
  const { connection, workspace, clientUris, articleVersions, editCounts } = session;
  const documents = new TextDocuments<OpenDocument>({
    create(uri, language, version, text) {
      const serverUri = clientUris.add(uri);
      if (language === LANGUAGE || isMap(serverUri)) {
        workspace.open(serverUri, text, version);
        return { uri, version, article: undefined };
      }
      workspace.sources.open(serverUri, text);
      articleVersions.set(serverUri, version);
      return { uri, version, article: TextDocument.create(uri, language, version, text) };
    },
    update({ uri, article }, changes, version) {
      const serverUri = normaliseUri(uri);
      editCounts.set(serverUri, (editCounts.get(serverUri) ?? 0) + 1);
      if (article !== undefined) {
        const updated = TextDocument.update(article, changes, version);
        workspace.sources.open(serverUri, updated.getText());
        articleVersions.set(serverUri, version);
        return { uri, version, article: updated };
      }
      const edits = changes.map((change) => ("range" in change ? { range: change.range, text: change.text } : change));
      workspace.update(serverUri, edits, version);
      return { uri, version, article };
    },
  });
  documents.onDidClose(({ document: { uri, article } }) => {
    const serverUri = normaliseUri(uri);
    clientUris.delete(serverUri);
    editCounts.delete(serverUri);
    if (article !== undefined) {
      workspace.sources.close(serverUri);
      articleVersions.delete(serverUri);
      session.watchedArticles.forget(serverUri);
      return;
    }
    workspace.close(serverUri);
    onClosed(serverUri, uri);
  });
  documents.onDidSave(() => {
    // A client that watches no files for us would leave us with what was on disk when we first looked.
    if (!canWatchFiles(session)) workspace.reloadAll();
  });
  documents.listen(connection);
}

const canWatchFiles = ({ client }: ServerSession): boolean =>
  client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;

/** Takes the folders of the workspace in, and follows what happens in them. */
export function syncFolders(session: ServerSession): {
  readonly start: (folders: readonly WorkspaceFolder[]) => Promise<void>;
} {
  const { connection, workspace, logError } = session;
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) workspace.changedOnDisk(normaliseUri(uri));
  });
  const add = (folders: readonly WorkspaceFolder[]): void => {
    readFolders(session, folders).catch((error: unknown) =>
      logError("The maps of the workspace could not be read", error),
    );
  };
  return {
    async start(folders) {
      const { capabilities } = session.client;
      // Before anything is waited for: the next request may already need all maps.
      add(folders);
      if (canWatchFiles(session)) {
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          // A source may be a file of any kind; what is not known is passed over.
          watchers: [{ globPattern: "**/*" }],
        });
      }
      if (capabilities.workspace?.workspaceFolders === true) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          for (const { uri } of removed) workspace.removeFolder(normaliseUri(uri));
          add(added);
        });
      }
    },
  };
}

/** Reads the maps of folders; of many the client is told how far it has come. */
async function readFolders(
  { connection, workspace, client }: ServerSession,
  folders: readonly WorkspaceFolder[],
): Promise<void> {
  const canShowProgress = client.capabilities.window?.workDoneProgress === true;
  const readFolder = async ({ uri, name }: WorkspaceFolder): Promise<void> => {
    let progress: Awaited<ReturnType<typeof connection.window.createWorkDoneProgress>> | undefined;
    let pending: Promise<unknown> | undefined;
    await workspace.addFolder(normaliseUri(uri), (done, all) => {
      if (!canShowProgress || all < PROGRESS_THRESHOLD) return;
      pending ??= connection.window.createWorkDoneProgress().then((created) => {
        progress = created;
        created.begin("Reading argument maps", 0, name);
      });
      progress?.report(Math.floor((100 * done) / all), `${done} of ${all}`);
    });
    // The client may take its time with giving us a place to report to.
    await pending;
    progress?.done();
  };
  await Promise.all(folders.map(readFolder));
}
