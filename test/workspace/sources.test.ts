/** Which files sources are read from, and that the editor's word counts before the disk's. */

import { expect, test } from "vitest";
import { severityOf } from "../../server/checks/severity.ts";
import { inFile } from "../../server/sources/article.ts";
import type { Workspace } from "../../server/workspace/workspace.ts";
import { memory, workspaceOn } from "../memory.ts";

const main = "file:///work/maps/main.argmap";
const map = (path: string): string =>
  `source a: An article\n  file: ${path}\nclaim keep: It stays.\n  reason: Cleaner air.\n    quote a: got cleaner\n`;

async function codes(workspace: Workspace): Promise<readonly string[]> {
  await workspace.settled();
  return workspace
    .problemsOf(main)
    .filter((problem) => severityOf(problem) !== "off")
    .map(({ code }) => code);
}

test("a file outside the folders that are open is read once a folder holds it, and not when that goes", async () => {
  const workspace = workspaceOn(memory({ "file:///work/texts/a.txt": "The air got cleaner." }));
  workspace.open(main, map("../texts/a.txt"), 1);
  expect(await codes(workspace)).toEqual(["unreadable-source"]);
  await workspace.addFolder("file:///work/texts/");
  expect(await codes(workspace)).toEqual([]);
  workspace.removeFolder("file:///work/texts/");
  expect(await codes(workspace)).toEqual(["unreadable-source"]);
});

test("a folder of nearly the same name holds nothing, nor does a way round through the map's own", async () => {
  const workspace = workspaceOn(memory({ "file:///work/maps2/a.txt": "The air got cleaner." }));
  await workspace.addFolder("file:///work/maps");
  workspace.open(main, map("../maps/../maps2/a.txt"), 1);
  expect(await codes(workspace)).toEqual(["unreadable-source"]);
});

test("a folder may be allowed that is not of the workspace", async () => {
  const workspace = workspaceOn(memory({ "file:///work/texts/a.txt": "The air got cleaner." }));
  workspace.allowSources("file:///work");
  workspace.open(main, map("../texts/a.txt"), 1);
  expect(await codes(workspace)).toEqual([]);
});

test("what the editor holds counts from the opening to the closing of an article", async () => {
  const article = "file:///work/maps/a.md";
  const files = memory({ [article]: "The air *got* cleaner." });
  const workspace = workspaceOn(files);
  workspace.open(main, map("a.md"), 1);
  expect(await codes(workspace)).toEqual([]);
  workspace.openSource(article, "The air *got* worse.");
  expect(await codes(workspace)).toEqual(["quote-not-found"]);
  workspace.updateSource(article, "The air *got* clean");
  workspace.updateSource(article, "The air *got* cleaner");
  expect(await codes(workspace)).toEqual([]);
  // What happens on disk meanwhile says nothing.
  files.write(article, "The air got dirty.");
  workspace.changedOnDisk(article);
  expect(await codes(workspace)).toEqual([]);
  workspace.closeSource(article);
  expect(await codes(workspace)).toEqual(["quote-not-found"]);
});

test("an article that is open before any map quotes it is not read from disk", async () => {
  const workspace = workspaceOn(memory());
  workspace.openSource("file:///work/maps/a.txt", "The air got cleaner.");
  workspace.open(main, map("a.txt"), 1);
  expect(await codes(workspace)).toEqual([]);
});

test("of two readings that end in the wrong order the newer counts", async () => {
  const [article, files] = ["file:///work/maps/a.txt", memory()];
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

test("a quote is asked where it stands: in the text that a reader sees, in the file, on which page", async () => {
  const page = "<p>It fell.</p>\n<p>The air <b>got</b>\n  cleaner. It got cleaner again.</p>";
  const workspace = workspaceOn(memory({ "file:///work/maps/a.html": page }));
  workspace.open(main, map("a.html"), 1);
  await workspace.settled();
  const quote = [...(workspace.get(main)?.file.entriesOf("quote") ?? [])][0];
  const place = quote && workspace.placesOfQuote(quote);
  if (place === undefined) throw new Error("There is no quote, or its source is not known.");
  expect(place).toMatchObject({ uri: "file:///work/maps/a.html", pages: undefined });
  expect(place.source.head.name?.text).toBe("a");
  const seen = place.passages.map(({ start, end }) => place.article.text.slice(start, end));
  expect(seen).toEqual(["got cleaner", "got cleaner"]);
  const written = place.passages.map((passage) => inFile(place.article, passage));
  expect(written.map(({ start, end }) => page.slice(start, end))).toEqual(["got</b>\n  cleaner", "got cleaner"]);
});

test("a page singles out one of several places, and what is nowhere has none", async () => {
  const text = "It got cleaner.\f\fIt got cleaner.";
  const workspace = workspaceOn(memory({ "file:///work/maps/a.txt": text }));
  workspace.open(main, `${map("a.txt")}      page: 3\n    quote a: got worse\n`, 1);
  await workspace.settled();
  const places = [...(workspace.get(main)?.file.entriesOf("quote") ?? [])].map((one) => workspace.placesOfQuote(one));
  expect(places.map((place) => place?.all.length)).toEqual([2, 0]);
  expect(places[0]?.passages).toEqual([{ start: text.lastIndexOf("got"), end: text.lastIndexOf(".") }]);
  expect(places[0]?.pages?.map(({ label }) => label)).toEqual(["3"]);
  expect(places[1]?.passages).toEqual([]);
});
