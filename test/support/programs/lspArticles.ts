/** A workspace with an article and a map that cites it, in a test client, for the tests of articles. */
import type { ClientCapabilities } from "vscode-languageserver-protocol/node";
import { map } from "../maps/markedMap.ts";
import { fullCapabilities, startServer, type TemporaryFolder, type TestClient, temporaryFolder } from "./lspClient.ts";

const dynamic = { dynamicRegistration: true };

/** The capabilities of a client that the server can register with for articles. */
export const articleCapabilities: ClientCapabilities = {
  ...fullCapabilities,
  workspace: {
    ...fullCapabilities.workspace,
    workspaceEdit: { documentChanges: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    ...fullCapabilities.textDocument,
    synchronization: dynamic,
    definition: { ...dynamic, linkSupport: true },
    references: dynamic,
    hover: { ...dynamic, contentFormat: ["markdown"] },
    documentHighlight: dynamic,
    codeLens: dynamic,
    codeAction: { ...dynamic, codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

/** A map that cites `a.md`, and `notes.md`, which no map cites. */
export const citingMap = map`
  source report: A report
    file: a.md
  claim keep: It should stay.
    quote report: it fe¦ll
  === a.md
  In spring *it fell* by a fifth.

  Then it rose.
  === notes.md
  it fell
`;

/** Starts a server on a folder with the files of `citingMap`, and opens the map. */
export async function openCitingMap(
  initializationOptions: { readonly commands?: readonly string[] } = {},
): Promise<{ client: TestClient; at: TemporaryFolder }> {
  const at = temporaryFolder(citingMap);
  const client = await startServer({ capabilities: articleCapabilities, folders: [at.folder], initializationOptions });
  await client.open(at.uri, at.files[at.uri] ?? "");
  return { client, at };
}

/** Opens an article of the folder and returns its URI. */
export async function openArticle(client: TestClient, at: TemporaryFolder, name = "a.md"): Promise<string> {
  const uri = at.uriOf(name);
  await client.open(uri, at.files[uri] ?? "", "markdown");
  return uri;
}

/** Sends a request whose result the test knows. */
export const request = <T>({ connection }: TestClient, method: string, params: object): Promise<T> =>
  connection.sendRequest(method, params);

export const codeLenses = (client: TestClient, uri: string): Promise<unknown[]> =>
  request(client, "textDocument/codeLens", { textDocument: { uri } });

/** The parameters of a request about a position. */
export const positionIn = (uri: string, line: number, character: number) => ({
  textDocument: { uri },
  position: { line, character },
});
