import { expect, test } from "vitest";
import { type FileMove, willRenameFiles } from "../../../server/features/requests/renameFiles.ts";
import { applyWorkspaceEdit } from "../../support/applyEdit.ts";
import { FOLDER, map } from "../../support/markedMap.ts";
import { openWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";

const written = (path: string): string => FOLDER + path.split("/").map(encodeURIComponent).join("/");
const move = (from: string, to: string): FileMove => ({ oldUri: written(from), newUri: written(to) });

/** The texts that moves change, by the names that the files have before. */
async function moved(source: string, ...moves: readonly FileMove[]): Promise<Readonly<Record<string, string>>> {
  const at = await openWorkspace(source);
  const edit = willRenameFiles(at.workspace, moves);
  if (edit === null) return {};
  return Object.fromEntries(
    Object.entries(applyWorkspaceEdit(at.workspace, edit)).map(([uri, text]) => [
      decodeURIComponent(uri.slice(at.folder.length)),
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

test("a map that moves takes its own paths along, and those that lead to it follow", async () => {
  expect(await moved(source, move("air.argmap", "deep/luft.argmap"))).toEqual({
    "main.argmap":
      "import air: deep/luft.argmap\nsource report: A report\n  file: texts/report.txt\n  note: texts/report.txt\n",
    "air.argmap": "import: ../people.argmap\n",
  });
});

test("a source's text that moves is found again, and nothing else on that line or elsewhere changes", async () => {
  expect(await moved(source, move("texts/report.txt", "old texts/报告 1%.txt"))).toEqual({
    "main.argmap":
      "import air: air.argmap\nsource report: A report\n  file: old texts/报告 1%.txt\n  note: texts/report.txt\n",
  });
});

test("a folder takes all that is in it along; paths between two that move together stay", async () => {
  const inFolder = map`
    import: a/one.argmap
    === a/one.argmap
    import: two.argmap
    === a/two.argmap
    claim x: X.
  `;
  expect(await moved(inFolder, move("a", "b/c"))).toEqual({ "main.argmap": "import: b/c/one.argmap\n" });
});

test("several files that move at once", async () => {
  expect(await moved(source, move("air.argmap", "x/air.argmap"), move("people.argmap", "x/people.argmap"))).toEqual({
    "main.argmap":
      "import air: x/air.argmap\nsource report: A report\n  file: texts/report.txt\n  note: texts/report.txt\n",
  });
});

test("what is no path stays as it is when its map moves", async () => {
  const foreign = map`
    import: https://example.org/b.argmap
    source a: A
      file: https://example.org/a.txt
    source b: B
      file: C:\\texts\\b.txt
    source c: C
      file: c.txt
  `;
  expect(await moved(foreign, move("main.argmap", "deep/main.argmap"))).toEqual({
    "main.argmap": foreign.trimStart().replace("file: c.txt", "file: ../c.txt"),
  });
});

test("nothing to mend is nothing to do", async () => {
  const at = await openWorkspace(source);
  expect(willRenameFiles(at.workspace, [move("unused.txt", "used.txt")])).toBeNull();
  expect(willRenameFiles(at.workspace, [])).toBeNull();
});

test("in a broken file mends the paths that can be read", async () => {
  const broken =
    "import: people.argmap\nimport\nimport x y: people.argmap\nsource\n  file:\nsource a: A\n  file: people.argmap\n=== people.argmap\n";
  expect((await moved(broken, move("people.argmap", "p.argmap")))["main.argmap"]).toContain(
    "import: p.argmap\nimport\n",
  );
});

test("mends the text as it is during an edit", async () => {
  const at = await openWorkspace("import: people.argmap\n¦\n=== people.argmap\nspeaker 林: 林女士\n");
  typeAtCursor(at, "claim a by 林: A.\n");
  const edit = willRenameFiles(at.workspace, [move("people.argmap", "人.argmap")]);
  expect(applyWorkspaceEdit(at.workspace, edit ?? {})[at.uri]).toBe("import: 人.argmap\nclaim a by 林: A.\n\n");
});
