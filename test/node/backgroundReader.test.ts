import { describe, expect, test } from "vitest";
import { readLongText, readText } from "../../server/core/articles/readArticle.ts";
import { readInBackground, readWithTimeout } from "../../server/node/backgroundReader.ts";
import { writePdf } from "../support/pdf/writePdf.ts";
import { memoryFileSystem, workspaceOn } from "../support/workspaces/memoryFileSystem.ts";

const neverAborted = new AbortController().signal;

describe("reads a long article in a worker", () => {
  test.each([
    ["a.md", `# Air\n\n${"It *fell* &amp; rose.\n\n".repeat(500)}`],
    ["a.html", `<h1>Air</h1>${"<p>It <b>fell</b> &amp; rose.".repeat(500)}`],
    ["a.xhtml", `<title/><h1>Air</h1>${"<p>It <b>fell</b><i/> &amp; rose.</p>".repeat(500)}`],
    ["a.srt", "00:00:01,000 --> 00:00:02,000\nIt <b>fell</b> &amp; rose.\n\n".repeat(500)],
  ])("with the same result as on the main thread: %s", async (name, text) => {
    const result = await readLongText(name, text, readInBackground, neverAborted);
    expect(result).toEqual({ state: "found", article: await readText(name, text) });
  });

  test("without blocking the main thread, and stops when a newer text is opened", async () => {
    const workspace = workspaceOn(memoryFileSystem({ "file:///a.md": "a_ ".repeat(20_000) }));
    // On the main thread, the read would finish before the next turn.
    for (let turn = 0; turn < 3; turn++) {
      expect(workspace.sources.articleAt("file:///a.md").state).toBe("unknown");
      await new Promise(setImmediate);
    }
    // The read of the old text is canceled.
    workspace.sources.open("file:///a.md", "It fell.");
    await workspace.whenIdle();
    expect(workspace.sources.articleAt("file:///a.md")).toMatchObject({
      state: "found",
      article: { text: "It fell." },
    });
  });
});

test("gives up an article that takes longer than the timeout, and reports a problem", async () => {
  const text = "a_ ".repeat(20_000);
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  expect(await readWithTimeout({ format: "markdown", text }, 50, neverAborted)).toEqual({ state: "timed-out" });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(0);
  const workspace = workspaceOn({
    ...memoryFileSystem({ "file:///a.md": text }),
    readInBackground: (task, signal) => readWithTimeout(task, 50, signal),
  });
  workspace.open("file:///main.argmap", "source a: A\n  file: a.md\nclaim: It fell.\n  quote a: It fell\n", 1);
  workspace.problemsOf("file:///main.argmap");
  await workspace.whenIdle();
  const problems = workspace.problemsOf("file:///main.argmap").filter(({ code }) => code === "unreadable-source");
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining("takes too much time")]);
});

test("gives up a PDF that takes longer than the timeout", async () => {
  const pages = Array.from({ length: 400 }, () => ["The air got cleaner."]);
  const task = { format: "pdf", bytes: writePdf(pages) } as const;
  expect(await readWithTimeout(task, 1, neverAborted)).toEqual({ state: "timed-out" });
});
