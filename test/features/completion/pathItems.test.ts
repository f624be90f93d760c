import { expect, test } from "vitest";
import { completion } from "../../../server/features/requests/editing/completion.ts";
import { unmark } from "../../support/maps/markedMap.ts";
import { inDisplayOrder } from "../../support/workspaces/completionsAt.ts";
import { memoryFileSystem, workspaceOn } from "../../support/workspaces/memoryFileSystem.ts";

/** The line of ¦ after each item is accepted. */
async function completedLines(source: string): Promise<readonly string[]> {
  const { files, uri, cursor } = unmark(source);
  const fileSystem = memoryFileSystem({
    "file:///maps/main.argmap": "",
    "file:///maps/people.argmap": "",
    "file:///maps/report.txt": "",
    "file:///maps/.hidden.argmap": "",
    "file:///maps/sub/air.argmap": "",
    "file:///maps/sub/deep/x.argmap": "",
    "file:///other.argmap": "",
  });
  const workspace = workspaceOn(fileSystem);
  workspace.open(uri, files[uri] ?? "", 1);
  const { items } = await completion(workspace, uri, cursor, { snippets: true });
  const line = files[uri]?.split("\n")[cursor.line] ?? "";
  return inDisplayOrder(items).map(({ textEdit }) => {
    if (textEdit === undefined || !("range" in textEdit)) throw new Error("An item has no text edit.");
    const { start, end } = textEdit.range;
    return line.slice(0, start.character) + textEdit.newText + line.slice(end.character);
  });
}

test("offers maps and folders for an import", async () => {
  const inFolder = ["import: people.argmap", "import: sub/", "import: ../"];
  expect(await completedLines("import:¦")).toEqual(inFolder);
  expect(await completedLines("import: ¦")).toEqual(inFolder);
  expect(await completedLines("import air: ¦")).toEqual([
    "import air: people.argmap",
    "import air: sub/",
    "import air: ../",
  ]);
  const inSubfolder = ["import: sub/air.argmap", "import: sub/deep/", "import: sub/../"];
  expect(await completedLines("import: sub/a¦")).toEqual(inSubfolder);
  expect(await completedLines("import: su¦b/air.argmap")).toContain("import: sub/air.argmap");
  expect(await completedLines("import: none/¦")).toEqual(["import: none/../"]);
});

test("offers other files and folders for a source", async () => {
  expect(await completedLines("source a: A\n  file: r¦")).toEqual([
    "  file: report.txt",
    "  file: sub/",
    "  file: ../",
  ]);
});
