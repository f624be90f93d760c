/** Which files sources are read from, and that the editor's word counts before the disk's. */

import { expect, test } from "vitest";
import { severityOf } from "../../server/core/checks/severity.ts";
import { toFileRange } from "../../server/core/sources/article.ts";
import { Workspace } from "../../server/workspace/workspace.ts";
import { memoryFileSystem, workspaceOn } from "../support/memoryFileSystem.ts";
import { writePdf } from "../support/writePdf.ts";

const main = "file:///home/maps/main.argmap";
const map = (path: string): string =>
  `source a: An article\n  file: ${path}\nclaim keep: It stays.\n  reason: Cleaner air.\n    quote a: got cleaner\n`;

async function codes(workspace: Workspace): Promise<readonly string[]> {
  await workspace.whenIdle();
  return workspace
    .problemsOf(main)
    .filter((problem) => severityOf(problem) !== "off")
    .map(({ code }) => code);
}

test("a file outside the folders that are open is read once a folder holds it, and not when that goes", async () => {
  const workspace = workspaceOn(memoryFileSystem({ "file:///home/texts/a.txt": "The air got cleaner." }));
  workspace.open(main, map("../texts/a.txt"), 1);
  expect(await codes(workspace)).toEqual(["unreadable-source"]);
  await workspace.addFolder("file:///home/texts/");
  expect(await codes(workspace)).toEqual([]);
  workspace.removeFolder("file:///home/texts/");
  expect(await codes(workspace)).toEqual(["unreadable-source"]);
});

test("a folder of nearly the same name holds nothing, nor does a way round through the map's own", async () => {
  const workspace = workspaceOn(memoryFileSystem({ "file:///home/maps2/a.txt": "The air got cleaner." }));
  await workspace.addFolder("file:///home/maps");
  workspace.open(main, map("../maps/../maps2/a.txt"), 1);
  expect(await codes(workspace)).toEqual(["unreadable-source"]);
});

test("a folder may be allowed that is not of the workspace", async () => {
  const workspace = workspaceOn(memoryFileSystem({ "file:///home/texts/a.txt": "The air got cleaner." }));
  workspace.sources.allowFolder("file:///home");
  workspace.open(main, map("../texts/a.txt"), 1);
  expect(await codes(workspace)).toEqual([]);
});

test("what the editor holds counts from the opening to the closing of an article", async () => {
  const article = "file:///home/maps/a.md";
  const files = memoryFileSystem({ [article]: "The air *got* cleaner." });
  const workspace = workspaceOn(files);
  workspace.open(main, map("a.md"), 1);
  expect(await codes(workspace)).toEqual([]);
  workspace.sources.open(article, "The air *got* worse.");
  expect(await codes(workspace)).toEqual(["quote-not-found"]);
  workspace.sources.open(article, "The air *got* clean");
  workspace.sources.open(article, "The air *got* cleaner");
  expect(await codes(workspace)).toEqual([]);
  // What happens on disk meanwhile says nothing.
  files.write(article, "The air got dirty.");
  workspace.changedOnDisk(article);
  expect(await codes(workspace)).toEqual([]);
  workspace.sources.close(article);
  expect(await codes(workspace)).toEqual(["quote-not-found"]);
});

test("a PDF is read from disk, whatever text an editor makes of its bytes, and followed while that is open", async () => {
  const [pdf, text] = ["file:///home/maps/a.PDF", map("a.PDF")];
  const bytes = writePdf([["The air got cleaner."]]);
  const files = memoryFileSystem({ [pdf]: bytes });
  const workspace = workspaceOn(files);
  const raw = new TextDecoder().decode(bytes);
  workspace.sources.open(pdf, raw);
  workspace.open(main, text, 1);
  expect(await codes(workspace)).toEqual([]);
  workspace.sources.open(pdf, `${raw} `);
  expect(await codes(workspace)).toEqual([]);
  files.write(pdf, writePdf([["The air got worse."]]));
  workspace.changedOnDisk(pdf);
  expect(await codes(workspace)).toEqual(["quote-not-found"]);
  workspace.sources.close(pdf);
  expect(await codes(workspace)).toEqual(["quote-not-found"]);
});

