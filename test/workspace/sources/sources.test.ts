/** How articles are kept up to date. */
import { expect, test } from "vitest";
import { toFileRange } from "../../../server/core/articles/article.ts";
import { Workspace } from "../../../server/workspace/workspace.ts";
import { writePdf } from "../../support/pdf/writePdf.ts";
import { citingMap, mapCiting, problemCodes } from "../../support/workspaces/mapCiting.ts";
import { memoryFileSystem, workspaceOn } from "../../support/workspaces/memoryFileSystem.ts";

test("uses the text in the editor while an article is open", async () => {
  const article = "file:///home/maps/a.md";
  const files = memoryFileSystem({ [article]: "The air *got* cleaner." });
  const workspace = workspaceOn(files);
  workspace.open(citingMap, mapCiting("a.md"), 1);
  expect(await problemCodes(workspace)).toEqual([]);
  workspace.sources.open(article, "The air *got* worse.");
  expect(await problemCodes(workspace)).toEqual(["quote-not-found"]);
  workspace.sources.open(article, "The air *got* clean");
  workspace.sources.open(article, "The air *got* cleaner");
  expect(await problemCodes(workspace)).toEqual([]);
  // Changes on disk are ignored while the article is open.
  files.write(article, "The air got dirty.");
  workspace.changedOnDisk(article);
  expect(await problemCodes(workspace)).toEqual([]);
  workspace.sources.close(article);
  expect(await problemCodes(workspace)).toEqual(["quote-not-found"]);
});

test("reads a PDF from disk even while it is open in an editor", async () => {
  const [pdf, text] = ["file:///home/maps/a.PDF", mapCiting("a.PDF")];
  const bytes = writePdf([["The air got cleaner."]]);
  const files = memoryFileSystem({ [pdf]: bytes });
  const workspace = workspaceOn(files);
  const raw = new TextDecoder().decode(bytes);
  workspace.sources.open(pdf, raw);
  workspace.open(citingMap, text, 1);
  expect(await problemCodes(workspace)).toEqual([]);
  workspace.sources.open(pdf, `${raw} `);
  expect(await problemCodes(workspace)).toEqual([]);
  files.write(pdf, writePdf([["The air got worse."]]));
  workspace.changedOnDisk(pdf);
  expect(await problemCodes(workspace)).toEqual(["quote-not-found"]);
  workspace.sources.close(pdf);
  expect(await problemCodes(workspace)).toEqual(["quote-not-found"]);
});

test("reads a file in another encoding, also while the editor decodes it wrongly", async () => {
  const article = "file:///home/maps/a.txt";
  const text = "The Café air got cleaner.";
  const latin = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const files = memoryFileSystem({ [article]: latin });
  const workspace = workspaceOn(files);
  workspace.open(citingMap, mapCiting("a.txt").replace("got cleaner", "Café air got cleaner"), 1);
  expect(await problemCodes(workspace)).toEqual(["guessed-encoding"]);
  const garbled = new TextDecoder().decode(latin);
  workspace.sources.open(article, garbled);
  expect(await problemCodes(workspace)).toEqual(["guessed-encoding"]);
  workspace.sources.open(article, text);
  expect(await problemCodes(workspace)).toEqual([]);
  // Saved as UTF-8, the garbled text is what the file contains.
  workspace.sources.open(article, garbled);
  files.write(article, garbled);
  workspace.changedOnDisk(article);
  expect(await problemCodes(workspace)).toEqual(["quote-not-found"]);
});

test("reads a file in the encoding of its source, and again when that changes", async () => {
  const text = "Воздух стал чище.";
  const koi8 = Uint8Array.from([
    0xf7, 0xcf, 0xda, 0xc4, 0xd5, 0xc8, 0x20, 0xd3, 0xd4, 0xc1, 0xcc, 0x20, 0xde, 0xc9, 0xdd, 0xc5, 0x2e,
  ]);
  expect(new TextDecoder("koi8-r").decode(koi8)).toBe(text);
  const workspace = workspaceOn(memoryFileSystem({ "file:///home/maps/a.txt": koi8 }));
  const withEncoding = (encoding: string): string =>
    mapCiting("a.txt")
      .replace("file: a.txt", `file: a.txt\n  encoding: ${encoding}`)
      .replace("got cleaner", "Воздух стал чище");
  workspace.open(citingMap, withEncoding("windows-1252"), 1);
  expect(await problemCodes(workspace)).toEqual(["quote-not-found"]);
  workspace.update(citingMap, [{ text: withEncoding("koi8-r") }], 2);
  expect(await problemCodes(workspace)).toEqual([]);
});

