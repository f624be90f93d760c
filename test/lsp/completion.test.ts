/** Completion over stdio, and what it leaves out for clients that do not support it. */
import { expect, test } from "vitest";
import { type CompletionList, CompletionRequest } from "vscode-languageserver-protocol/node";
import { map } from "../support/maps/markedMap.ts";
import { openInServer, type TemporaryFolder, type TestClient } from "../support/programs/lspClient.ts";

const completionAt = async (client: TestClient, at: TemporaryFolder): Promise<CompletionList> =>
  // This server always answers with a `CompletionList`.
  (await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri: at.uri },
    position: at.cursor,
  })) as CompletionList;

test("completes keywords, clause words and names in an incomplete line", async () => {
  const source = "claim keep: It stays.\n¦";
  const { client, at } = await openInServer(source);
  let text = "";
  /** Types more text and returns the labels of the completion items. */
  const typeAndComplete = async (more: string): Promise<readonly string[]> => {
    const end = { line: 1, character: text.length };
    text += more;
    await client.change(at.uri, { range: { start: end, end }, text: more });
    const { items } = await completionAt(client, { ...at, cursor: { line: 1, character: text.length } });
    return items.map(({ label }) => label);
  };
  expect(await typeAndComplete("rea")).toContain("reason");
  expect(await typeAndComplete("son air ")).toEqual(["by", "for", "against"]);
  expect(await typeAndComplete("for ")).toEqual(["keep"]);
  expect(await typeAndComplete("keep: c")).toEqual([]);
});

test("returns snippets only to a client that supports them", async () => {
  const full = await openInServer("cla¦");
  const claim = (list: CompletionList) => list.items.find(({ label }) => label === "claim");
  expect(claim(await completionAt(full.client, full.at))).toMatchObject({ insertTextFormat: 2 });
  const minimal = await openInServer("cla¦", { capabilities: {} });
  const plain = claim(await completionAt(minimal.client, minimal.at));
  expect(plain?.insertTextFormat).toBeUndefined();
  expect(plain?.textEdit).toMatchObject({ newText: "claim " });
});

test("completes paths of files on disk", async () => {
  const { client, at } = await openInServer(map`
    import: ¦
    === sub/air.argmap
    claim fell: It fell.
    === people.argmap
    speaker lind: Maja Lind
    === report.txt
    It fell.
  `);
  const labels = (await completionAt(client, at)).items.map(({ label }) => label);
  expect([...labels].sort()).toEqual(["../", "people.argmap", "sub/"]);
});
