import { expect, test } from "vitest";
import {
  type Location,
  ReferencesRequest,
  RenameRequest,
  type SymbolInformation,
  WorkspaceSymbolRequest,
} from "vscode-languageserver-protocol/node";
import { map } from "../support/maps/markedMap.ts";
import {
  fullCapabilities,
  startServer,
  type TemporaryFolder,
  type TestClient,
  temporaryFolder,
} from "../support/programs/lspClient.ts";

/** A server with a workspace folder in which nothing is open. */
async function inFolder(
  source: string,
  workspaceCapabilities: object = {},
): Promise<{ readonly client: TestClient; readonly at: TemporaryFolder }> {
  const at = temporaryFolder(source);
  const capabilities = {
    ...fullCapabilities,
    workspace: { ...fullCapabilities.workspace, workspaceFolders: true, ...workspaceCapabilities },
    window: { workDoneProgress: true },
  };
  return { at, client: await startServer({ capabilities, folders: [at.folder] }) };
}

const symbolsOf = async (client: TestClient, query: string): Promise<readonly string[]> => {
  const found = (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? [];
  return (found as SymbolInformation[]).map(({ name }) => name);
};

test("finds symbols in all maps of the folder, with nothing open", async () => {
  const { client } = await inFolder(map`
    claim keep: It stays.
    === deep/air.argmap
    claim fell: It fell.
  `);
  expect(await symbolsOf(client, "keep")).toEqual(["keep"]);
  expect(await symbolsOf(client, "fell")).toEqual(["fell"]);
});

test("finds and renames references in maps that are not open", async () => {
  const { client, at } = await inFolder(map`
    claim ke¦ep: It stays.
    === deep/air.argmap
    import: ../main.argmap
    reason for ⟨keep⟩: Cleaner air.
  `);
  await client.open(at.uri, at.files[at.uri] ?? "");
  const place = { textDocument: { uri: at.uri }, position: at.cursor };
  const context = { includeDeclaration: false };
  const found: Location[] = (await client.connection.sendRequest(ReferencesRequest.type, { ...place, context })) ?? [];
  expect(found).toEqual(at.uses);
  // This client does not support `documentChanges`.
  const edit = await client.connection.sendRequest(RenameRequest.type, { ...place, newName: "stay" });
  expect(Object.keys(edit?.changes ?? {}).sort()).toEqual([at.uriOf("deep/air.argmap"), at.uri].sort());
  expect(edit?.documentChanges).toBeUndefined();
});

test("follows maps that are created, changed and deleted, and folders that are added and removed", async () => {
  const { client, at } = await inFolder("claim keep: It stays.\n");
  const other = temporaryFolder("claim other: Other.\n");
  at.write("new.argmap", "claim new: New.\n");
  await client.notifyChangedOnDisk(at.uriOf("new.argmap"));
  expect(await symbolsOf(client, "new")).toEqual(["new"]);
  at.write("new.argmap", "claim newer: Newer.\n");
  await client.notifyChangedOnDisk(at.uriOf("new.argmap"));
  expect(await symbolsOf(client, "new")).toEqual(["newer"]);
  at.remove("new.argmap");
  await client.notifyChangedOnDisk(at.uriOf("new.argmap"));
  expect(await symbolsOf(client, "new")).toEqual([]);
  await client.changeFolders([other.folder], []);
  await expect.poll(() => symbolsOf(client, "other")).toEqual(["other"]);
  await client.changeFolders([], [other.folder]);
  await expect.poll(() => symbolsOf(client, "other")).toEqual([]);
});

test("reports progress while it reads a large folder", async () => {
  const files = Array.from({ length: 120 }, (_, at) => `=== ${at}.argmap\nclaim c${at}: Text.\n`);
  const { client } = await inFolder(files.join(""));
  await client.progress.latest(({ kind }) => kind === "end");
  expect(client.progress.all[0]).toMatchObject({ kind: "begin", title: "Reading argument maps" });
  expect(await symbolsOf(client, "c119")).toEqual(["c119"]);
});

test("requests a refresh of lenses, hints and tokens that an edit in another file has changed", async () => {
  const refreshSupport = true;
  const { client, at } = await inFolder(
    map`
      import: air.argmap
      reason for fell: So.
      === air.argmap
      claim fell: It fell.
    `,
    { codeLens: { refreshSupport }, inlayHint: { refreshSupport }, semanticTokens: { refreshSupport } },
  );
  const air = at.uriOf("air.argmap");
  await client.open(at.uri, at.files[at.uri] ?? "");
  await client.open(air, at.files[air] ?? "");
  await symbolsOf(client, "");
  const refreshed = Promise.all(
    ["codeLens", "inlayHint", "semanticTokens"].map((feature) =>
      client.refreshedFeatures.next((refreshed) => refreshed === feature),
    ),
  );
  const start = { line: 0, character: 6 };
  await client.change(air, { range: { start, end: start }, text: "x" });
  await refreshed;
});
