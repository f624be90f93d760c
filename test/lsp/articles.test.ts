/** What the built server says of articles. */
import { describe, expect, test } from "vitest";
import {
  type ClientCapabilities,
  type Hover,
  type Location,
  type LocationLink,
  LSPErrorCodes,
} from "vscode-languageserver-protocol/node";
import { readerTextUri } from "../../server/core/sources/readerTextUri.ts";
import * as protocol from "../../server/protocol/articles.ts";
import {
  fullCapabilities,
  MessageLog,
  openInServer,
  startServer,
  type TemporaryFolder,
  type TestClient,
  temporaryFolder,
} from "../support/lspClient.ts";
import { map } from "../support/markedMap.ts";
import { writePdf } from "../support/writePdf.ts";

const dynamic = { dynamicRegistration: true };
const capabilities: ClientCapabilities = {
  ...fullCapabilities,
  workspace: {
    ...fullCapabilities.workspace,
    workspaceEdit: { documentChanges: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    ...fullCapabilities.textDocument,
    synchronization: dynamic,
    definition: { ...dynamic, linkSupport: true },
    references: dynamic,
    hover: { ...dynamic, contentFormat: ["markdown"] },
    documentHighlight: dynamic,
    codeLens: dynamic,
    codeAction: { ...dynamic, codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

const source = map`
  source report: A report
    file: a.md
  claim keep: It should stay.
    quote report: it fe¦ll
  === a.md
  In spring *it fell* by a fifth.

  Then it rose.
  === notes.md
  it fell
`;

const ask = <T>(client: TestClient, method: string, params: object): Promise<T> =>
  client.connection.sendRequest(method, params);
const place = (uri: string, line: number, character: number) => ({
  textDocument: { uri },
  position: { line, character },
});

async function started(
  options: { readonly commands?: readonly string[] } = {},
): Promise<{ client: TestClient; at: TemporaryFolder }> {
  const at = temporaryFolder(source);
  const client = await startServer({ capabilities, folders: [at.folder], initializationOptions: options });
  await client.open(at.uri, at.files[at.uri] ?? "");
  return { client, at };
}

describe("going there and back", () => {
  test("leads from a quote to its passage, and from an open article to the entry that cites it", async () => {
    const { client, at } = await started();
    const article = at.uriOf("a.md");
    const [link] = await ask<LocationLink[]>(client, "textDocument/definition", place(at.uri, 3, 18));
    expect(link).toMatchObject({
      targetUri: article,
      targetSelectionRange: { start: { line: 0, character: 11 }, end: { line: 0, character: 18 } },
    });
    await client.open(article, at.files[article] ?? "", "markdown");
    const [back] = await ask<LocationLink[]>(client, "textDocument/definition", place(article, 0, 13));
    expect(back).toMatchObject({ targetUri: at.uri, targetSelectionRange: { start: { line: 2, character: 6 } } });
    const found = await ask<Location[]>(client, "textDocument/references", {
      ...place(article, 0, 13),
      context: { includeDeclaration: true },
    });
    expect(found).toMatchObject([{ uri: at.uri }]);
    const hover = await ask<Hover>(client, "textDocument/hover", place(article, 0, 13));
    expect(JSON.stringify(hover.contents)).toContain("It should stay.");
    expect(await ask(client, "textDocument/hover", place(article, 2, 3))).toBeNull();
  });

  test("says nothing of a file that no map cites", async () => {
    const { client, at } = await started();
    const notes = at.uriOf("notes.md");
    await client.open(notes, at.files[notes] ?? "", "markdown");
    expect(await ask(client, "textDocument/definition", place(notes, 0, 2))).toEqual([]);
    expect(await ask(client, "textDocument/hover", place(notes, 0, 2))).toBeNull();
    expect(await ask(client, "textDocument/codeLens", { textDocument: { uri: notes } })).toEqual([]);
    expect(await ask(client, protocol.PASSAGES, { uri: notes })).toBeNull();
  });

  test("is answered from the article as it is edited", async () => {
    const { client, at } = await started();
    const article = at.uriOf("a.md");
    await client.open(article, at.files[article] ?? "", "markdown");
    const top = { line: 0, character: 0 };
    await client.change(article, { range: { start: top, end: top }, text: "# Report\n\n" });
    const [link] = await ask<LocationLink[]>(client, "textDocument/definition", place(at.uri, 3, 18));
    expect(link?.targetSelectionRange.start).toEqual({ line: 2, character: 11 });
    const [back] = await ask<LocationLink[]>(client, "textDocument/definition", place(article, 2, 13));
    expect(back?.targetUri).toBe(at.uri);
  });
});

describe("a client that can be asked for documents while it runs", () => {
  test("is asked for the files that maps cite, and no others, and no longer when none does", async () => {
    const { client, at } = await started({ commands: Object.values(protocol.selectionCommands) });
    const registration = await client.registered.latest(({ method }) => method === "textDocument/hover");
    const path = new URL(at.uriOf("a.md")).pathname;
    expect(registration.registerOptions).toEqual({
      documentSelector: [
        { scheme: "file", pattern: path },
        { scheme: "argmap-source", pattern: path },
      ],
    });
    expect(client.registered.all.map(({ method }) => method)).toEqual(
      expect.arrayContaining(["textDocument/didOpen", "textDocument/codeAction", "textDocument/codeLens"]),
    );
    at.write(encodeURIComponent("[notes] {1}*?.md"), "it fell");
    const again = client.registered.next(({ method }) => method === "textDocument/hover");
    await client.change(at.uri, { text: "source report: A report\n  file: [notes] {1}*?.md\n" });
    const escaped = JSON.stringify((await again).registerOptions);
    expect(escaped).toContain("[[]notes[]] [{]1[}][*][?].md");
    expect(escaped).not.toContain("a.md");
  });

  test("is asked for nothing anew while the path of a file is typed", async () => {
    const { client, at } = await started();
    const hovers = () => client.registered.all.filter(({ method }) => method === "textDocument/hover").length;
    await client.registered.latest(({ method }) => method === "textDocument/hover");
    const head = "source report: A report\n  file: a.md\nsource notes: Notes\n  file: ";
    for (const typed of ["n", "no", "notes", "notes."]) {
      await client.change(at.uri, { text: head + typed });
      // Answered when what was typed has been looked for.
      await client.published.next(({ diagnostics }) => diagnostics.some(({ code }) => code === "source-not-found"));
    }
    expect(hovers()).toBe(1);
    const again = client.registered.next(({ method }) => method === "textDocument/hover");
    await client.change(at.uri, { text: `${head}notes.md` });
    expect(JSON.stringify((await again).registerOptions)).toContain("notes.md");
    expect(hovers()).toBe(2);
  });

  test("is asked for a file when it comes", async () => {
    const { client, at } = await started();
    await client.registered.latest(({ method }) => method === "textDocument/hover");
    await client.change(at.uri, { text: "source late: Late\n  file: late.md\n" });
    await client.published.next(({ diagnostics }) => diagnostics.some(({ code }) => code === "source-not-found"));
    const again = client.registered.next(({ method }) => method === "textDocument/hover");
    at.write("late.md", "It came.");
    await client.notifyChangedOnDisk(at.uriOf("late.md"));
    expect(JSON.stringify((await again).registerOptions)).toContain("late.md");
  });

  test("is not asked for code actions where it has no commands for them", async () => {
    const { client } = await started();
    await client.registered.latest(({ method }) => method === "textDocument/hover");
    expect(client.registered.all.map(({ method }) => method)).not.toContain("textDocument/codeAction");
  });
});

describe("passages in use", () => {
  test("are told, and that there are others after an edit that makes them so", async () => {
    const { client, at } = await started();
    const uri = at.uriOf("a.md");
    const told: string[] = [];
    const next = () =>
      new Promise<void>((resolve) => {
        client.connection.onNotification(protocol.PASSAGES_CHANGED, (message: { readonly uri: string }) => {
          told.push(message.uri);
          resolve();
        });
      });
    const first = next();
    const before = await ask<protocol.PassagesResult>(client, protocol.PASSAGES, { uri });
    expect(before?.passages).toMatchObject([{ kinds: ["claim"] }]);
    // Of what does not bear on it nothing is told: what has been asked after it is answered after it.
    await client.change(at.uri, {
      range: { start: { line: 2, character: 12 }, end: { line: 2, character: 14 } },
      text: "They",
    });
    await ask(client, protocol.TARGETS, { article: uri, query: "" });
    await ask(client, protocol.TARGETS, { article: uri, query: "" });
    expect(told).toEqual([]);
    await client.change(at.uri, {
      range: { start: { line: 3, character: 23 }, end: { line: 3, character: 23 } },
      text: " by",
    });
    await first;
    expect(told).toEqual([uri]);
    const after = await ask<protocol.PassagesResult>(client, protocol.PASSAGES, { uri });
    expect(after?.passages[0]?.range.end).toEqual({ line: 0, character: 22 });
  });
});

describe("a client that shows articles", () => {
  test("is told when a PDF that it shows has been read anew, cited or not, until it shows it no more", async () => {
    const { client, at } = await started();
    at.write("late.pdf", writePdf([["In spring it fell."]]));
    const uri = readerTextUri(at.uriOf("late.pdf"));
    const told = new MessageLog<string>();
    client.connection.onNotification(protocol.SOURCE_TEXT_CHANGED, (message: { readonly uri: string }) =>
      told.add(message.uri),
    );
    const text = async () => (await ask<protocol.SourceTextResult>(client, protocol.SOURCE_TEXT, { uri })).text;
    expect(await text()).toBe("In spring it fell.");
    expect(told.all).toEqual([]);
    const again = told.next();
    at.write("late.pdf", writePdf([["Then it rose."]]));
    await client.notifyChangedOnDisk(at.uriOf("late.pdf"));
    expect(await again).toBe(uri);
    expect(await text()).toBe("Then it rose.");
    await client.connection.sendNotification(protocol.ARTICLE_CLOSED, { uri });
    at.write("late.pdf", writePdf([["Now it stands."]]));
    await client.notifyChangedOnDisk(at.uriOf("late.pdf"));
    // It is answered when the file has been read.
    await ask(client, protocol.COVERAGE, { uri });
    await ask(client, protocol.COVERAGE, { uri });
    expect(told.all).toEqual([uri]);
  });

  test("has the bytes of a PDF open beside its text: only the text has passages, and can be quoted", async () => {
    const { client, at } = await started();
    const bytes = writePdf([["In spring it fell.", "", "Then it rose."]]);
    at.write("a.pdf", bytes);
    const pdf = at.uriOf("a.pdf");
    const text = "source a: A\n  file: a.pdf\nclaim k: K.\n  quote a: it fell\n";
    await client.open(pdf, new TextDecoder().decode(bytes), "plaintext");
    await client.open(at.uriOf("pdf.argmap"), text);
    const covered = await ask<protocol.CoverageResult>(client, protocol.COVERAGE, { uri: at.uriOf("pdf.argmap") });
    expect(covered?.articles).toMatchObject([{ uri: readerTextUri(pdf), counts: { paragraphs: 2, cited: 1 } }]);
    expect(await ask(client, protocol.PASSAGES, { uri: readerTextUri(pdf) })).toMatchObject({ passages: [{}] });
    expect(await ask(client, protocol.PASSAGES, { uri: pdf })).toBeNull();
    expect(await ask(client, "textDocument/codeLens", { textDocument: { uri: pdf } })).toEqual([]);
    const selections = [{ start: { line: 0, character: 1 }, end: { line: 0, character: 4 } }];
    const quoted = ask(client, protocol.QUOTE, { article: pdf, selections, map: at.uriOf("pdf.argmap"), add: "claim" });
    await expect(quoted).rejects.toThrow("open it as text");
    expect(await ask(client, protocol.NEW_MAP, { article: pdf })).toMatchObject({
      content: expect.stringContaining("map: In spring it fell."),
    });
  });

  test("is told of the passages of no document that it shows no more", async () => {
    const { client, at } = await started();
    const told = new MessageLog<string>();
    client.connection.onNotification(protocol.PASSAGES_CHANGED, (message: { readonly uri: string }) =>
      told.add(message.uri),
    );
    const [report, notes] = [at.uriOf("a.md"), at.uriOf("notes.md")];
    expect(await ask(client, protocol.PASSAGES, { uri: notes })).toBeNull();
    expect(await ask(client, protocol.PASSAGES, { uri: report })).toMatchObject({ passages: [{}] });
    await client.connection.sendNotification(protocol.ARTICLE_CLOSED, { uri: notes });
    const one = told.next((uri) => uri === report);
    await client.change(at.uri, { text: "source report: A report\n  file: notes.md\nclaim: C.\n  quote: it fell\n" });
    await one;
    await ask(client, protocol.COVERAGE, { uri: at.uri });
    await ask(client, protocol.COVERAGE, { uri: at.uri });
    expect(told.all).toEqual([report]);
  });
});

describe("lenses of an article", () => {
  const lensesOf = (client: TestClient, uri: string) =>
    ask<unknown[]>(client, "textDocument/codeLens", { textDocument: { uri } });

  test.each(["the map", "the article"])(
    "are asked for again when a map comes that cites it, %s being open",
    async (open) => {
      const at = temporaryFolder(source);
      const content = at.files[at.uri] ?? "";
      at.remove("main.argmap");
      const client = await startServer({ capabilities, folders: [at.folder] });
      const article = at.uriOf("a.md");
      await client.open(article, at.files[article] ?? "", "markdown");
      expect(await lensesOf(client, article)).toEqual([]);
      const again = client.refreshedFeatures.next((part) => part === "codeLens");
      if (open === "the map") await client.open(at.uri, content);
      else {
        at.write("main.argmap", content);
        await client.notifyChangedOnDisk(at.uri);
      }
      await again;
      expect(await lensesOf(client, article)).toHaveLength(1);
    },
  );

  test("are asked for again when the article was opened after the map was read", async () => {
    const { client, at } = await started();
    const article = at.uriOf("a.md");
    await client.registered.latest(({ method }) => method === "textDocument/codeLens");
    await client.open(article, at.files[article] ?? "", "markdown");
    expect(await lensesOf(client, article)).toHaveLength(1);
    const again = client.refreshedFeatures.next((part) => part === "codeLens");
    at.write("main.argmap", (at.files[at.uri] ?? "").replace("it fell", "it rose"));
    await client.close(at.uri);
    await client.notifyChangedOnDisk(at.uri);
    await again;
    expect(await lensesOf(client, article)).toHaveLength(1);
  });
});

describe("what is asked of an article", () => {
  test("is answered where the client opens it just then, as it will not ask again", async () => {
    const at = temporaryFolder(source);
    const client = await startServer({ capabilities, folders: [at.folder] });
    const article = at.uriOf("a.md");
    const asked = ask<unknown[]>(client, "textDocument/codeLens", { textDocument: { uri: article } });
    await client.open(article, at.files[article] ?? "", "markdown");
    expect(await asked).toHaveLength(1);
  });

  test("is refused where the client has opened it and typed in it since, as places are others then", async () => {
    const at = temporaryFolder(source);
    // Enough files that reading the folder takes longer than the edit.
    for (let number = 0; number < 500; number++) at.write(`sub/${number}.argmap`, "");
    const client = await startServer({ capabilities, folders: [at.folder] });
    const article = at.uriOf("a.md");
    const asked = ask(client, "textDocument/hover", place(article, 0, 12)).catch(({ code }) => code);
    await client.open(article, at.files[article] ?? "", "markdown");
    await client.change(article, { text: "It rose." });
    expect(await asked).toBe(LSPErrorCodes.ContentModified);
  });
});

describe("encoding", () => {
  test("gives an edit and a place for the cursor, or a sentence why not", async () => {
    const { client, at } = await started();
    const article = at.uriOf("a.md");
    await client.open(article, at.files[article] ?? "", "markdown");
    const selections = [{ start: { line: 2, character: 5 }, end: { line: 2, character: 12 } }];
    const { maps } = await ask<protocol.TargetsResult>(client, protocol.TARGETS, { article, query: "keep" });
    const target = maps[0]?.entries[0]?.key;
    const params = { article, version: 1, selections, target, add: "reason", text: "So it rose." };
    expect(await ask(client, protocol.QUOTE, params)).toEqual({
      edit: {
        documentChanges: [
          {
            textDocument: { uri: at.uri, version: 1 },
            edits: [
              {
                range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } },
                newText: "  reason: So it rose.\n    quote report: it rose\n",
              },
            ],
          },
        ],
      },
      cursor: { uri: at.uri, range: { start: { line: 4, character: 21 }, end: { line: 4, character: 21 } } },
    });
    await expect(ask(client, protocol.QUOTE, { ...params, add: "premise" })).rejects.toThrow(
      "A premise cannot stand under a claim.",
    );
    await client.change(article, { text: "It rose." });
    await expect(ask(client, protocol.QUOTE, params)).rejects.toThrow("Select it again");
  });

  test("begins a map beside an article", async () => {
    const { client, at } = await started();
    const article = at.uriOf("notes.md");
    expect(await ask(client, protocol.NEW_MAP, { article })).toMatchObject({
      uri: at.uriOf("notes.argmap"),
      content: "map: it fell\n\nsource notes: it fell\n  file: notes.md\n\n",
    });
  });

  test("shows what is covered, of a map that is not open too", async () => {
    const at = temporaryFolder(source);
    const client = await startServer({ capabilities, folders: [at.folder] });
    const told = await ask<protocol.CoverageResult>(client, protocol.COVERAGE, { uri: at.uri });
    expect(told?.articles[0]?.counts).toEqual({ paragraphs: 2, cited: 1 });
  });

  test("refuses what is no such request, and goes on", async () => {
    const { client, at } = await openInServer(source, { capabilities });
    for (const method of [protocol.QUOTE, protocol.TARGETS, protocol.COVERAGE, protocol.PASTE, protocol.NEW_MAP]) {
      await expect(ask(client, method, { article: 7, uri: 7 })).rejects.toMatchObject({ code: -32602 });
    }
    expect(await ask(client, protocol.LOCATE_QUOTE, { uri: at.uri, quote: "1e999" })).toBeNull();
  });
});
