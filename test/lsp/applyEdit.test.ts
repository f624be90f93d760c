import * as v from "valibot";
import { expect, test } from "vitest";
import * as protocol from "../../server/protocol/tree.ts";
import { openInServer, type TemporaryFolder, type TestClient } from "../support/lspClient.ts";
import { map } from "../support/markedMap.ts";

const looked = async ({ connection }: TestClient, { uri }: TemporaryFolder) => {
  const answer = v.parse(protocol.treeResult, await connection.sendRequest(protocol.TREE, { uri }));
  if (answer === null) throw new Error("This file has no tree.");
  const idOf = (text: string) => answer.tree.cards.find((card) => card.text === text)?.id;
  return { ...answer, idOf };
};
const asked = async ({ connection }: TestClient, params: object) =>
  v.parse(protocol.editResult, await connection.sendRequest(protocol.EDIT, params));

const source = map`
  claim keep: It stays.
    reason air: Cleaner air.
`;
const action = { do: "add", what: "reason", text: "New." };

test("an edit is for the version of the text that is open, and says where its words will be", async () => {
  const { client, at } = await openInServer(source);
  const { version, idOf } = await looked(client, at);
  expect(await asked(client, { uri: at.uri, card: idOf("It stays."), version, action })).toEqual({
    is: "edit",
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
    at: { uri: at.uri, range: { start: { line: 2, character: 10 }, end: { line: 2, character: 14 } } },
  });
});

test("says that a tree is stale, also where the edit that made it so has only just come", async () => {
  const { client, at } = await openInServer(source);
  const { version, idOf } = await looked(client, at);
  const card = idOf("It stays.");
  const place = { line: 2, character: 0 };
  const [, answer] = await Promise.all([
    client.change(at.uri, { range: { start: place, end: place }, text: "  objection: No.\n" }),
    asked(client, { uri: at.uri, card, version, action }),
  ]);
  expect(answer).toEqual({ is: "stale" });
  expect(await asked(client, { uri: at.uri, card, version: version + 1, action })).toMatchObject({ is: "edit" });
});

test("what cannot be done is an answer, what is no action an error", async () => {
  const { client, at } = await openInServer(source);
  const { version, idOf } = await looked(client, at);
  const params = { uri: at.uri, card: idOf("It stays."), version };
  const premise = { do: "add", what: "premise", text: "" };
  expect(await asked(client, { ...params, action: premise })).toEqual({
    is: "refused",
    why: "A premise cannot be placed under a claim.",
  });
  expect(await asked(client, { ...params, action: { do: "delete", sure: false } })).toEqual({
    is: "unsure",
    question: "Delete this claim and 1 entry that depends on it?",
    yes: "Delete",
  });
  await expect(asked(client, { ...params, action: { do: "explode" } })).rejects.toThrow("argmap/edit");
  expect(await asked(client, { ...params, card: "gone", action })).toEqual({
    is: "refused",
    why: "This card no longer exists.",
  });
});
