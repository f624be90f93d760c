/** Notifications of a server that runs in this process, so that a part of it can be made to fail. */
import { PassThrough } from "node:stream";
import { expect, test, vi } from "vitest";
import { createConnection } from "vscode-languageserver/node";
import {
  createProtocolConnection,
  LogMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import * as protocol from "../../server/protocol/tree.ts";
import { serve } from "../../server/server.ts";
import { Citations } from "../../server/workspace/sources/citations.ts";
import { memoryFileSystem } from "../support/workspaces/memoryFileSystem.ts";

test("trees are sent even if sending the passages fails, and the error is logged", async () => {
  const failing = vi.spyOn(Citations.prototype, "takeChanged").mockImplementation(() => {
    throw new Error("broken");
  });
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  serve(server, { fileSystem: memoryFileSystem(), reference: undefined, defer: (work) => setImmediate(work) });
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const logged: string[] = [];
  client.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
  const changed = new Promise((resolve) => client.onNotification(protocol.TREE_CHANGED, resolve));
  client.listen();
  const [uri, languageId] = ["file:///main.argmap", "argmap"];
  await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  await client.sendNotification("initialized", {});
  const text = "claim keep: It stays.\n";
  await client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  await client.sendRequest(protocol.TREE, { uri });
  await client.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: "claim keep: It stays so.\n" }],
  });
  expect(await changed).toMatchObject({ uri });
  expect(logged.join()).toContain("Could not send the passages: Error: broken");
  client.dispose();
  server.dispose();
  failing.mockRestore();
});