test("uses the text of an article that was opened before a map cites it", async () => {
  const workspace = workspaceOn(memoryFileSystem());
  workspace.sources.open("file:///home/maps/a.txt", "The air got cleaner.");
  workspace.open(citingMap, mapCiting("a.txt"), 1);
  expect(await problemCodes(workspace)).toEqual([]);
});

/** A workspace whose reads of articles finish only when the test calls their function in `finishRead`. */
function withManualReads(): { workspace: Workspace; finishRead: readonly ((text: string) => void)[] } {
  const finishRead: ((text: string) => void)[] = [];
  const workspace = workspaceOn({
    ...memoryFileSystem(),
    readBytes: () =>
      new Promise((resolve) =>
        finishRead.push((text) => resolve({ state: "found", bytes: new TextEncoder().encode(text) })),
      ),
  });
  return { workspace, finishRead };
}

test("uses the newer of two reads that finish in the wrong order", async () => {
  const { workspace, finishRead } = withManualReads();
  workspace.open(citingMap, mapCiting("a.txt"), 1);
  workspace.changedOnDisk("file:///home/maps/a.txt");
  finishRead[1]?.("The air got cleaner.");
  finishRead[0]?.("The air got worse.");
  expect(await problemCodes(workspace)).toEqual([]);
});

/** A workspace that counts how often the content of a file is read. */
function withReadCount(contents: Readonly<Record<string, string>>): { workspace: Workspace; reads: () => number } {
  const files = memoryFileSystem(contents);
  let reads = 0;
  const workspace = workspaceOn({
    ...files,
    readBytes: (uri, maxBytes) => {
      reads++;
      return files.readBytes(uri, maxBytes);
    },
  });
  return { workspace, reads: () => reads };
}

test("drops an article when no source names it any more, for whatever reason", async () => {
  const text = mapCiting("../texts/a.txt");
  const other = "file:///home/maps/other.argmap";
  const { workspace, reads } = withReadCount({ "file:///home/texts/a.txt": "The air got cleaner.", [other]: text });
  workspace.sources.allowFolder("file:///home/texts");
  workspace.open(citingMap, text, 1);
  expect(await problemCodes(workspace)).toEqual([]);
  // The article is kept as long as another map cites it.
  workspace.open(other, text, 1);
  workspace.update(citingMap, [{ text: "claim a: A.\n" }], 2);
  workspace.update(citingMap, [{ text }], 3);
  expect([await problemCodes(workspace), reads()]).toEqual([[], 1]);
  workspace.close(other);
  workspace.update(citingMap, [{ text: text.replace("source a", "speaker a") }], 4);
  workspace.update(citingMap, [{ text }], 5);
  expect([await problemCodes(workspace), reads()]).toEqual([[], 2]);
  workspace.close(citingMap);
  workspace.open(citingMap, text, 6);
  expect([await problemCodes(workspace), reads()]).toEqual([[], 3]);
  await workspace.addFolder("file:///home/maps");
  workspace.close(citingMap);
  workspace.removeFolder("file:///home/maps");
  workspace.open(citingMap, text, 7);
  expect([await problemCodes(workspace), reads()]).toEqual([[], 4]);
});

test("reports a read that fails, and recovers with the next one", async () => {
  const files = memoryFileSystem({ "file:///home/maps/a.txt": "The air got cleaner." });
  const errors: unknown[] = [];
  let fails = true;
  const workspace = new Workspace(
    {
      ...files,
      readBytes: (uri, max) => (fails ? Promise.reject(new Error("disk error")) : files.readBytes(uri, max)),
    },
    (error) => errors.push(error),
  );
  workspace.open(citingMap, mapCiting("a.txt"), 1);
  expect(await problemCodes(workspace)).toEqual(["unreadable-source"]);
  expect(errors).toEqual([new Error("disk error")]);
  fails = false;
  workspace.changedOnDisk("file:///home/maps/a.txt");
  expect(await problemCodes(workspace)).toEqual([]);
});

