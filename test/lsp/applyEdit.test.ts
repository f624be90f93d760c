import * as v from "valibot";
import { expect, test } from "vitest";
import * as protocol from "../../server/protocol/tree.ts";
import { map } from "../support/maps/markedMap.ts";
import { openInServer, type TemporaryFolder, type TestClient } from "../support/programs/lspClient.ts";

const fetchTree = async ({ connection }: TestClient, { uri }: TemporaryFolder) => {
  const result = v.parse(protocol.treeResult, await connection.sendRequest(protocol.TREE, { uri }));
  if (result === null) throw new Error("The file has no tree.");
  const idOf = (text: string) => result.tree.cards.find((card) => card.text === text)?.id;
  return { ...result, idOf };
};
const requestEdit = async ({ connection }: TestClient, params: object) =>
  v.parse(protocol.editResult, await connection.sendRequest(protocol.EDIT, params));

const source = map`
  claim keep: It stays.
    reason air: Cleaner air.
`;
const action = { type: "add", kind: "reason", text: "New." };

test("an edit has the version of the open text, and the range of the new text", async () => {
  const { client, at } = await openInServer(source);
  const { version, idOf } = await fetchTree(client, at);
  expect(await requestEdit(client, { uri: at.uri, card: idOf("It stays."), version, action })).toEqual({
    type: "edit",
    edit: {
      documentChanges: [
        {
          textDocument: { uri: at.uri, version: 1 },
          edits: [
            {
              range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
              newText: "  reason: New.\n",
            },
          ],
        },
      ],
    },
    location: { uri: at.uri, range: { start: { line: 2, character: 10 }, end: { line: 2, character: 14 } } },
  });
});

test("a stale tree is reported, even if the edit that made it stale has only just arrived", async () => {
  const { client, at } = await openInServer(source);
  const { version, idOf } = await fetchTree(client, at);
  const card = idOf("It stays.");
  const place = { line: 2, character: 0 };
  const [, answer] = await Promise.all([
    client.change(at.uri, { range: { start: place, end: place }, text: "  objection: No.\n" }),
    requestEdit(client, { uri: at.uri, card, version, action }),
  ]);
  expect(answer).toEqual({ type: "stale" });
  expect(await requestEdit(client, { uri: at.uri, card, version: version + 1, action })).toMatchObject({
    type: "edit",
  });
});

test("an impossible action is refused in the answer, an invalid one is an error", async () => {
  const { client, at } = await openInServer(source);
  const { version, idOf } = await fetchTree(client, at);
  const params = { uri: at.uri, card: idOf("It stays."), version };
  const premise = { type: "add", kind: "premise", text: "" };
  expect(await requestEdit(client, { ...params, action: premise })).toEqual({
    type: "rejected",
    message: "A premise cannot be placed under a claim.",
  });
  expect(await requestEdit(client, { ...params, action: { type: "delete", isConfirmed: false } })).toEqual({
    type: "needsConfirmation",
    question: "Delete this claim and 1 entry that depends on it?",
    confirmLabel: "Delete",
  });
  await expect(requestEdit(client, { ...params, action: { do: "explode" } })).rejects.toThrow("argmap/edit");
  expect(await requestEdit(client, { ...params, card: "gone", action })).toEqual({
    type: "rejected",
    message: "This card no longer exists.",
  });
});
