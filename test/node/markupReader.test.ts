/** Long articles in markup: read apart, in time or not at all, and what comes of it is the same. */
import { describe, expect, test } from "vitest";
import { readLongText, readText } from "../../server/core/sources/readSource.ts";
import { readMarkupInWorker } from "../../server/node/markupReader.ts";
import { memoryFileSystem, workspaceOn } from "../support/memoryFileSystem.ts";

const never = new AbortController().signal;

describe("a long article is read apart", () => {
  test.each([
    ["a.md", `# Air\n\n${"It *fell* &amp; rose.\n\n".repeat(500)}`],
    ["a.html", `<h1>Air</h1>${"<p>It <b>fell</b> &amp; rose.".repeat(500)}`],
    ["a.xhtml", `<title/><h1>Air</h1>${"<p>It <b>fell</b><i/> &amp; rose.</p>".repeat(500)}`],
  ])("to the same as here: %s", async (name, text) => {
    const apart = await readLongText(name, text, memoryFileSystem(), never);
    expect(apart).toEqual({ state: "found", article: await readText(name, text) });
  });

  test("while others are answered", async () => {
    const workspace = workspaceOn(memoryFileSystem({ "file:///a.md": "a_ ".repeat(20_000) }));
    // Read here, it would give nothing else a turn until it is read.
    for (let turn = 0; turn < 3; turn++) {
      expect(workspace.sources.articleAt("file:///a.md").state).toBe("unknown");
      await new Promise(setImmediate);
    }
    // Opened and emptied meanwhile, nobody waits for the old text.
    workspace.sources.open("file:///a.md", "It fell.");
    await workspace.whenIdle();
    expect(workspace.sources.articleAt("file:///a.md")).toMatchObject({
      state: "found",
      article: { text: "It fell." },
    });
  });
});

test("what takes too long is given up, and the problem says what to do", async () => {
  const text = "a_ ".repeat(20_000);
  let turns = 0;
  const others = setInterval(() => turns++, 1);
  expect(await readMarkupInWorker({ format: "markdown", text }, 50)).toEqual({ state: "timed-out" });
  clearInterval(others);
  expect(turns).toBeGreaterThan(0);
  const workspace = workspaceOn({
    ...memoryFileSystem({ "file:///a.md": text }),
    readMarkup: (format, given) => readMarkupInWorker({ format, text: given }, 50),
  });
  workspace.open("file:///main.argmap", "source a: A\n  file: a.md\nclaim: It fell.\n  quote a: It fell\n", 1);
  workspace.problemsOf("file:///main.argmap");
  await workspace.whenIdle();
  const said = workspace.problemsOf("file:///main.argmap").filter(({ code }) => code === "unreadable-source");
  expect(said.map(({ message }) => message)).toEqual([expect.stringContaining("takes too much time")]);
});
