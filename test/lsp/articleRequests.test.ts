/** Argmap's own requests and notifications about articles. */
import { describe, expect, test } from "vitest";
import { readerTextUri } from "../../server/core/articles/readerTextUri.ts";
import * as protocol from "../../server/protocol/articles.ts";
import { writePdf } from "../support/pdf/writePdf.ts";
import {
  articleCapabilities,
  citingMap,
  codeLenses,
  openArticle,
  openCitingMap,
  request,
} from "../support/programs/lspArticles.ts";
import {
  MessageLog,
  openInServer,
  startServer,
  type TestClient,
  temporaryFolder,
} from "../support/programs/lspClient.ts";

/** Records the URIs of notifications of one kind. */
function recordUris({ connection }: TestClient, method: string): MessageLog<string> {
  const uris = new MessageLog<string>();
  connection.onNotification(method, ({ uri }: { readonly uri: string }) => uris.add(uri));
  return uris;
}

/** Waits until the server has handled all messages: it answers in order, and after all pending work. */
async function settle(client: TestClient, uri: string): Promise<void> {
  await request(client, protocol.COVERAGE, { uri });
  await request(client, protocol.COVERAGE, { uri });
}

describe("passages", () => {
  test("are announced only after an edit that changes them", async () => {
    const { client, at } = await openCitingMap();
    const uri = at.uriOf("a.md");
    const changed = recordUris(client, protocol.PASSAGES_CHANGED);
    const before = await request<protocol.PassagesResult>(client, protocol.PASSAGES, { uri });
    expect(before?.passages).toMatchObject([{ kinds: ["claim"] }]);
    await client.change(at.uri, {
      range: { start: { line: 2, character: 12 }, end: { line: 2, character: 14 } },
      text: "They",
    });
    await settle(client, at.uri);
    expect(changed.all).toEqual([]);
    await client.change(at.uri, {
      range: { start: { line: 3, character: 23 }, end: { line: 3, character: 23 } },
      text: " by",
    });
    expect(await changed.latest(() => true)).toBe(uri);
    expect(changed.all).toEqual([uri]);
    const after = await request<protocol.PassagesResult>(client, protocol.PASSAGES, { uri });
    expect(after?.passages[0]?.range.end).toEqual({ line: 0, character: 22 });
  });

  test("are not announced for a document that the client has closed", async () => {
    const { client, at } = await openCitingMap();
    const changed = recordUris(client, protocol.PASSAGES_CHANGED);
    const [report, notes] = [at.uriOf("a.md"), at.uriOf("notes.md")];
    expect(await request(client, protocol.PASSAGES, { uri: notes })).toBeNull();
    expect(await request(client, protocol.PASSAGES, { uri: report })).toMatchObject({ passages: [{}] });
    await client.connection.sendNotification(protocol.ARTICLE_CLOSED, { uri: notes });
    const announced = changed.next((uri) => uri === report);
    await client.change(at.uri, { text: "source report: A report\n  file: notes.md\nclaim: C.\n  quote: it fell\n" });
    await announced;
    await settle(client, at.uri);
    expect(changed.all).toEqual([report]);
  });
});

