import { expect, test } from "vitest";
import { map } from "../../support/maps/markedMap.ts";
import { completionsIn } from "../../support/workspaces/completionsAt.ts";
import { openWorkspace } from "../../support/workspaces/openWorkspace.ts";

/** The words of a quote after each completion is accepted, with the cursor after `typed` and other text after it. */
async function completedQuotes(typed: string, after = ""): Promise<readonly string[]> {
  const quoteHead = "  quote report: ";
  const opened = await openWorkspace(map`
    source report: A report
      file: report.txt
    claim keep: It stays.
      quote report: It begins.
    ${quoteHead}${typed}¦${after}
    === report.txt
    It begins. The air got cleaner,
    as all could see. “The air!” he said.

    空气更清洁。人们很高兴。
  `);
  await opened.workspace.whenIdle();
  const { list } = await completionsIn(opened);
  const line = `${quoteHead}${typed}${after}`;
  return list.items.map(({ textEdit, filterText }) => {
    const words = typed.replace(/^[“„"「]/u, "");
    expect(filterText?.startsWith(words), "clients drop items that do not begin with the typed words").toBe(true);
    if (textEdit === undefined || !("range" in textEdit)) throw new Error("An item has no text edit.");
    const { start, end } = textEdit.range;
    return (line.slice(0, start.character) + textEdit.newText + line.slice(end.character)).slice(quoteHead.length);
  });
}

test("offers the sentences that contain the typed words, those that begin with them first", async () => {
  expect(await completedQuotes("the air")).toEqual(["The air got cleaner, as all could see.", "The air!”"]);
  expect(await completedQuotes("all could")).toEqual(["all could see."]);
  expect(await completedQuotes("空气更")).toEqual(["空气更清洁。"]);
  expect(await completedQuotes("nowhere")).toEqual([]);
});

test("keeps quotation marks, and completes before a closing mark but not before other words", async () => {
  expect(await completedQuotes("“all could")).toEqual(["“all could see."]);
  expect(await completedQuotes("“all could", "”")).toEqual(["“all could see.”"]);
  expect(await completedQuotes("「空气更", "」")).toEqual(["「空气更清洁。」"]);
  expect(await completedQuotes("“", "”")).toContain("“人们很高兴。”");
  expect(await completedQuotes("“all could", " see”")).toEqual([]);
  expect(await completedQuotes("all could", "”")).toEqual([]);
});

test("ignores differences in case, spaces and quotation marks", async () => {
  expect(await completedQuotes("THE  AIR!")).toEqual(["The air!”"]);
  expect(await completedQuotes("Got  cleaner")).toEqual(["got cleaner, as all could see."]);
});

test("completes from the first Chinese character", async () => {
  expect(await completedQuotes("空")).toEqual(["空气更清洁。"]);
  expect(await completedQuotes("空气")).toEqual(["空气更清洁。"]);
});

test("offers the sentences that are not quoted yet if nothing is typed", async () => {
  expect(await completedQuotes("")).not.toContain("It begins.");
  expect(await completedQuotes("")).toContain("人们很高兴。");
  expect(await completedQuotes("th")).toEqual([]);
});
