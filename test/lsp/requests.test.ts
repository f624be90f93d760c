import { expect, test } from "vitest";
import {
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
import { map, mark } from "../support/maps/markedMap.ts";
import {
  openInServer,
  startServer,
  type TemporaryFolder,
  type TestClient,
  temporaryFolder,
} from "../support/programs/lspClient.ts";

const place = ({ uri, cursor }: TemporaryFolder) => ({ textDocument: { uri }, position: cursor });

/** Expects that the definition is in ⟦ ⟧ and the word at the cursor in ⟨ ⟩. Sends the request right after opening the map. */
async function expectDefinition(source: string): Promise<void> {
  const { client, at } = await openInServer(source);
  // The client supports links, so the server answers with links.
  const links = (await client.connection.sendRequest(DefinitionRequest.type, place(at))) as LocationLink[];
  const targets = links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
  const uses = links.flatMap(({ originSelectionRange: range }) =>
    range === undefined ? [] : [{ uri: at.uri, range }],
  );
  expect(mark(at, { targets, uses })).toBe(source);
}

test("goes from a clause to the definition of its name", () =>
  expectDefinition(map`
    claim ⟦keep⟧: It stays.
    reason air for ⟨ke¦ep⟩: Cleaner air.
  `));

test("goes to a file that is not open, from a name with a prefix, one without, and an import", async () => {
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

test("counts UTF-16 code units after emoji, Chinese and combining marks", async () => {
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

test("positions stay correct after edits next to such characters in a file with CRLF", async () => {
  const { client, at } = await openInServer("claim 保留: 👍🏽 It stays.\r\nreason for 保留: So.\r\n");
  // Inserts two lines after an emoji, then removes the emoji, which has four code units.
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

test("returns locations to a client without link support", async () => {
  const { client, at } = await openInServer("claim ⟦keep⟧: It stays.\nreason for ke¦ep: So.\n", { capabilities: {} });
  const locations = await client.connection.sendRequest(DefinitionRequest.type, place(at));
  expect(locations).toEqual(at.targets);
});

test("finds references in open and unsaved files, with the definition only on request", async () => {
  const source = map`
    import air: air.argmap
    reason one for air.⟨fell⟩: One.
    === air.argmap
    claim ⟦fe¦ll⟧: It fell.
    reason two for ⟨fell⟩: Two.
  `;
  const { client, at } = await openInServer(source);
  const request = async (includeDeclaration: boolean): Promise<Location[]> =>
    (await client.connection.sendRequest(ReferencesRequest.type, { ...place(at), context: { includeDeclaration } })) ??
    [];
  expect(mark(at, { targets: at.targets, uses: await request(false) })).toBe(source);
  expect(await request(true)).toHaveLength(3);
  const end = { line: 2, character: 0 };
  await client.change(at.uriOf("main.argmap"), {
    range: { start: end, end },
    text: "reason three for air.fell: Three.\n",
  });
  expect(await request(false)).toHaveLength(3);
});

test("highlights the definition and the uses of the name under the cursor", async () => {
  const source = map`
    claim ⟦keep⟧: It stays.
    reason for ⟨ke¦ep⟩: So.
  `;
  const { client, at } = await openInServer(source);
  const found = (await client.connection.sendRequest(DocumentHighlightRequest.type, place(at))) ?? [];
  const ofKind = (expected: number) =>
    found.filter(({ kind }) => kind === expected).map(({ range }) => ({ uri: at.uri, range }));
  expect(mark(at, { targets: ofKind(3), uses: ofKind(2) })).toBe(source);
});

const hoverAt = async (client: TestClient, at: TemporaryFolder): Promise<Hover | null> =>
  client.connection.sendRequest(HoverRequest.type, place(at));

test("hovers are Markdown or plain text, depending on the client", async () => {
  const source = map`
    speaker lind: Maja * Lind
    claim keep by lind: It stays.
    reason air for ⟦ke¦ep⟧: Cleaner air.
  `;
  const full = await openInServer(source);
  const shown = await hoverAt(full.client, full.at);
  expect(shown?.contents).toMatchObject({ kind: "markdown", value: expect.stringContaining("Maja \\* Lind") });
  expect(shown?.range).toEqual(full.at.targets[0]?.range);
  const minimal = await openInServer(source, { capabilities: {} });
  expect((await hoverAt(minimal.client, minimal.at))?.contents).toEqual({
    kind: "plaintext",
    value: "claim keep\n\nIt stays.\n\n- by: Maja * Lind\n\nReasons (1):\n- air Cleaner air.",
  });
});

test("returns the outline as a tree or as a list, depending on the client", async () => {
  const source = "# For\nclaim keep: It stays.\n  reason: Cleaner air.\n";
  const request = async (client: TestClient, at: TemporaryFolder) =>
    (await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: at.uri } })) ?? [];
  const full = await openInServer(source);
  // This client supports nested symbols.
  const [section] = (await request(full.client, full.at)) as DocumentSymbol[];
  expect(section?.name).toBe("For");
  expect(section?.children?.[0]?.children?.map(({ name }) => name)).toEqual(["Cleaner air."]);
  const minimal = await openInServer(source, { capabilities: {} });
  expect(await request(minimal.client, minimal.at)).toMatchObject([
    { name: "For", location: { uri: minimal.at.uri } },
    { name: "keep", containerName: "For" },
    { name: "Cleaner air.", containerName: "keep" },
  ]);
});

test("returns folding ranges in a file with CRLF", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\r\n  reason: Cleaner air.\r\n    More.\r\n");
  expect(await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri: at.uri } })).toEqual([
    { startLine: 0, endLine: 2 },
    { startLine: 1, endLine: 2 },
  ]);
});

test("answers with the client's spelling of a URI", async () => {
  const files = temporaryFolder("");
  const client = await startServer();
  // Some editors do not escape letters. The server does.
  const uri = `${files.folder}老城.argmap`;
  await client.open(uri, "claim keep: It stays.\nreason for keep: So.\nclaim keep: Again.\n");
  const { diagnostics } = await client.waitForErrors(uri, ["duplicate-name"]);
  expect(diagnostics.flatMap(({ relatedInformation }) => relatedInformation ?? [])[0]?.location.uri).toBe(uri);
  const params = { textDocument: { uri }, position: { line: 1, character: 12 } };
  expect(await client.connection.sendRequest(DefinitionRequest.type, params)).toMatchObject([{ targetUri: uri }]);
  const context = { includeDeclaration: true };
  const uses = (await client.connection.sendRequest(ReferencesRequest.type, { ...params, context })) ?? [];
  expect(uses.map((location) => location.uri)).toEqual([uri, uri]);
});

test("returns empty answers for an unknown file", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  const unknown = { textDocument: { uri: at.uriOf("none.argmap") }, position: { line: 0, character: 0 } };
  expect(await client.connection.sendRequest(DefinitionRequest.type, unknown)).toEqual([]);
  expect(await client.connection.sendRequest(HoverRequest.type, unknown)).toBeNull();
  expect(await client.connection.sendRequest(CompletionRequest.type, unknown)).toMatchObject({ items: [] });
});