test("reads only the last of several consecutive edits of an article", async () => {
  const deferred: (() => void)[] = [];
  const defer = (work: () => void): void => void deferred.push(work);
  const workspace = new Workspace(memoryFileSystem(), () => expect.unreachable(), defer);
  const article = "file:///home/maps/a.txt";
  workspace.sources.open(article, "The air");
  workspace.open(citingMap, mapCiting("a.txt"), 1);
  let readCount = 0;
  workspace.onArticleRead(() => readCount++);
  for (const text of ["The air g", "The air got cl", "The air got cleaner"]) {
    workspace.sources.open(article, text);
    // Deferred work runs between two edits.
    for (const work of deferred.splice(0)) work();
  }
  while (deferred.length > 0) {
    for (const work of deferred.splice(0)) work();
    await new Promise(setImmediate);
  }
  expect([await problemCodes(workspace), readCount]).toEqual([[], 1]);
});

test("ignores a slow read that started before the article was dropped", async () => {
  const { workspace, finishRead } = withManualReads();
  workspace.open(citingMap, mapCiting("a.txt"), 1);
  workspace.update(citingMap, [{ text: "claim a: A.\n" }], 2);
  workspace.update(citingMap, [{ text: mapCiting("a.txt") }], 3);
  finishRead[1]?.("The air got cleaner.");
  await Promise.resolve();
  finishRead[0]?.("The air got worse.");
  expect(await problemCodes(workspace)).toEqual([]);
});

test("rechecks quotes when the file of a source is edited, but not when its title is", async () => {
  const files = memoryFileSystem({
    "file:///home/maps/a.txt": "The air got cleaner.",
    "file:///home/maps/s.argmap": "",
  });
  const workspace = workspaceOn(files);
  const source = "source a: An article\n  file: a.txt\n";
  workspace.open("file:///home/maps/s.argmap", source, 1);
  workspace.open(citingMap, "import: s.argmap\nclaim keep: It stays.\n  quote a: got cleaner\n", 1);
  expect(await problemCodes(workspace)).toEqual(["unused-claim"]);
  const cost = workspace.get(citingMap)?.checker.cost;
  const before = cost?.entries;
  const type = (line: number, text: string) =>
    workspace.update(
      "file:///home/maps/s.argmap",
      [{ range: { start: { line, character: 12 }, end: { line, character: 12 } }, text }],
      2,
    );
  type(0, "very old ");
  expect(cost?.entries).toBe(before);
  type(1, "x");
  expect(cost?.entries).toBeGreaterThan(before ?? 0);
});

test("locates a quote in the reader's text and in the file", async () => {
  const page = "<p>It fell.</p>\n<p>The air <b>got</b>\n  cleaner. It got cleaner again.</p>";
  const workspace = workspaceOn(memoryFileSystem({ "file:///home/maps/a.html": page }));
  workspace.open(citingMap, mapCiting("a.html"), 1);
  await workspace.whenIdle();
  const quote = [...(workspace.get(citingMap)?.file.entriesOf("quote") ?? [])][0];
  const located = quote && workspace.sources.locateQuote(quote);
  if (located === undefined) throw new Error("The quote was not located.");
  expect(located).toMatchObject({ uri: "file:///home/maps/a.html", pages: undefined });
  expect(located.source.head.name?.text).toBe("a");
  const texts = located.matches.map(({ start, end }) => located.article.text.slice(start, end));
  expect(texts).toEqual(["got cleaner", "got cleaner"]);
  const fileRanges = located.matches.map((passage) => toFileRange(located.article, passage));
  expect(fileRanges.map(({ start, end }) => page.slice(start, end))).toEqual(["got</b>\n  cleaner", "got cleaner"]);
});

test("prefers matches on the page of the quote, and returns none for a misquote", async () => {
  const text = "It got cleaner.\f\fIt got cleaner.";
  const workspace = workspaceOn(memoryFileSystem({ "file:///home/maps/a.txt": text }));
  workspace.open(citingMap, `${mapCiting("a.txt")}      page: 3\n    quote a: got worse\n`, 1);
  await workspace.whenIdle();
  const [quote, misquote] = [...(workspace.get(citingMap)?.file.entriesOf("quote") ?? [])].map((entry) =>
    workspace.sources.locateQuote(entry),
  );
  expect([quote?.allMatches.length, misquote?.allMatches.length]).toEqual([2, 0]);
  expect(quote?.matches).toEqual([{ start: text.lastIndexOf("got"), end: text.lastIndexOf(".") }]);
  expect(quote?.pages?.map(({ label }) => label)).toEqual(["3"]);
  expect(misquote?.matches).toEqual([]);
});
