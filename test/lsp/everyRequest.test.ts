import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CallHierarchyItem, CodeAction, CodeLens, CompletionList } from "vscode-languageserver-protocol/node";
import * as protocol from "../../server/protocol/articles.ts";
import { COUNTS, ENTRIES, MAPS } from "../../server/protocol/maps.ts";
import { TREE, TREE_CLOSED, treeResult } from "../../server/protocol/tree.ts";
import { TEST_LIMIT } from "../support/limits.ts";
import { map } from "../support/maps/markedMap.ts";
import {
  fullCapabilities,
  openFiles,
  startSharedServer,
  type TemporaryFolder,
  type TestClient,
  temporaryFolder,
} from "../support/programs/lspClient.ts";

type Ask = (client: TestClient, at: TemporaryFolder) => Promise<unknown>;

const document = ({ uri }: TemporaryFolder) => ({ textDocument: { uri } });
const place = (at: TemporaryFolder) => ({ ...document(at), position: at.cursor });
const all = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
const words = { start: { line: 0, character: 10 }, end: { line: 0, character: 17 } };
const options = { tabSize: 2, insertSpaces: true };

const ask =
  (method: string, params: (at: TemporaryFolder) => object): Ask =>
  (client, at) =>
    client.connection.sendRequest(method, params(at));

/** Sends a second request about an item of the first answer. */
const askAboutItem =
  <T>(first: Ask, pick: (answer: never) => T | undefined, method: string, params: (item: T) => object): Ask =>
  async (client, at) => {
    // Each caller knows the type of the first answer.
    const item = pick((await first(client, at)) as never);
    return item === undefined ? null : client.connection.sendRequest(method, params(item));
  };

const text = (name: string, params: (at: TemporaryFolder) => object = place): [string, Ask] => [
  `textDocument/${name}`,
  ask(`textDocument/${name}`, params),
];
const actions = ask("textDocument/codeAction", (at) => ({
  ...document(at),
  range: { start: at.cursor, end: at.cursor },
  context: { diagnostics: [] },
}));
const lenses = ask("textDocument/codeLens", document);
const calls = ask("textDocument/prepareCallHierarchy", place);
const offers = ask("textDocument/completion", place);

