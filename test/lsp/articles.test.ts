/** LSP requests about articles. */
import { describe, expect, test } from "vitest";
import { type Hover, type Location, type LocationLink, LSPErrorCodes } from "vscode-languageserver-protocol/node";
import * as protocol from "../../server/protocol/articles.ts";
import {
  articleCapabilities,
  citingMap,
  codeLenses,
  openArticle,
  openCitingMap,
  positionIn,
  request,
} from "../support/programs/lspArticles.ts";
import { startServer, temporaryFolder } from "../support/programs/lspClient.ts";

describe("navigation", () => {
  test("goes from a quote to its passage, and from an open article to the citing entry", async () => {
    const { client, at } = await openCitingMap();
    const article = at.uriOf("a.md");
    const [link] = await request<LocationLink[]>(client, "textDocument/definition", positionIn(at.uri, 3, 18));
    expect(link).toMatchObject({
      targetUri: article,
      targetSelectionRange: { start: { line: 0, character: 11 }, end: { line: 0, character: 18 } },
    });
    await openArticle(client, at);
    const [back] = await request<LocationLink[]>(client, "textDocument/definition", positionIn(article, 0, 13));
    expect(back).toMatchObject({ targetUri: at.uri, targetSelectionRange: { start: { line: 2, character: 6 } } });
    const references = await request<Location[]>(client, "textDocument/references", {
      ...positionIn(article, 0, 13),
      context: { includeDeclaration: true },
    });
    expect(references).toMatchObject([{ uri: at.uri }]);
    const hover = await request<Hover>(client, "textDocument/hover", positionIn(article, 0, 13));
    expect(JSON.stringify(hover.contents)).toContain("It should stay.");
    expect(await request(client, "textDocument/hover", positionIn(article, 2, 3))).toBeNull();
  });

  test("returns empty answers for a file that no map cites", async () => {
    const { client, at } = await openCitingMap();
    const notes = await openArticle(client, at, "notes.md");
    expect(await request(client, "textDocument/definition", positionIn(notes, 0, 2))).toEqual([]);
    expect(await request(client, "textDocument/hover", positionIn(notes, 0, 2))).toBeNull();
    expect(await codeLenses(client, notes)).toEqual([]);
    expect(await request(client, protocol.PASSAGES, { uri: notes })).toBeNull();
  });

  test("follows unsaved edits of the article", async () => {
    const { client, at } = await openCitingMap();
    const article = await openArticle(client, at);
    const top = { line: 0, character: 0 };
    await client.change(article, { range: { start: top, end: top }, text: "# Report\n\n" });
    const [link] = await request<LocationLink[]>(client, "textDocument/definition", positionIn(at.uri, 3, 18));
    expect(link?.targetSelectionRange.start).toEqual({ line: 2, character: 11 });
    const [back] = await request<LocationLink[]>(client, "textDocument/definition", positionIn(article, 2, 13));
    expect(back?.targetUri).toBe(at.uri);
  });
});

describe("code lenses", () => {
  test.each(["opened in the editor", "created on disk"])("are refreshed when a citing map is %s", async (way) => {
    const at = temporaryFolder(citingMap);
    const content = at.files[at.uri] ?? "";
    at.remove("main.argmap");
    const client = await startServer({ capabilities: articleCapabilities, folders: [at.folder] });
    const article = await openArticle(client, at);
    expect(await codeLenses(client, article)).toEqual([]);
    const refreshed = client.refreshedFeatures.next((feature) => feature === "codeLens");
    if (way === "opened in the editor") await client.open(at.uri, content);
    else {
      at.write("main.argmap", content);
      await client.notifyChangedOnDisk(at.uri);
    }
    await refreshed;
    expect(await codeLenses(client, article)).toHaveLength(1);
  });

  test("are refreshed when a closed citing map changes on disk", async () => {
    const { client, at } = await openCitingMap();
    await client.registered.latest(({ method }) => method === "textDocument/codeLens");
    const article = await openArticle(client, at);
    expect(await codeLenses(client, article)).toHaveLength(1);
    const refreshed = client.refreshedFeatures.next((feature) => feature === "codeLens");
    at.write("main.argmap", (at.files[at.uri] ?? "").replace("it fell", "it rose"));
    await client.close(at.uri);
    await client.notifyChangedOnDisk(at.uri);
    await refreshed;
    expect(await codeLenses(client, article)).toHaveLength(1);
  });
});

describe("a request about an article", () => {
  test("is answered even if the client opens the article in the meantime, because it will not ask again", async () => {
    const at = temporaryFolder(citingMap);
    const client = await startServer({ capabilities: articleCapabilities, folders: [at.folder] });
    const lenses = codeLenses(client, at.uriOf("a.md"));
    await openArticle(client, at);
    expect(await lenses).toHaveLength(1);
  });

  test("is refused if the client opens and edits the article in the meantime, because positions have changed", async () => {
    const at = temporaryFolder(citingMap);
    // Enough files to make reading the folder slower than the edit.
    for (let number = 0; number < 500; number++) at.write(`sub/${number}.argmap`, "");
    const client = await startServer({ capabilities: articleCapabilities, folders: [at.folder] });
    const article = at.uriOf("a.md");
    const hover = request(client, "textDocument/hover", positionIn(article, 0, 12)).catch(({ code }) => code);
    await openArticle(client, at);
    await client.change(article, { text: "It rose." });
    expect(await hover).toBe(LSPErrorCodes.ContentModified);
  });
});