describe("PDF articles", () => {
  test("are announced when their file has changed, cited or not, until the client closes them", async () => {
    const { client, at } = await openCitingMap();
    at.write("late.pdf", writePdf([["In spring it fell."]]));
    const uri = readerTextUri(at.uriOf("late.pdf"));
    const changed = recordUris(client, protocol.READER_TEXT_CHANGED);
    const readText = async () => (await request<protocol.ReaderTextResult>(client, protocol.READER_TEXT, { uri })).text;
    expect(await readText()).toBe("In spring it fell.");
    expect(changed.all).toEqual([]);
    const announced = changed.next();
    at.write("late.pdf", writePdf([["Then it rose."]]));
    await client.notifyChangedOnDisk(at.uriOf("late.pdf"));
    expect(await announced).toBe(uri);
    expect(await readText()).toBe("Then it rose.");
    await client.connection.sendNotification(protocol.ARTICLE_CLOSED, { uri });
    at.write("late.pdf", writePdf([["Now it stands."]]));
    await client.notifyChangedOnDisk(at.uriOf("late.pdf"));
    await settle(client, uri);
    expect(changed.all).toEqual([uri]);
  });

  test("have passages and can be quoted only as text, even if their bytes are open too", async () => {
    const { client, at } = await openCitingMap();
    const bytes = writePdf([["In spring it fell.", "", "Then it rose."]]);
    at.write("a.pdf", bytes);
    const pdf = at.uriOf("a.pdf");
    const mapUri = at.uriOf("pdf.argmap");
    await client.open(pdf, new TextDecoder().decode(bytes), "plaintext");
    await client.open(mapUri, "source a: A\n  file: a.pdf\nclaim k: K.\n  quote a: it fell\n");
    const coverage = await request<protocol.CoverageResult>(client, protocol.COVERAGE, { uri: mapUri });
    expect(coverage?.articles).toMatchObject([{ uri: readerTextUri(pdf), counts: { paragraphs: 2, cited: 1 } }]);
    expect(await request(client, protocol.PASSAGES, { uri: readerTextUri(pdf) })).toMatchObject({ passages: [{}] });
    expect(await request(client, protocol.PASSAGES, { uri: pdf })).toBeNull();
    expect(await codeLenses(client, pdf)).toEqual([]);
    const selections = [{ start: { line: 0, character: 1 }, end: { line: 0, character: 4 } }];
    const quoted = request(client, protocol.QUOTE, { article: pdf, selections, map: mapUri, addition: "claim" });
    await expect(quoted).rejects.toThrow(/Open its text/i);
    expect(await request(client, protocol.NEW_MAP, { article: pdf })).toMatchObject({
      content: expect.stringContaining("map: In spring it fell."),
    });
  });
});

test("quoting returns an edit and a cursor position, or is refused with a reason", async () => {
  const { client, at } = await openCitingMap();
  const article = await openArticle(client, at);
  const selections = [{ start: { line: 2, character: 5 }, end: { line: 2, character: 12 } }];
  const { maps } = await request<protocol.TargetsResult>(client, protocol.TARGETS, { article, query: "keep" });
  const target = maps[0]?.entries[0]?.key;
  const params = { article, version: 1, selections, target, addition: "reason", text: "So it rose." };
  expect(await request(client, protocol.QUOTE, params)).toEqual({
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
    entry: { uri: at.uri, range: { start: { line: 4, character: 2 }, end: { line: 5, character: 25 } } },
  });
  await expect(request(client, protocol.QUOTE, { ...params, addition: "premise" })).rejects.toThrow(
    "A premise cannot be placed under a claim.",
  );
  await client.change(article, { text: "It rose." });
  await expect(request(client, protocol.QUOTE, params)).rejects.toThrow("Select it again");
});

test("a new map for an article contains its title and its source", async () => {
  const { client, at } = await openCitingMap();
  expect(await request(client, protocol.NEW_MAP, { article: at.uriOf("notes.md") })).toMatchObject({
    uri: at.uriOf("notes.argmap"),
    content: "map: it fell\n\nsource notes: it fell\n  file: notes.md\n\n",
  });
});

test("coverage is available for a map that is not open", async () => {
  const at = temporaryFolder(citingMap);
  const client = await startServer({ capabilities: articleCapabilities, folders: [at.folder] });
  const coverage = await request<protocol.CoverageResult>(client, protocol.COVERAGE, { uri: at.uri });
  expect(coverage?.articles[0]?.counts).toEqual({ paragraphs: 2, cited: 1 });
});

test("invalid requests are refused, and the server goes on", async () => {
  const { client, at } = await openInServer(citingMap, { capabilities: articleCapabilities });
  for (const method of [protocol.QUOTE, protocol.TARGETS, protocol.COVERAGE, protocol.PASTE, protocol.NEW_MAP]) {
    await expect(request(client, method, { article: 7, uri: 7 })).rejects.toMatchObject({ code: -32602 });
  }
  expect(await request(client, protocol.LOCATE_QUOTE, { uri: at.uri, quote: "1e999" })).toBeNull();
});
