import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileOf } from "../../../server/core/language/map.ts";
import type { Workspace } from "../../../server/workspace/workspace.ts";
import { memoryFileSystem, workspaceOn } from "../../support/workspaces/memoryFileSystem.ts";

const [main, other, article] = ["file:///maps/main.argmap", "file:///maps/other.argmap", "file:///maps/a.txt"];

/** Returns the cited passages of an article as `map:line start-end`. */
function citedPassages(workspace: Workspace, uri = article): readonly string[] {
  const all = workspace.citations.passagesIn(uri)?.all ?? [];
  return all
    .map(({ quote, passage }) => {
      const { syntax } = fileOf(quote);
      return `${fileOf(quote).uri}:${syntax.lines.numberOf(quote.line)} ${passage.start}-${passage.end}`;
    })
    .sort();
}

/** A workspace with these files, of which some are open. */
async function openFolder(files: Readonly<Record<string, string>>, open: readonly string[]): Promise<Workspace> {
  const workspace = workspaceOn(memoryFileSystem(files));
  for (const uri of open) workspace.open(uri, files[uri] ?? "", 1);
  await workspace.addFolder("file:///maps");
  workspace.citations.passagesIn(article);
  await workspace.whenIdle();
  return workspace;
}

const replaceAll = (text: string) => [{ text }];

test("an edit of a quote changes only its own passages", async () => {
  const workspace = await openFolder(
    {
      [main]: "source s: S\n  file: a.txt\nclaim: A\n  quote: It fell\n  quote: It rose\n",
      [article]: "It fell. It rose.",
    },
    [main],
  );
  const before = workspace.citations.passagesIn(article)?.all ?? [];
  workspace.update(
    main,
    [{ range: { start: { line: 4, character: 9 }, end: { line: 4, character: 12 } }, text: "" }],
    2,
  );
  const now = workspace.citations.passagesIn(article)?.all ?? [];
  expect(now.map(({ passage }) => passage)).toEqual([
    { start: 0, end: 7 },
    { start: 12, end: 16 },
  ]);
  expect(now[0]?.passage).toBe(before[0]?.passage);
});

describe("citations follow changes of", () => {
  const text = "It fell. It rose.";
  const start = () =>
    openFolder(
      {
        [main]: "import: other.argmap\nclaim: A\n  quote s: It fell\n",
        [other]: "source s: S\n  file: a.txt\n",
        [article]: text,
        "file:///maps/b.txt": "Then It fell.",
      },
      [main, other],
    );

  test("the file of the source, in another map", async () => {
    const workspace = await start();
    expect(citedPassages(workspace)).toEqual([`${main}:2 0-7`]);
    workspace.update(other, replaceAll("source s: S\n  file: b.txt\n"), 2);
    workspace.citations.passagesIn("file:///maps/b.txt");
    await workspace.whenIdle();
    expect(citedPassages(workspace)).toEqual([]);
    expect(citedPassages(workspace, "file:///maps/b.txt")).toEqual([`${main}:2 5-12`]);
  });

  test("the name of the source", async () => {
    const workspace = await start();
    workspace.update(other, replaceAll("source t: S\n  file: a.txt\n"), 2);
    expect(citedPassages(workspace)).toEqual([]);
    workspace.update(other, replaceAll("source s: S\n  file: a.txt\n"), 3);
    await workspace.whenIdle();
    expect(citedPassages(workspace)).toHaveLength(1);
  });

  test("a source that becomes a quote", async () => {
    const workspace = await start();
    workspace.update(
      other,
      [{ range: { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } }, text: "  quote s: It fell\n" }],
      2,
    );
    expect([...workspace.citations.sourcesOf(article)]).toEqual([]);
    expect([...workspace.citations.articles()]).toEqual([]);
  });

  test("the article, on disk and in the editor", async () => {
    const workspace = await start();
    workspace.sources.open(article, "Now: It fell.");
    await workspace.whenIdle();
    expect(citedPassages(workspace)).toEqual([`${main}:2 5-12`]);
    workspace.sources.close(article);
    await workspace.whenIdle();
    expect(citedPassages(workspace)).toEqual([`${main}:2 0-7`]);
  });

  test("the set of maps", async () => {
    const workspace = await start();
    workspace.removeFolder("file:///maps");
    workspace.close(main);
    await workspace.whenIdle();
    expect(citedPassages(workspace)).toEqual([]);
    expect([...workspace.citations.sourcesOf(article)]).toHaveLength(1);
    workspace.close(other);
    expect([...workspace.citations.articles()]).toEqual([]);
  });
});

test("reports only articles whose citations have changed", async () => {
  const workspace = await openFolder(
    { [main]: "source s: S\n  file: a.txt\nclaim: A\n  quote: It fell\n", [article]: "It fell." },
    [main],
  );
  workspace.citations.takeChanged();
  workspace.update(
    main,
    [{ range: { start: { line: 2, character: 8 }, end: { line: 2, character: 8 } }, text: "!" }],
    2,
  );
  expect([...workspace.citations.takeChanged()]).toEqual([]);
  workspace.update(
    main,
    [{ range: { start: { line: 3, character: 16 }, end: { line: 3, character: 16 } }, text: "." }],
    3,
  );
  expect([...workspace.citations.takeChanged()]).toEqual([article]);
});

test("after random edits, citations are the same as in a new workspace", async () => {
  const line = fc.constantFrom(
    "source s: S",
    "source t: T",
    "  file: a.txt",
    "  file: b.txt",
    "claim s: C",
    "claim c: C",
    "  quote: It fell",
    "  quote s: It rose",
    "  quote t: fell",
    "  reason: R",
    "    quote s: It",
    "import: other.argmap",
    "quote",
    "",
  );
  const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join("\n"));
  const edit = fc.record({ file: fc.constantFrom(main, other), from: fc.nat(12), count: fc.nat(3), lines: text });
  const files = { [article]: "It fell. It rose. It fell.", "file:///maps/b.txt": "It rose." };
  await fc.assert(
    fc.asyncProperty(text, text, fc.array(edit, { maxLength: 5 }), async (one, two, edits) => {
      const workspace = await openFolder({ ...files, [main]: one, [other]: two }, [main, other]);
      let version = 1;
      for (const { file, from, count, lines } of edits) {
        citedPassages(workspace);
        version++;
        const range = { start: { line: from, character: 0 }, end: { line: from + count, character: 0 } };
        workspace.update(file, [{ range, text: `${lines}\n` }], version);
      }
      const now = Object.fromEntries([main, other].map((uri) => [uri, workspace.get(uri)?.file.syntax.text ?? ""]));
      const fresh = await openFolder({ ...files, ...now }, [main, other]);
      for (const uri of [article, "file:///maps/b.txt"]) {
        // Starts reading the article if it has not been read yet.
        for (const each of [workspace, fresh]) each.citations.passagesIn(uri);
        await workspace.whenIdle();
        await fresh.whenIdle();
        expect(citedPassages(workspace, uri)).toEqual(citedPassages(fresh, uri));
        expect(workspace.citations.sourcesOf(uri).size).toBe(fresh.citations.sourcesOf(uri).size);
      }
    }),
    { numRuns: 60 },
  );
});
