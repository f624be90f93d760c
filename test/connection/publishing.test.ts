/** What is told without being asked for, by a server in this process, so that a part of it can be made to fail. */
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
import { Citations } from "../../server/workspace/citations.ts";
import { memoryFileSystem } from "../support/memoryFileSystem.ts";

test("trees are sent though the passages in use cannot be told, and why is logged", async () => {
  const failing = vi.spyOn(Citations.prototype, "takeChanged").mockImplementation(() => {
    throw new Error("torn");
  });
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(there), new StreamMessageWriter(back));
  serve(server, { fileSystem: memoryFileSystem(), reference: undefined, defer: (work) => setImmediate(work) });
  const client = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
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
  expect(logged.join()).toContain("Could not send the passages: Error: torn");
  client.dispose();
  server.dispose();
  failing.mockRestore();
});
