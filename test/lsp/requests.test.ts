import { expect, test } from "vitest";
import {
  type CodeAction,
  CodeActionRequest,
  type CompletionList,
  CompletionRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  type Hover,
  HoverRequest,
  type Location,
  type LocationLink,
  ReferencesRequest,
} from "vscode-languageserver-protocol/node";
import {
  fullCapabilities,
  openInServer,
  startServer,
  type TemporaryFolder,
  type TestClient,
  temporaryFolder,
} from "../support/lspClient.ts";
import { map, mark } from "../support/markedMap.ts";

const place = ({ uri, cursor }: TemporaryFolder) => ({ textDocument: { uri }, position: cursor });

/** Opens the map, asks at once, and demands that the definition is ⟦ ⟧ and the word at the cursor ⟨ ⟩. */
async function expectDefinition(source: string): Promise<void> {
  const { client, at } = await openInServer(source);
  // Asked with link support, the server answers with links.
  const links = (await client.connection.sendRequest(DefinitionRequest.type, place(at))) as LocationLink[];
  const targets = links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
  const uses = links.flatMap(({ originSelectionRange: range }) =>
    range === undefined ? [] : [{ uri: at.uri, range }],
  );
  expect(mark(at, { targets, uses })).toBe(source);
}

test("goes from a clause to what it names, with the word that it goes from", () =>
  expectDefinition(map`
    claim ⟦keep⟧: It stays.
    reason air for ⟨ke¦ep⟩: Cleaner air.
  `));

test("goes to a file that is not open, from a name with a prefix, a speaker without, and an import", async () => {
  await expectDefinition(map`
    import air: air.argmap
    reason for ⟨air.fe¦ll⟩: Cleaner air.
    === air.argmap
    claim ⟦fell⟧: It fell.
  `);
  await expectDefinition(map`
    import: sub/people.argmap
    claim keep by ⟨li¦nd⟩: It stays.
    === sub/people.argmap
    speaker ⟦lind⟧: Maja Lind
  `);
  await expectDefinition(map`
    import: ⟨sub/peo¦ple.argmap⟩
    === sub/people.argmap
    ⟦⟧speaker lind: Maja Lind
  `);
});

test("counts in UTF-16 beyond emoji, Chinese and combining marks", async () => {
  await expectDefinition(map`
    speaker ⟦林⟧: 林女士 👩‍🔬
    claim 保留 by ⟨¦林⟩: 👍🏽 应当保留。
  `);
  await expectDefinition(
    map`
    claim ⟦cafe\u0301-𝒶⟧: Coffee 👍🏽.
    reason 茶 for 茶2, ⟨caf\u00e9-¦𝒶⟩: 👍🏽 Tea.
    claim 茶2: 茶。
  `
      .replaceAll("\\u0301", "\u0301")
      .replaceAll("\\u00e9", "\u00e9"),
  );
});

test("edits beyond such characters, in a file with CRLF, leave all places right", async () => {
  const { client, at } = await openInServer("claim 保留: 👍🏽 It stays.\r\nreason for 保留: So.\r\n");
  // Two lines put in between the flag of the emoji and its text, then a character of two units taken out again.
  const inserted = "👩‍🔬\r\n  and\r\n  so";
  await client.change(at.uri, {
    range: { start: { line: 0, character: 14 }, end: { line: 0, character: 14 } },
    text: inserted,
  });
  await client.change(at.uri, {
    range: { start: { line: 0, character: 10 }, end: { line: 0, character: 14 } },
    text: "",
  });
  const position = { line: 3, character: 12 };
  const links = await client.connection.sendRequest(DefinitionRequest.type, {
    textDocument: { uri: at.uri },
    position,
  });
  expect(links).toMatchObject([
    {
      targetSelectionRange: { start: { line: 0, character: 6 }, end: { line: 0, character: 8 } },
      originSelectionRange: { start: { line: 3, character: 11 }, end: { line: 3, character: 13 } },
      targetRange: { start: { line: 0, character: 0 }, end: { line: 2, character: 14 } },
    },
  ]);
});

test("gives plain locations to a client that knows no links", async () => {
  const { client, at } = await openInServer("claim ⟦keep⟧: It stays.\nreason for ke¦ep: So.\n", { capabilities: {} });
  const locations = await client.connection.sendRequest(DefinitionRequest.type, place(at));
  expect(locations).toEqual(at.targets);
});