test("a file in another encoding is not read while an editor shows it torn either, but in its right one, or saved as UTF-8", async () => {
  const article = "file:///home/maps/a.txt";
  const text = "The Café air got cleaner.";
  const latin = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const files = memoryFileSystem({ [article]: latin });
  const workspace = workspaceOn(files);
  workspace.open(main, map("a.txt"), 1);
  expect(await codes(workspace)).toEqual(["unreadable-source"]);
  const torn = new TextDecoder().decode(latin);
  workspace.sources.open(article, torn);
  expect(await codes(workspace)).toEqual(["unreadable-source"]);
  workspace.sources.open(article, text);
  expect(await codes(workspace)).toEqual([]);
  workspace.sources.open(article, torn);
  expect(await codes(workspace)).toEqual(["unreadable-source"]);
  files.write(article, torn);
  workspace.changedOnDisk(article);
  expect(await codes(workspace)).toEqual([]);
});

test("an article that is open before any map quotes it is not read from disk", async () => {
  const workspace = workspaceOn(memoryFileSystem());
  workspace.sources.open("file:///home/maps/a.txt", "The air got cleaner.");
  workspace.open(main, map("a.txt"), 1);
  expect(await codes(workspace)).toEqual([]);
});

test("of two readings that end in the wrong order the newer counts", async () => {
  const [article, files] = ["file:///home/maps/a.txt", memoryFileSystem()];
  const ended: ((text: string) => void)[] = [];
  const workspace = workspaceOn({
    ...files,
    readBytes: () =>
      new Promise((resolve) =>
        ended.push((text) => resolve({ state: "found", bytes: new TextEncoder().encode(text) })),
      ),
  });
  workspace.open(main, map("a.txt"), 1);
  workspace.changedOnDisk(article);
  ended[1]?.("The air got cleaner.");
  ended[0]?.("The air got worse.");
  expect(await codes(workspace)).toEqual([]);
});

/** A workspace on files that tells how often one of them has been read for its bytes. */
function counted(contents: Readonly<Record<string, string>>): { workspace: Workspace; reads: () => number } {
  const files = memoryFileSystem(contents);
  let reads = 0;
  const workspace = workspaceOn({
    ...files,
    readBytes: (uri, most) => {
      reads++;
      return files.readBytes(uri, most);
    },
  });
  return { workspace, reads: () => reads };
}

test("an article is let go of when no source leads to it any more, whichever way that came", async () => {
  const text = map("../texts/a.txt");
  const other = "file:///home/maps/other.argmap";
  const { workspace, reads } = counted({ "file:///home/texts/a.txt": "The air got cleaner.", [other]: text });
  workspace.sources.allowFolder("file:///home/texts");
  workspace.open(main, text, 1);
  expect(await codes(workspace)).toEqual([]);
  // As long as another map cites it, it is kept.
  workspace.open(other, text, 1);
  workspace.update(main, [{ text: "claim a: A.\n" }], 2);
  workspace.update(main, [{ text }], 3);
  expect([await codes(workspace), reads()]).toEqual([[], 1]);
  workspace.close(other);
  workspace.update(main, [{ text: text.replace("source a", "speaker a") }], 4);
  workspace.update(main, [{ text }], 5);
  expect([await codes(workspace), reads()]).toEqual([[], 2]);
  workspace.close(main);
  workspace.open(main, text, 6);
  expect([await codes(workspace), reads()]).toEqual([[], 3]);
  await workspace.addFolder("file:///home/maps");
  workspace.close(main);
  workspace.removeFolder("file:///home/maps");
  workspace.open(main, text, 7);
  expect([await codes(workspace), reads()]).toEqual([[], 4]);
});

test("a reading that fails is told and not waited for, and the next one counts", async () => {
  const files = memoryFileSystem({ "file:///home/maps/a.txt": "The air got cleaner." });
  const errors: unknown[] = [];
  let fails = true;
  const workspace = new Workspace(
    { ...files, readBytes: (uri, most) => (fails ? Promise.reject(new Error("torn")) : files.readBytes(uri, most)) },
    (error) => errors.push(error),
  );
  workspace.open(main, map("a.txt"), 1);
  expect(await codes(workspace)).toEqual(["unreadable-source"]);
  expect(errors).toEqual([new Error("torn")]);
  fails = false;
  workspace.changedOnDisk("file:///home/maps/a.txt");
  expect(await codes(workspace)).toEqual([]);
});

