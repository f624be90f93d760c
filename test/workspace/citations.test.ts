import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileOf } from "../../server/core/language/map.ts";
import { PassageIndex } from "../../server/core/sources/text/passageIndex.ts";
import type { Workspace } from "../../server/workspace/workspace.ts";
import { memoryFileSystem, workspaceOn } from "../support/memoryFileSystem.ts";

const [main, other, article] = ["file:///maps/main.argmap", "file:///maps/other.argmap", "file:///maps/a.txt"];

/** What is known of the passages of an article, as words: whose quote stands where. */
function told(workspace: Workspace, uri = article): readonly string[] {
  const all = workspace.citations.passagesIn(uri)?.all ?? [];
  return all
    .map(({ quote, passage }) => {
      const { syntax } = fileOf(quote);
      return `${fileOf(quote).uri}:${syntax.lines.numberOf(quote.line)} ${passage.start}-${passage.end}`;
    })
    .sort();
}

async function opened(files: Readonly<Record<string, string>>, open: readonly string[]): Promise<Workspace> {
  const workspace = workspaceOn(memoryFileSystem(files));
  for (const uri of open) workspace.open(uri, files[uri] ?? "", 1);
  await workspace.addFolder("file:///maps");
  workspace.citations.passagesIn(article);
  await workspace.whenIdle();
  return workspace;
}

const whole = (text: string) => [{ text }];

test("an edited quote changes only its own passages", async () => {
  const workspace = await opened(
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

describe("what cites an article follows", () => {
  const text = "It fell. It rose.";
  const start = () =>
    opened(
      {
        [main]: "import: other.argmap\nclaim: A\n  quote s: It fell\n",
        [other]: "source s: S\n  file: a.txt\n",
        [article]: text,
        "file:///maps/b.txt": "Then It fell.",
      },
      [main, other],
    );

  test("the file of its source, in another map", async () => {
    const workspace = await start();
    expect(told(workspace)).toEqual([`${main}:2 0-7`]);
    workspace.update(other, whole("source s: S\n  file: b.txt\n"), 2);
    workspace.citations.passagesIn("file:///maps/b.txt");
    await workspace.whenIdle();
    expect(told(workspace)).toEqual([]);
    expect(told(workspace, "file:///maps/b.txt")).toEqual([`${main}:2 5-12`]);
  });

  test("the name of its source", async () => {
    const workspace = await start();
    workspace.update(other, whole("source t: S\n  file: a.txt\n"), 2);
    expect(told(workspace)).toEqual([]);
    workspace.update(other, whole("source s: S\n  file: a.txt\n"), 3);
    await workspace.whenIdle();
    expect(told(workspace)).toHaveLength(1);
  });

  test("the article, on disk and in the editor", async () => {
    const workspace = await start();
    workspace.sources.open(article, "Now: It fell.");
    await workspace.whenIdle();
    expect(told(workspace)).toEqual([`${main}:2 5-12`]);
    workspace.sources.close(article);
    await workspace.whenIdle();
    expect(told(workspace)).toEqual([`${main}:2 0-7`]);
  });

  test("maps that come and go", async () => {
    const workspace = await start();
    workspace.removeFolder("file:///maps");
    workspace.close(main);
    await workspace.whenIdle();
    expect(told(workspace)).toEqual([]);
    expect([...workspace.citations.sourcesOf(article)]).toHaveLength(1);
    workspace.close(other);
    expect([...workspace.citations.articles()]).toEqual([]);
  });
});

test("says which articles have other passages, and only of these", async () => {
  const workspace = await opened(
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

test("after any edits the same is known as of a workspace that begins with them", async () => {
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
      const workspace = await opened({ ...files, [main]: one, [other]: two }, [main, other]);
      let version = 1;
      for (const { file, from, count, lines } of edits) {
        told(workspace);
        version++;
        const range = { start: { line: from, character: 0 }, end: { line: from + count, character: 0 } };
        workspace.update(file, [{ range, text: `${lines}\n` }], version);
      }
      const now = Object.fromEntries([main, other].map((uri) => [uri, workspace.get(uri)?.file.syntax.text ?? ""]));
      const fresh = await opened({ ...files, ...now }, [main, other]);
      for (const uri of [article, "file:///maps/b.txt"]) {
        for (const each of [workspace, fresh]) each.citations.passagesIn(uri);
        await workspace.whenIdle();
        await fresh.whenIdle();
        expect(told(workspace, uri)).toEqual(told(fresh, uri));
        expect(workspace.citations.sourcesOf(uri).size).toBe(fresh.citations.sourcesOf(uri).size);
      }
    }),
    { numRuns: 60 },
  );
}, 20_000);

test("passages are found by place as by looking at all", () => {
  const passage = fc.record({ start: fc.nat(60), length: fc.nat(20) }).map(({ start, length }) => ({
    passage: { start, end: start + length },
  }));
  fc.assert(
    fc.property(fc.array(passage, { maxLength: 30 }), fc.nat(80), fc.nat(10), (some, start, length) => {
      const end = start + length;
      const found = new PassageIndex(some).touching({ start, end });
      expect(new Set(found)).toEqual(
        new Set(some.filter((one) => one.passage.start <= end && one.passage.end >= start)),
      );
      expect(found.map((one) => one.passage.start)).toEqual(
        found.map((one) => one.passage.start).sort((a, b) => a - b),
      );
    }),
  );
});