/** All requests about a position or a file. */
const requests: ReadonlyMap<string, Ask> = new Map([
  ...["declaration", "definition", "typeDefinition", "implementation", "documentHighlight", "hover"].map((name) =>
    text(name),
  ),
  ...["signatureHelp", "prepareRename", "linkedEditingRange"].map((name) => text(name)),
  text("references", (at) => ({ ...place(at), context: { includeDeclaration: true } })),
  text("rename", (at) => ({ ...place(at), newName: "renamed" })),
  text("selectionRange", (at) => ({ ...document(at), positions: [at.cursor] })),
  text("inlayHint", (at) => ({ ...document(at), range: all })),
  text("semanticTokens/range", (at) => ({ ...document(at), range: all })),
  text("rangeFormatting", (at) => ({ ...document(at), range: all, options })),
  text("onTypeFormatting", (at) => ({ ...place(at), ch: "\n", options })),
  text("formatting", (at) => ({ ...document(at), options })),
  ...["documentSymbol", "foldingRange", "documentLink"].map((name) => text(name, document)),
  [
    "textDocument/semanticTokens/full",
    async (client, at) => {
      const answer = await client.connection.sendRequest<{ readonly data: readonly number[] }>(
        "textDocument/semanticTokens/full",
        document(at),
      );
      return answer.data;
    },
  ],
  ["textDocument/completion", offers],
  [
    "completionItem/resolve",
    askAboutItem(
      offers,
      ({ items }: CompletionList) => items[0],
      "completionItem/resolve",
      (item) => item,
    ),
  ],
  ["textDocument/codeAction", actions],
  [
    "codeAction/resolve",
    askAboutItem(
      actions,
      (found: CodeAction[] | null) => found?.find(({ data }) => data !== undefined),
      "codeAction/resolve",
      (item) => item,
    ),
  ],
  ["textDocument/codeLens", lenses],
  [
    "codeLens/resolve",
    askAboutItem(
      lenses,
      (found: CodeLens[] | null) => found?.find(({ data }) => data !== undefined),
      "codeLens/resolve",
      (item) => item,
    ),
  ],
  ["textDocument/prepareCallHierarchy", calls],
  ...["incomingCalls", "outgoingCalls"].map((name): [string, Ask] => [
    `callHierarchy/${name}`,
    askAboutItem(
      calls,
      (items: CallHierarchyItem[] | null) => items?.[0],
      `callHierarchy/${name}`,
      (item) => ({ item }),
    ),
  ]),
  ...[protocol.PASSAGES, protocol.COVERAGE].map((name): [string, Ask] => [name, ask(name, ({ uri }) => ({ uri }))]),
  ...[COUNTS, ENTRIES].map((name): [string, Ask] => [name, ask(name, ({ uri }) => ({ uri }))]),
  [MAPS, ask(MAPS, () => ({}))],
  [protocol.READER_TEXT, ask(protocol.READER_TEXT, ({ uriOf }) => ({ uri: uriOf("report.txt") }))],
  [protocol.TARGETS, ask(protocol.TARGETS, ({ uriOf }) => ({ article: uriOf("report.txt"), query: "ke" }))],
  [protocol.NEW_MAP, ask(protocol.NEW_MAP, ({ uriOf }) => ({ article: uriOf("report.txt") }))],
  [
    protocol.LOCATE_QUOTE,
    async (client, { uri }) => {
      const result = v.parse(treeResult, await client.connection.sendRequest(TREE, { uri }));
      await client.connection.sendNotification(TREE_CLOSED, { uri });
      const quote = result?.tree.cards.flatMap(({ quotes }) => quotes).find(({ link }) => link !== undefined)?.link;
      return quote === undefined ? null : client.connection.sendRequest(protocol.LOCATE_QUOTE, { uri, quote });
    },
  ],
  [
    protocol.QUOTE,
    ask(protocol.QUOTE, ({ uri, uriOf }) => ({
      article: uriOf("report.txt"),
      selections: [words],
      map: uri,
      addition: "claim",
    })),
  ],
  [
    protocol.SPEAKERS,
    ask(protocol.SPEAKERS, ({ uri, uriOf }) => ({ article: uriOf("report.txt"), selections: [words], map: uri })),
  ],
  [protocol.ADD_SPEAKER, ask(protocol.ADD_SPEAKER, ({ uri }) => ({ map: uri, text: "Wei Zongyou" }))],
  [
    protocol.PASTE,
    ask(protocol.PASTE, ({ uri, uriOf, cursor }) => ({
      article: uriOf("report.txt"),
      selections: [words],
      text: "it fell",
      textPosition: { uri, position: cursor },
    })),
  ],
  ["workspace/symbol", ask("workspace/symbol", () => ({ query: "ke" }))],
  [
    "workspace/willRenameFiles",
    ask("workspace/willRenameFiles", ({ uriOf }) => ({
      files: [{ oldUri: uriOf("people.argmap"), newUri: uriOf("sub/people.argmap") }],
    })),
  ],
]);

/** The capabilities of an editor that supports everything. */
const capabilities = {
  ...fullCapabilities,
  workspace: {
    ...fullCapabilities.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {}, resourceOperations: ["create" as const] },
    fileOperations: { willRename: true },
  },
  textDocument: {
    ...fullCapabilities.textDocument,
    rename: { prepareSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
  },
};

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
  server = await startSharedServer({ capabilities });
  otherServer = await startSharedServer({ capabilities });
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

/** An answer without versions and ids, which differ between servers. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !["version", "resultId", "id"].includes(key) && (key !== "data" || Array.isArray(item)))
      .map(([key, item]) => [key, withoutIds(item)]),
  );
}
