/** Files on no disk, which the client reads for the server: the folders of a virtual workspace. */
import { expect, test } from "vitest";
import { DefinitionRequest, type Location } from "vscode-languageserver-protocol/node";
import { bytesToBase64 } from "../../server/core/strings/base64.ts";
import {
  LIST_FOLDER,
  type ListFolderParams,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
} from "../../server/protocol/files.ts";
import { fullCapabilities, startServer, type TestClient } from "../support/programs/lspClient.ts";

const folder = "memfs:///maps";
const main = `${folder}/main.argmap`;
const files: Readonly<Record<string, string>> = {
  [main]: `import base: base.argmap

source news: The News
  file: news.txt

reason air for base.keep: The air got cleaner.
  quote news: The air got cleaner.
  quote news: The air got worse.
`,
  [`${folder}/base.argmap`]: "claim keep: The charge should stay.\n",
  [`${folder}/news.txt`]: "The air got cleaner.\n",
};

/** A server whose client has these files. */
async function startWithFiles(): Promise<TestClient> {
  const workspace = { ...fullCapabilities.workspace, workspaceFolders: true };
  const client = await startServer({ capabilities: { ...fullCapabilities, workspace } });
  client.connection.onRequest<ReadFileResult, void>(READ_FILE, ({ uri }: ReadFileParams) => {
    const text = files[uri];
    return text === undefined
      ? { state: "missing" }
      : { state: "found", base64: bytesToBase64(new TextEncoder().encode(text)) };
  });
  client.connection.onRequest(LIST_FOLDER, ({ uri }: ListFolderParams): readonly string[] =>
    Object.keys(files).flatMap((file) => (file.startsWith(`${uri}/`) ? [file.slice(uri.length + 1)] : [])),
  );
  await client.changeFolders([folder], []);
  return client;
}

test("quotes are checked in a virtual article, and names lead to virtual imports", async () => {
  const client = await startWithFiles();
  await client.open(main, files[main] ?? "");
  const { diagnostics } = await client.waitForErrors(main, ["quote-not-found"]);
  expect(diagnostics.find(({ code }) => code === "quote-not-found")?.range.start.line).toBe(7);
  const position = { line: 5, character: "reason air for base.k".length };
  const found = await client.connection.sendRequest(DefinitionRequest.type, { textDocument: { uri: main }, position });
  expect(
    (found as Location[]).map((location) => ("targetUri" in location ? location.targetUri : location.uri)),
  ).toEqual([`${folder}/base.argmap`]);
});
