import { expect, test } from "vitest";
import { type FileMove, willRenameFiles } from "../../../../server/features/requests/editing/renameFiles.ts";
import { FOLDER, map } from "../../../support/maps/markedMap.ts";
import { applyWorkspaceEdit } from "../../../support/workspaces/applyEdit.ts";
import { openWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

const uriOf = (path: string): string => FOLDER + path.split("/").map(encodeURIComponent).join("/");
const move = (from: string, to: string): FileMove => ({ oldUri: uriOf(from), newUri: uriOf(to) });

/** The texts that change when files move, by their paths before the move. */
async function textsAfter(source: string, ...moves: readonly FileMove[]): Promise<Readonly<Record<string, string>>> {
  const opened = await openWorkspace(source);
  const edit = willRenameFiles(opened.workspace, moves);
  if (edit === null) return {};
  return Object.fromEntries(
    Object.entries(applyWorkspaceEdit(opened.workspace, edit)).map(([uri, text]) => [
      decodeURIComponent(uri.slice(opened.folder.length)),
      text,
    ]),
  );
}

const source = map`
  import air: air.argmap
  source report: A report
    file: texts/report.txt
    note: texts/report.txt
  === air.argmap
  import: people.argmap
  === people.argmap
  speaker lind: Maja Lind
`;

test("updates the paths to a moved map, and the relative paths in it", async () => {
  expect(await textsAfter(source, move("air.argmap", "deep/luft.argmap"))).toEqual({
    "main.argmap":
      "import air: deep/luft.argmap\nsource report: A report\n  file: texts/report.txt\n  note: texts/report.txt\n",
    "air.argmap": "import: ../people.argmap\n",
  });
});

test("updates only the path of a moved source file", async () => {
  expect(await textsAfter(source, move("texts/report.txt", "old texts/报告 1%.txt"))).toEqual({
    "main.argmap":
      "import air: air.argmap\nsource report: A report\n  file: old texts/报告 1%.txt\n  note: texts/report.txt\n",
  });
});

test("updates paths into a moved folder, but not paths between files that move together", async () => {
  const inFolder = map`
    import: a/one.argmap
    === a/one.argmap
    import: two.argmap
    === a/two.argmap
    claim x: X.
  `;
  expect(await textsAfter(inFolder, move("a", "b/c"))).toEqual({ "main.argmap": "import: b/c/one.argmap\n" });
});

test("updates the paths to several moved files", async () => {
  expect(
    await textsAfter(source, move("air.argmap", "x/air.argmap"), move("people.argmap", "x/people.argmap")),
  ).toEqual({
    "main.argmap":
      "import air: x/air.argmap\nsource report: A report\n  file: texts/report.txt\n  note: texts/report.txt\n",
  });
});

test("leaves web addresses and Windows paths alone when their map moves", async () => {
  const foreign = map`
    import: https://example.org/b.argmap
    source a: A
      file: https://example.org/a.txt
    source b: B
      file: C:\\texts\\b.txt
    source c: C
      file: c.txt
  `;
  expect(await textsAfter(foreign, move("main.argmap", "deep/main.argmap"))).toEqual({
    "main.argmap": foreign.trimStart().replace("file: c.txt", "file: ../c.txt"),
  });
});

test("returns null if no path changes", async () => {
  const opened = await openWorkspace(source);
  expect(willRenameFiles(opened.workspace, [move("unused.txt", "used.txt")])).toBeNull();
  expect(willRenameFiles(opened.workspace, [])).toBeNull();
});

test("updates the valid paths of a map with errors", async () => {
  const broken =
    "import: people.argmap\nimport\nimport x y: people.argmap\nsource\n  file:\nsource a: A\n  file: people.argmap\n=== people.argmap\n";
  expect((await textsAfter(broken, move("people.argmap", "p.argmap")))["main.argmap"]).toContain(
    "import: p.argmap\nimport\n",
  );
});

test("reflects edits", async () => {
  const opened = await openWorkspace("import: people.argmap\n¦\n=== people.argmap\nspeaker 林: 林女士\n");
  typeAtCursor(opened, "claim a by 林: A.\n");
  const edit = willRenameFiles(opened.workspace, [move("people.argmap", "人.argmap")]);
  expect(applyWorkspaceEdit(opened.workspace, edit ?? {})[opened.uri]).toBe("import: 人.argmap\nclaim a by 林: A.\n\n");
});