test("finds references over open and unsaved files, with the definition only if asked", async () => {
  const source = map`
    import air: air.argmap
    reason one for air.⟨fell⟩: One.
    === air.argmap
    claim ⟦fe¦ll⟧: It fell.
    reason two for ⟨fell⟩: Two.
  `;
  const { client, at } = await openInServer(source);
  const ask = async (includeDeclaration: boolean): Promise<Location[]> =>
    (await client.connection.sendRequest(ReferencesRequest.type, { ...place(at), context: { includeDeclaration } })) ??
    [];
  expect(mark(at, { targets: at.targets, uses: await ask(false) })).toBe(source);
  expect(await ask(true)).toHaveLength(3);
  const end = { line: 2, character: 0 };
  await client.change(at.uriOf("main.argmap"), {
    range: { start: end, end },
    text: "reason three for air.fell: Three.\n",
  });
  expect(await ask(false)).toHaveLength(3);
});

test("highlights what the word under the cursor stands for", async () => {
  const source = map`
    claim ⟦keep⟧: It stays.
    reason for ⟨ke¦ep⟩: So.
  `;
  const { client, at } = await openInServer(source);
  const found = (await client.connection.sendRequest(DocumentHighlightRequest.type, place(at))) ?? [];
  const of = (wanted: number) =>
    found.filter(({ kind }) => kind === wanted).map(({ range }) => ({ uri: at.uri, range }));
  expect(mark(at, { targets: of(3), uses: of(2) })).toBe(source);
});

const hoverAt = async (client: TestClient, at: TemporaryFolder): Promise<Hover | null> =>
  client.connection.sendRequest(HoverRequest.type, place(at));

test("tells about an entry in Markdown or in plain text, as the client takes it", async () => {
  const source = map`
    speaker lind: *Maja* Lind
    claim keep by lind: It stays.
    reason air for ⟦ke¦ep⟧: Cleaner air.
  `;
  const rich = await openInServer(source);
  const shown = await hoverAt(rich.client, rich.at);
  expect(shown?.contents).toMatchObject({ kind: "markdown", value: expect.stringContaining("\\*Maja\\* Lind") });
  expect(shown?.range).toEqual(rich.at.targets[0]?.range);
  const poor = await openInServer(source, { capabilities: {} });
  expect((await hoverAt(poor.client, poor.at))?.contents).toEqual({
    kind: "plaintext",
    value: "claim keep\n\nIt stays.\n\n- by: *Maja* Lind\n\nReasons (1):\n- air Cleaner air.",
  });
});

const offered = async (client: TestClient, at: TemporaryFolder): Promise<CompletionList> =>
  // This server always answers with a list.
  (await client.connection.sendRequest(CompletionRequest.type, place(at))) as CompletionList;

test("completes while a line is half typed: keywords, clause words, names", async () => {
  const source = "claim keep: It stays.\n¦";
  const { client, at } = await openInServer(source);
  let text = "";
  /** Goes on typing, and gives what is offered then. */
  const typing = async (more: string): Promise<readonly string[]> => {
    const end = { line: 1, character: text.length };
    text += more;
    await client.change(at.uri, { range: { start: end, end }, text: more });
    const { items } = await offered(client, { ...at, cursor: { line: 1, character: text.length } });
    return items.map(({ label }) => label);
  };
  expect(await typing("rea")).toContain("reason");
  expect(await typing("son air ")).toEqual(["by", "for"]);
  expect(await typing("for ")).toEqual(["keep"]);
  expect(await typing("keep: c")).toEqual([]);
});

test("offers snippets only to a client that takes them", async () => {
  const rich = await openInServer("cla¦");
  const claim = (list: CompletionList) => list.items.find(({ label }) => label === "claim");
  expect(claim(await offered(rich.client, rich.at))).toMatchObject({ insertTextFormat: 2 });
  const poor = await openInServer("cla¦", { capabilities: {} });
  const plain = claim(await offered(poor.client, poor.at));
  expect(plain?.insertTextFormat).toBeUndefined();
  expect(plain?.textEdit).toMatchObject({ newText: "claim " });
});

test("offers paths on disk", async () => {
  const { client, at } = await openInServer(map`
    import: ¦
    === sub/air.argmap
    claim fell: It fell.
    === people.argmap
    speaker lind: Maja Lind
    === report.txt
    It fell.
  `);
  const labels = (await offered(client, at)).items.map(({ label }) => label);
  expect([...labels].sort()).toEqual(["../", "people.argmap", "sub/"]);
});

