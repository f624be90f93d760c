import { expect, test } from "vitest";
import { ErrorCodes, ExitNotification, HoverRequest, ResponseError } from "vscode-languageserver-protocol/node";
import * as protocol from "../../server/protocol/tree.ts";
import { openInServer, startServer } from "../support/programs/lspClient.ts";

const ERROR = 1;

/** The error code of a request. Undefined if it is answered. */
const codeOf = (request: Promise<unknown>): Promise<number | undefined> =>
  request.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof ResponseError) return error.code;
      throw error;
    },
  );

test("exits with status 0 after a shutdown, and with 1 without one", async () => {
  const afterShutdown = await startServer();
  expect(await afterShutdown.stop()).toBe(0);
  const withoutShutdown = await startServer();
  await withoutShutdown.connection.sendNotification(ExitNotification.type);
  expect(await withoutShutdown.exitStatus).toBe(1);
});

test("exits when the connection is closed", async () => {
  const client = await startServer();
  client.connection.end();
  expect(await client.exitStatus).not.toBeNull();
});

test("an exception fails only its own request, and is logged", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  const { connection } = client;
  const textDocument = { uri: at.uri };
  const logged = client.logged.next(({ type }) => type === ERROR);
  // An invalid request: the position is missing.
  expect(await codeOf(connection.sendRequest("textDocument/hover", { textDocument, position: null }))).toBe(
    ErrorCodes.InternalError,
  );
  expect((await logged).message).toMatch(/^Hover: TypeError/);
  const position = { line: 0, character: 7 };
  expect(await connection.sendRequest(HoverRequest.type, { textDocument, position })).not.toBeNull();
});

test("an invalid message is refused and logged, and the server goes on", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  const { connection } = client;
  const logged = client.logged.next(({ type }) => type === ERROR);
  expect(await codeOf(connection.sendRequest(protocol.TREE, { uri: 5 }))).toBe(ErrorCodes.InvalidParams);
  expect((await logged).message).toContain(protocol.TREE);
  expect(await codeOf(connection.sendRequest("argmap/nothing", {}))).toBe(ErrorCodes.MethodNotFound);
  expect(await codeOf(connection.sendRequest("textDocument/hover", {}))).toBe(ErrorCodes.InternalError);
  await connection.sendNotification(protocol.TREE_CLOSED, { uri: null });
  expect(await connection.sendRequest(protocol.TREE, { uri: at.uri })).not.toBeNull();
});

test("an edit outside of the text does not stop the server", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  const far = { line: 99, character: 99 };
  await client.change(at.uri, { range: { start: far, end: far }, text: "reason for keen: So.\n" });
  await client.waitForErrors(at.uri, ["unknown-name"], 2);
});
