/** Code actions over stdio, for clients with different abilities. */
import { expect, test } from "vitest";
import { type CodeAction, CodeActionRequest } from "vscode-languageserver-protocol/node";
import { fullCapabilities, openInServer } from "../support/programs/lspClient.ts";

test("leaves out only the action that creates a file if the client cannot create files", async () => {
  const source = "speaker lind: L\nspeaker r¦oy: R\nclaim c by lind: x\n  reason: t\n";
  const literal = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };
  const resolving = { ...literal, dataSupport: true, resolveSupport: { properties: ["edit"] } };
  const creating = { workspaceEdit: { documentChanges: true, resourceOperations: ["create" as const] } };
  const titles = async (
    codeAction: typeof literal,
    workspace: typeof creating | object,
  ): Promise<readonly string[]> => {
    const capabilities = {
      workspace: { ...fullCapabilities.workspace, ...workspace },
      textDocument: { ...fullCapabilities.textDocument, codeAction },
    };
    const { client, at } = await openInServer(source, { capabilities });
    const range = { start: at.cursor, end: at.cursor };
    const params = { textDocument: { uri: at.uri }, range, context: { diagnostics: [] } };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, params);
    return (actions as CodeAction[]).map(({ title }) => title);
  };
  const moveAction = "Move to a new file “roy.argmap”";
  expect(await titles(literal, creating)).toContain(moveAction);
  for (const codeAction of [literal, resolving]) {
    const without = await titles(codeAction, {});
    expect(without).toContain("Remove unused speaker “roy”");
    expect(without).not.toContain(moveAction);
  }
});

test("suggests a file with a similar name for one that does not exist", async () => {
  const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };
  const capabilities = { ...fullCapabilities, textDocument: { ...fullCapabilities.textDocument, codeAction } };
  const text = "source r: R\n  file: ¦reports.txt\n=== report.txt\nIt fell.\n";
  const { client, at } = await openInServer(text, { capabilities });
  await client.waitForErrors(at.uri, ["source-not-found"]);
  const range = { start: at.cursor, end: at.cursor };
  const params = { textDocument: { uri: at.uri }, range, context: { diagnostics: [], only: ["quickfix"] } };
  const actions = await client.connection.sendRequest(CodeActionRequest.type, params);
  expect((actions as CodeAction[]).map(({ title }) => title)).toEqual(["Change to “report.txt”"]);
});
