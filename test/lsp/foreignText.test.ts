/** Converts text of another tool in the built server, where the conversion is a bundle of its own. */
import { expect, test } from "vitest";
import { type CodeAction, CodeActionRequest } from "vscode-languageserver-protocol/node";
import { fullCapabilities, openInServer } from "../support/programs/lspClient.ts";

const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };
const capabilities = { ...fullCapabilities, textDocument: { ...fullCapabilities.textDocument, codeAction } };

/** Returns the new texts of the conversion at the cursor; undefined if it is not offered. */
async function conversionIn(text: string): Promise<readonly string[] | undefined> {
  const { client, at } = await openInServer(text, { capabilities });
  const range = { start: at.cursor, end: at.cursor };
  const params = { textDocument: { uri: at.uri }, range, context: { diagnostics: [], only: ["quickfix"] } };
  const answer = await client.connection.sendRequest(CodeActionRequest.type, params);
  // The client asks for literals, so that no answer is a command.
  const action = (answer as CodeAction[]).find(({ title }) => title.startsWith("Convert to Argmap"));
  const [edits] = Object.values(action?.edit?.changes ?? {});
  return edits?.map(({ newText }) => newText);
}

test("puts pasted text under the claim that it is for", async () => {
  expect(await conversionIn("claim own: Mine.\n  ¦+ <Air>: It is clean.\n  - <Bus>: It is full.\n")).toEqual([
    "  reason Air: It is clean.\n  objection Bus: It is full.\n",
  ]);
});

test("answers without a conversion that is refused", async () => {
  expect(await conversionIn("claim own: Mine.\n\n¦1.1. Pro: It is clean.\n")).toBeUndefined();
});
