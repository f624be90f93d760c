import { expect, test } from "vitest";
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes } from "vscode-languageserver";
import { handleRequest, type RequestContext } from "../../server/connection/handleRequest.ts";
import type { OpenDocument } from "../../server/connection/openDocument.ts";
import { UserError } from "../../server/features/shared/userError.ts";
import { memoryFileSystem, workspaceOn, workspaceWith } from "../support/workspaces/memoryFileSystem.ts";

const clientUri = "file:///老城.argmap";
const serverUri = "file:///%E8%80%81%E5%9F%8E.argmap";

/** A session with one open map, in which requests about that map can be handled. */
function openSession() {
  const workspace = workspaceWith("claim keep: It stays.\n", serverUri);
  const openDocuments = new Map<string, OpenDocument>([
    [serverUri, { clientUri, version: 1, editCount: 0, isMap: true }],
  ]);
  const logged: string[] = [];
  const cancellation = new CancellationTokenSource();
  const session = { workspace, openDocuments, logError: (context: string) => void logged.push(context) };
  return {
    openDocuments,
    logged,
    cancel: () => cancellation.cancel(),
    edit(uri = serverUri, before = openDocuments.get(uri)) {
      const { version = 0, editCount = 0 } = before ?? {};
      openDocuments.set(uri, { clientUri: uri, isMap: true, version: version + 1, editCount: editCount + 1 });
    },
    handle: <T>(handler: (uri: string) => T | Promise<T>, context: Partial<RequestContext> = {}) =>
      handleRequest(session, { label: "Hover", uri: clientUri, token: cancellation.token, ...context }, handler),
  };
}

test("the handler receives the normalized URI, and the client its own spelling", async () => {
  const { handle } = openSession();
  expect(await handle((uri) => ({ uri, isNormalized: uri === serverUri }))).toEqual({
    uri: clientUri,
    isNormalized: true,
  });
});

test("a refusal has its message for the user, and is not logged", async () => {
  const { handle, logged } = openSession();
  const refused = handle(() => {
    throw new UserError("The selected entry no longer exists.");
  });
  await expect(refused).rejects.toMatchObject({
    code: LSPErrorCodes.RequestFailed,
    message: "The selected entry no longer exists.",
  });
  expect(logged).toEqual([]);
});

test("an exception is logged and names the request", async () => {
  const { handle, logged } = openSession();
  const failed = handle(() => {
    throw new Error("broken");
  });
  await expect(failed).rejects.toMatchObject({ code: ErrorCodes.InternalError, message: "Hover failed: broken" });
  expect(logged).toEqual(["Hover"]);
});

test("a canceled request is answered as canceled", async () => {
  const { handle, cancel } = openSession();
  await expect(handle(() => cancel())).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});

test("an answer is refused if the document was edited in the meantime", async () => {
  const { handle, edit } = openSession();
  await expect(handle(() => edit())).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
});

test("an answer is refused if the document was closed and reopened with another version", async () => {
  const { handle, openDocuments } = openSession();
  const reopened = handle(() => {
    openDocuments.set(serverUri, { clientUri, version: 9, editCount: 0, isMap: true });
  });
  await expect(reopened).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
});

test("an edit does not matter to a request that accepts any version", async () => {
  const { handle, edit } = openSession();
  expect(await handle(() => edit(), { acceptsAnyVersion: true })).toBeUndefined();
});

test("opening the document in the meantime is no edit, but editing it after that is", async () => {
  const uri = "file:///other.argmap";
  const { handle, openDocuments, edit } = openSession();
  const open = () => void openDocuments.set(uri, { clientUri: uri, version: 1, editCount: 0, isMap: true });
  expect(await handle(open, { uri })).toBeUndefined();
  openDocuments.delete(uri);
  const openAndEdit = () => {
    open();
    edit(uri);
  };
  await expect(handle(openAndEdit, { uri })).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
});

test("a request without a document is answered whatever is edited", async () => {
  const { openDocuments, edit } = openSession();
  const session = { workspace: workspaceWith(""), openDocuments, logError: () => {} };
  const { token } = new CancellationTokenSource();
  const answer = handleRequest(session, { label: "Symbols", token }, (uri) => {
    edit();
    return `no document: “${uri}”`;
  });
  expect(await answer).toBe("no document: “”");
});

test("an answer waits for the articles that it depends on, and for no others", async () => {
  const finishRead = new Map<string, () => void>();
  const workspace = workspaceOn({
    ...memoryFileSystem(),
    readBytes: (uri) =>
      new Promise((resolve) =>
        finishRead.set(uri, () => resolve({ state: "found", bytes: new TextEncoder().encode("It fell.") })),
      ),
  });
  const session = { workspace, openDocuments: new Map<string, OpenDocument>(), logError: () => {} };
  const { token } = new CancellationTokenSource();
  const request = <T>(handler: () => T): Promise<T> =>
    handleRequest(session, { label: "Hover", uri: "file:///other.argmap", token }, handler);
  const read = (uri: string) => workspace.sources.articleAt(uri).state;
  expect(read("file:///slow.txt")).toBe("unknown");
  expect(await request(() => "no article")).toBe("no article");
  const answer = request(() => read("file:///needed.txt"));
  while (!finishRead.has("file:///needed.txt")) await new Promise(setImmediate);
  finishRead.get("file:///needed.txt")?.();
  expect(await answer).toBe("found");
  expect(read("file:///slow.txt")).toBe("unknown");
});
