import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TEST_LIMIT } from "../support/limits.ts";
import { map } from "../support/maps/markedMap.ts";
import { allCapabilities, requests, withoutIds } from "../support/programs/allRequests.ts";
import {
  openFiles,
  startSharedServer,
  type TemporaryFolder,
  type TestClient,
  temporaryFolder,
} from "../support/programs/lspClient.ts";

const source = map`
  import: people.argmap
  source report: A report
    url: https://example.org/report
    file: report.txt
  question stay: Should it stay?
  claim keep answers stay: It should stay.
    reason air by lind: Cleaner air.
      premise fell: It fell.
      quote report: it fell by a tenth
  claim drop contradicts ke¦ep: It should go.
  === people.argmap
  speaker lind: Maja Lind
  === report.txt
  In spring it fell by a tenth.
`;

/** Three servers for all tests of this file, because starting one takes longer than a request. */
let server: TestClient;
let otherServer: TestClient;
let serverOfSimpleClient: TestClient;
beforeAll(async () => {
  server = await startSharedServer({ capabilities: allCapabilities });
  otherServer = await startSharedServer({ capabilities: allCapabilities });
  serverOfSimpleClient = await startSharedServer({ capabilities: {} });
}, TEST_LIMIT);
afterAll(() => Promise.all([server, otherServer, serverOfSimpleClient].map((client) => client.kill())));

describe("every request", () => {
  test.each([...requests])("%s: right after an edit, the answer is based on the new text", async (_name, request) => {
    const at = await openFiles(server, source);
    await request(server, at);
    // Inserts two lines above, without waiting for anything.
    const top = { line: 0, character: 0 };
    await server.change(at.uri, { range: { start: top, end: top }, text: "map: Edited\n  author: A\n" });
    const moved: TemporaryFolder = { ...at, cursor: { line: at.cursor.line + 2, character: at.cursor.character } };
    const afterEdit = await request(server, moved);
    await server.close(at.uri);
    await otherServer.open(at.uri, `map: Edited\n  author: A\n${at.files[at.uri] ?? ""}`);
    const expected = await request(otherServer, moved);
    await otherServer.close(at.uri);
    // Two servers differ only in versions and ids.
    expect(withoutIds(afterEdit)).toEqual(withoutIds(expected));
  });

  test.each([...requests])("%s: is answered or refused at every line of a broken file", async (_name, request) => {
    const broken =
      "claim ke\nreason\n  premise a b c\n   : x\n\tquote\nclaim :\nimport:\nimport: \nclaim a for b by: x\n  //\n#\n¦";
    const at = await openFiles(server, broken);
    for (let line = 0; line < 12; line++) {
      for (const character of [0, 3, 9]) {
        await expect(isAnsweredOrRefused(request(server, { ...at, cursor: { line, character } }))).resolves.toBe(true);
      }
    }
    await server.close(at.uri);
  });

  test.each([...requests])("%s: is answered or refused for a client without capabilities", async (_name, request) => {
    const at = await openFiles(serverOfSimpleClient, source);
    await expect(isAnsweredOrRefused(request(serverOfSimpleClient, at))).resolves.toBe(true);
    await serverOfSimpleClient.close(at.uri);
  });

  test.each([...requests])("%s: the answer has the client's spelling of URIs", async (_name, request) => {
    const files = temporaryFolder(source);
    // Some editors do not escape letters. The server does.
    const uri = `${files.folder}老城.argmap`;
    await server.open(files.uriOf("people.argmap"), files.files[files.uriOf("people.argmap")] ?? "");
    await server.open(uri, files.files[files.uri] ?? "");
    const answer = JSON.stringify(await request(server, { ...files, uri }));
    expect(answer).not.toContain(encodeURIComponent("老城"));
    await server.close(uri);
    await server.close(files.uriOf("people.argmap"));
  });
});

test("the announced capabilities are those that are tested here", () => {
  const announced = Object.keys(server.initializeResult.capabilities).filter((name) => name.endsWith("Provider"));
  expect(announced.sort()).toEqual(
    [
      "callHierarchyProvider",
      "codeActionProvider",
      "codeLensProvider",
      "completionProvider",
      "declarationProvider",
      "definitionProvider",
      "documentFormattingProvider",
      "documentHighlightProvider",
      "documentLinkProvider",
      "documentOnTypeFormattingProvider",
      "documentRangeFormattingProvider",
      "documentSymbolProvider",
      "foldingRangeProvider",
      "hoverProvider",
      "implementationProvider",
      "inlayHintProvider",
      "linkedEditingRangeProvider",
      "referencesProvider",
      "renameProvider",
      "selectionRangeProvider",
      "semanticTokensProvider",
      "signatureHelpProvider",
      "typeDefinitionProvider",
      "workspaceSymbolProvider",
    ].sort(),
  );
});

/** Whether a request is answered, or refused with a message for the user. */
const isAnsweredOrRefused = (request: Promise<unknown>): Promise<boolean> =>
  request.then(
    () => true,
    // RequestFailed: for example, there is nothing to rename.
    (error: { readonly code?: number }) => error.code === -32803,
  );
