/** What the client tells of files: open documents, the folders of the workspace, and what happens on disk. */
import { DidChangeWatchedFilesNotification, TextDocuments, type WorkspaceFolder } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { isMap } from "../workspace/folders.ts";
import { normalUri } from "../workspace/paths.ts";
import type { Session } from "./session.ts";

/** An open document. The text of a map lives in the workspace, by lines; that of an article is kept here, to apply edits to. */
interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly article: TextDocument | undefined;
}

/** The language of maps; what a client opens in another one is an article, unless its name says that it is a map. */
const LANGUAGE = "argmap";

/** Fewer maps than these are read before anyone could read how far it has come. */
const WORTH_TELLING = 50;

/** Takes in what the client opens, edits and closes. */
export function followDocuments(session: Session, closed: (known: string, uri: string) => void): void {
  const { connection, workspace, spellings, articles, edits: counts } = session;
  const documents = new TextDocuments<OpenDocument>({
    create(uri, language, version, text) {
      const known = spellings.add(uri);
      if (language === LANGUAGE || isMap(known)) {
        workspace.open(known, text, version);
        return { uri, version, article: undefined };
      }
      workspace.sources.hold(known, text);
      articles.set(known, version);
      return { uri, version, article: TextDocument.create(uri, language, version, text) };
    },
    update({ uri, article }, changes, version) {
      const known = normalUri(uri);
      counts.set(known, (counts.get(known) ?? 0) + 1);
      if (article !== undefined) {
        const now = TextDocument.update(article, changes, version);
        workspace.sources.hold(known, now.getText());
        articles.set(known, version);
        return { uri, version, article: now };
      }
      const edits = changes.map((change) => ("range" in change ? { range: change.range, text: change.text } : change));
      workspace.update(known, edits, version);
      return { uri, version, article };
    },
  });
  documents.onDidClose(({ document: { uri, article } }) => {
    const known = normalUri(uri);
    spellings.delete(known);
    counts.delete(known);
    if (article !== undefined) {
      workspace.sources.release(known);
      articles.delete(known);
      session.watched.forget(known);
      return;
    }
    workspace.close(known);
    closed(known, uri);
  });
  documents.onDidSave(() => {
    // A client that watches no files for us would leave us with what was on disk when we first looked.
    if (!watches(session)) workspace.changedAnywhere();
  });
  documents.listen(connection);
}

const watches = ({ client }: Session): boolean =>
  client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;

/** Takes the folders of the workspace in, and follows what happens in them. */
export function followFolders(session: Session): {
  readonly start: (folders: readonly WorkspaceFolder[]) => Promise<void>;
} {
  const { connection, workspace, logged } = session;
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) workspace.changedOnDisk(normalUri(uri));
  });
  const add = (folders: readonly WorkspaceFolder[]): void => {
    read(session, folders).catch((error: unknown) => logged("The maps of the workspace could not be read", error));
  };
  return {
    async start(folders) {
      const { capabilities } = session.client;
      // Before anything is waited for: the next request may already need all maps.
      add(folders);
      if (watches(session)) {
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          // A source may be a file of any kind; what is not known is passed over.
          watchers: [{ globPattern: "**/*" }],
        });
      }
      if (capabilities.workspace?.workspaceFolders === true) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          for (const { uri } of removed) workspace.removeFolder(normalUri(uri));
          add(added);
        });
      }
    },
  };
}

/** Reads the maps of folders; of many the client is told how far it has come. */
async function read({ connection, workspace, client }: Session, folders: readonly WorkspaceFolder[]): Promise<void> {
  const shows = client.capabilities.window?.workDoneProgress === true;
  const readOne = async ({ uri, name }: WorkspaceFolder): Promise<void> => {
    let progress: Awaited<ReturnType<typeof connection.window.createWorkDoneProgress>> | undefined;
    let asked: Promise<unknown> | undefined;
    await workspace.addFolder(normalUri(uri), (done, all) => {
      if (!shows || all < WORTH_TELLING) return;
      asked ??= connection.window.createWorkDoneProgress().then((given) => {
        progress = given;
        given.begin("Reading argument maps", 0, name);
      });
      progress?.report(Math.floor((100 * done) / all), `${done} of ${all}`);
    });
    // The client may take its time with giving us a place to report to.
    await asked;
    progress?.done();
  };
  await Promise.all(folders.map(readOne));
}