test("of edits of an article that come together only the last one's text is looked at", async () => {
  const waiting: (() => void)[] = [];
  const later = (work: () => void): void => void waiting.push(work);
  const workspace = new Workspace(memoryFileSystem(), () => expect.unreachable(), later);
  const article = "file:///home/maps/a.txt";
  workspace.sources.open(article, "The air");
  workspace.open(main, map("a.txt"), 1);
  let told = 0;
  workspace.onChange(() => told++);
  for (const text of ["The air g", "The air got cl", "The air got cleaner"]) {
    workspace.sources.open(article, text);
    // What is asked for runs before the next edit is taken in.
    for (const work of waiting.splice(0)) work();
  }
  while (waiting.length > 0) {
    for (const work of waiting.splice(0)) work();
    await new Promise(setImmediate);
  }
  expect([await codes(workspace), told]).toEqual([[], 1]);
});

test("a slow reading from before an article was let go of does not count", async () => {
  const ended: ((text: string) => void)[] = [];
  const workspace = workspaceOn({
    ...memoryFileSystem(),
    readBytes: () =>
      new Promise((resolve) =>
        ended.push((text) => resolve({ state: "found", bytes: new TextEncoder().encode(text) })),
      ),
  });
  workspace.open(main, map("a.txt"), 1);
  workspace.update(main, [{ text: "claim a: A.\n" }], 2);
  workspace.update(main, [{ text: map("a.txt") }], 3);
  ended[1]?.("The air got cleaner.");
  await Promise.resolve();
  ended[0]?.("The air got worse.");
  expect(await codes(workspace)).toEqual([]);
});

test("what a source is called is typed without a check of its quotes; where it leads is not", async () => {
  const files = memoryFileSystem({
    "file:///home/maps/a.txt": "The air got cleaner.",
    "file:///home/maps/s.argmap": "",
  });
  const workspace = workspaceOn(files);
  const source = "source a: An article\n  file: a.txt\n";
  workspace.open("file:///home/maps/s.argmap", source, 1);
  workspace.open(main, "import: s.argmap\nclaim keep: It stays.\n  quote a: got cleaner\n", 1);
  expect(await codes(workspace)).toEqual(["unused-claim"]);
  const cost = workspace.get(main)?.checker.cost;
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

test("a quote is asked where it stands: in the text that a reader sees, in the file, on which page", async () => {
  const page = "<p>It fell.</p>\n<p>The air <b>got</b>\n  cleaner. It got cleaner again.</p>";
  const workspace = workspaceOn(memoryFileSystem({ "file:///home/maps/a.html": page }));
  workspace.open(main, map("a.html"), 1);
  await workspace.whenIdle();
  const quote = [...(workspace.get(main)?.file.entriesOf("quote") ?? [])][0];
  const place = quote && workspace.sources.locateQuote(quote);
  if (place === undefined) throw new Error("There is no quote, or its source is not known.");
  expect(place).toMatchObject({ uri: "file:///home/maps/a.html", pages: undefined });
  expect(place.source.head.name?.text).toBe("a");
  const seen = place.matches.map(({ start, end }) => place.article.text.slice(start, end));
  expect(seen).toEqual(["got cleaner", "got cleaner"]);
  const written = place.matches.map((passage) => toFileRange(place.article, passage));
  expect(written.map(({ start, end }) => page.slice(start, end))).toEqual(["got</b>\n  cleaner", "got cleaner"]);
});

test("a page singles out one of several places, and what is nowhere has none", async () => {
  const text = "It got cleaner.\f\fIt got cleaner.";
  const workspace = workspaceOn(memoryFileSystem({ "file:///home/maps/a.txt": text }));
  workspace.open(main, `${map("a.txt")}      page: 3\n    quote a: got worse\n`, 1);
  await workspace.whenIdle();
  const places = [...(workspace.get(main)?.file.entriesOf("quote") ?? [])].map((one) =>
    workspace.sources.locateQuote(one),
  );
  expect(places.map((place) => place?.allMatches.length)).toEqual([2, 0]);
  expect(places[0]?.matches).toEqual([{ start: text.lastIndexOf("got"), end: text.lastIndexOf(".") }]);
  expect(places[0]?.pages?.map(({ label }) => label)).toEqual(["3"]);
  expect(places[1]?.matches).toEqual([]);
});