test("gives the outline nested or as a list, as the client takes it", async () => {
  const source = "# For\nclaim keep: It stays.\n  reason: Cleaner air.\n";
  const ask = async (client: TestClient, at: TemporaryFolder) =>
    (await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: at.uri } })) ?? [];
  const rich = await openInServer(source);
  // As this client takes them.
  const [section] = (await ask(rich.client, rich.at)) as DocumentSymbol[];
  expect(section?.name).toBe("For");
  expect(section?.children?.[0]?.children?.map(({ name }) => name)).toEqual(["Cleaner air."]);
  const poor = await openInServer(source, { capabilities: {} });
  expect(await ask(poor.client, poor.at)).toMatchObject([
    { name: "For", location: { uri: poor.at.uri } },
    { name: "keep", containerName: "For" },
    { name: "Cleaner air.", containerName: "keep" },
  ]);
});

test("folds", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\r\n  reason: Cleaner air.\r\n    More.\r\n");
  expect(await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri: at.uri } })).toEqual([
    { startLine: 0, endLine: 2 },
    { startLine: 1, endLine: 2 },
  ]);
});

test("answers in the client's own spelling of a URI", async () => {
  const files = temporaryFolder("");
  const client = await startServer();
  // As some editors write it: the server itself would escape the letters.
  const uri = `${files.folder}老城.argmap`;
  await client.open(uri, "claim keep: It stays.\nreason for keep: So.\nclaim keep: Again.\n");
  const { diagnostics } = await client.waitForErrors(uri, ["duplicate-name"]);
  expect(diagnostics.flatMap((one) => one.relatedInformation ?? [])[0]?.location.uri).toBe(uri);
  const asked = { textDocument: { uri }, position: { line: 1, character: 12 } };
  expect(await client.connection.sendRequest(DefinitionRequest.type, asked)).toMatchObject([{ targetUri: uri }]);
  const context = { includeDeclaration: true };
  const uses = (await client.connection.sendRequest(ReferencesRequest.type, { ...asked, context })) ?? [];
  expect(uses.map((one) => one.uri)).toEqual([uri, uri]);
});

test("has nothing to say of a file that it does not know", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  const none = { textDocument: { uri: at.uriOf("none.argmap") }, position: { line: 0, character: 0 } };
  expect(await client.connection.sendRequest(DefinitionRequest.type, none)).toEqual([]);
  expect(await client.connection.sendRequest(HoverRequest.type, none)).toBeNull();
  expect(await client.connection.sendRequest(CompletionRequest.type, none)).toMatchObject({ items: [] });
});

test("leaves out the action that would make a file, and keeps the others, where the client makes none", async () => {
  const source = "speaker lind: L\nspeaker r¦oy: R\nclaim c by lind: x\n  reason: t\n";
  const literal = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };
  const resolving = { ...literal, dataSupport: true, resolveSupport: { properties: ["edit"] } };
  const making = { workspaceEdit: { documentChanges: true, resourceOperations: ["create" as const] } };
  const titles = async (codeAction: typeof literal, workspace: typeof making | object): Promise<readonly string[]> => {
    const capabilities = {
      workspace: { ...fullCapabilities.workspace, ...workspace },
      textDocument: { ...fullCapabilities.textDocument, codeAction },
    };
    const { client, at } = await openInServer(source, { capabilities });
    const range = { start: at.cursor, end: at.cursor };
    const asked = { textDocument: { uri: at.uri }, range, context: { diagnostics: [] } };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, asked);
    return (actions as CodeAction[]).map(({ title }) => title);
  };
  const move = "Move to a new file “roy.argmap”";
  expect(await titles(literal, making)).toContain(move);
  for (const codeAction of [literal, resolving]) {
    const without = await titles(codeAction, {});
    expect(without).toContain("Remove unused speaker “roy”");
    expect(without).not.toContain(move);
  }
});

test("offers the file that lies beside a map for one that is not there", async () => {
  const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };
  const capabilities = { ...fullCapabilities, textDocument: { ...fullCapabilities.textDocument, codeAction } };
  const text = "source r: R\n  file: ¦reports.txt\n=== report.txt\nIt fell.\n";
  const { client, at } = await openInServer(text, { capabilities });
  await client.waitForErrors(at.uri, ["source-not-found"]);
  const range = { start: at.cursor, end: at.cursor };
  const asked = { textDocument: { uri: at.uri }, range, context: { diagnostics: [], only: ["quickfix"] } };
  const actions = await client.connection.sendRequest(CodeActionRequest.type, asked);
  expect((actions as CodeAction[]).map(({ title }) => title)).toEqual(["Change to “report.txt”"]);
});
