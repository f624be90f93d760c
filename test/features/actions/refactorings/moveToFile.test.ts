import { expect, test, vi } from "vitest";
import { map } from "../../../support/maps/markedMap.ts";
import { actionsAt, refactoredFiles, refactoringTitles } from "../../../support/workspaces/codeActions.ts";
import { openWorkspace } from "../../../support/workspaces/openWorkspace.ts";

test("is offered without reading maps that are not related", async () => {
  const source =
    "import: a.argmap\nclaim fe¦ll: It fell.\n  quote: it fell\n=== a.argmap\nclaim x: X.\n=== b.argmap\nclaim y: Y.\n";
  const at = await openWorkspace(source);
  const all = vi.spyOn(at.workspace, "files");
  const [other] = at.workspace.files().filter(({ uri }) => uri.endsWith("b.argmap"));
  const quotes = vi.spyOn(other ?? expect.unreachable(), "entriesOf");
  all.mockClear();
  expect(actionsAt(at, "refactor").map(({ title }) => title)).toContain("Move to “a.argmap”");
  expect(all).not.toHaveBeenCalled();
  expect(quotes).not.toHaveBeenCalled();
});

test("keeps a license and a byte-order mark above the first entry, and imports the new file", async () => {
  expect(
    await refactoredFiles(
      "\uFEFF// license\n\n// measured\nclaim fe¦ll: It fell.\n\nclaim keep: It stays.\n  reason: R.\n    premise fell",
      "Move to a new file “fell.argmap”",
    ),
  ).toEqual({
    "main.argmap": "\uFEFF// license\n\nimport: fell.argmap\n\nclaim keep: It stays.\n  reason: R.\n    premise fell",
    "fell.argmap": "\n// measured\nclaim fell: It fell.\n",
  });
  const top = "// license\nclaim fe¦ll: It fell.\nreason for fell: R.\n";
  expect((await refactoredFiles(top, "Move to a new file “fell.argmap”"))["main.argmap"]).toBe(
    "// license\n\nimport: fell.argmap\n\nreason for fell: R.\n",
  );
});

test("distinguishes names of two imports, and adds a prefix to an ambiguous name", async () => {
  const two = map`
    import a: a.argmap
    import b: b.argmap
    claim ne¦w contradicts a.x, b.x: N.
    === a.argmap
    claim x: X of a.
    === b.argmap
    claim x: X of b.
  `;
  expect(await refactoredFiles(two, "Move to a new file “new.argmap” (not shown in this map’s preview)")).toMatchObject(
    {
      "new.argmap": "import a: a.argmap\nimport b: b.argmap\n\nclaim new contradicts a.x, b.x: N.\n",
    },
  );
  const taken = map`
    import a: a.argmap
    claim fe¦ll: F.
    reason for fell: R.
    === user.argmap
    import: main.argmap
    import a: a.argmap
    claim z contradicts fell, a.z: Z.
    === a.argmap
    claim z: Z of a.
  `;
  expect(await refactoredFiles(taken, "Move to “a.argmap”")).toMatchObject({
    "user.argmap": "import: main.argmap\nimport a: a.argmap\nclaim z contradicts a.fell, a.z: Z.\n",
  });
});

test("says if the preview of the map would no longer show the entry", async () => {
  const step = await refactoringTitles("claim keep: It stays.\nreason wo¦rks for keep: It works.\n");
  expect(step).toContain("Move to a new file “works.argmap” (not shown in this map’s preview)");
  const used = await refactoringTitles("claim ke¦ep: It stays.\nreason works for keep: It works.\n");
  expect(used).toContain("Move to a new file “keep.argmap”");
});

test("keeps the prefix of a name if it is unused in the other file", async () => {
  const source = "import a: air.argmap\nclaim ne¦w contradicts a.x: N.\n=== air.argmap\nclaim x: X.\n";
  const there = "import: main.argmap\nclaim y contradicts new: Y.\n";
  expect(
    await refactoredFiles(`${source}=== t.argmap\n${there}`, "Move to “t.argmap” (not shown in this map’s preview)"),
  ).toMatchObject({
    "t.argmap":
      "import: main.argmap\nimport a: air.argmap\nclaim y contradicts new: Y.\n\nclaim new contradicts a.x: N.\n",
  });
  const taken = `${source}=== t.argmap\nimport a: main.argmap\nclaim y contradicts a.new: Y.\n`;
  expect(await refactoredFiles(taken, "Move to “t.argmap” (not shown in this map’s preview)")).toMatchObject({
    "t.argmap":
      "import a: main.argmap\nimport: air.argmap\nclaim y contradicts new: Y.\n\nclaim new contradicts x: N.\n",
  });
});

test("keeps what names resolve to, and is not offered if an unresolved name would resolve", async () => {
  const hidden = map`
    import: t.argmap
    claim x¦: X here.
    === t.argmap
    import: u.argmap
    reason for x: R.
    === u.argmap
    claim x: X of u.
  `;
  expect((await refactoredFiles(hidden, "Move to “t.argmap”"))["t.argmap"]).toBe(
    "import: u.argmap\nimport u: u.argmap\nreason for u.x: R.\n\nclaim x: X here.\n",
  );
  const found = "import: t.argmap\nclaim x¦ contradicts y: X.\n=== t.argmap\nclaim y: Y of t.\n";
  // In the other file, the name resolves to the same entry without an import.
  expect((await refactoredFiles(found, "Move to “t.argmap”"))["t.argmap"]).toContain("claim x contradicts y: X.\n");
  const unknown = "import p: t.argmap\nclaim x¦ contradicts y: X.\n=== t.argmap\nclaim y: Y of t.\n";
  expect(await refactoringTitles(unknown)).not.toContain("Move to “t.argmap”");
});

test("keeps the source of a quote without a source name, and adds the name if there are several sources", async () => {
  const moved = map`
    import t: t.argmap
    source here: H
    claim x¦: X.
      quote: Words
    === t.argmap
    source there: T
  `;
  // Here the quote has two possible sources and so refers to neither, but in the other file there is only one.
  expect(await refactoringTitles(moved)).not.toContain("Move to “t.argmap”");
  const source = "source on¦ly: O\nclaim x: X.\n  quote: Words\n=== user.argmap\nimport: main.argmap\n";
  expect(await refactoredFiles(source, "Move to a new file “only.argmap”")).toEqual({
    "main.argmap": "import: only.argmap\n\nclaim x: X.\n  quote only: Words\n",
    "only.argmap": "source only: O\n",
  });
  const away = "source only: O\nclaim x¦: X.\n  quote: Words\n";
  expect(
    (await refactoredFiles(away, "Move to a new file “x.argmap” (not shown in this map’s preview)"))["x.argmap"],
  ).toBe("import: main.argmap\n\nclaim x: X.\n  quote only: Words\n");
});

test("moves the descendants, and names in both files still resolve", async () => {
  expect(
    await refactoredFiles(
      map`
        import people: people.argmap

        claim keep: It stays.
          reason: R.
            premise fell

        // measured
        claim fe¦ll by people.lind: It fell.
          reason: M.
        === people.argmap
        speaker lind: Maja Lind
      `,
      "Move to “people.argmap”",
    ),
  ).toEqual({
    "main.argmap": "import people: people.argmap\n\nclaim keep: It stays.\n  reason: R.\n    premise people.fell\n\n",
    "people.argmap": "speaker lind: Maja Lind\n\n// measured\nclaim fell by lind: It fell.\n  reason: M.\n",
  });
});

test("creates a new file, and imports it if necessary", async () => {
  expect(
    await refactoredFiles(
      "claim keep: It stays.\n  reason: R.\n    premise fell\nclaim fe¦ll: It fell.\n",
      "Move to a new file “fell.argmap”",
    ),
  ).toEqual({
    "main.argmap": "import: fell.argmap\n\nclaim keep: It stays.\n  reason: R.\n    premise fell\n",
    "fell.argmap": "claim fell: It fell.\n",
  });
});

test("uses the line endings of the original map in a new file", async () => {
  const crlf = "claim keep: It stays.\r\n  reason: R.\r\n    premise fell\r\nclaim fe¦ll: It\r\n  fell.\r\n";
  expect(await refactoredFiles(crlf, "Move to a new file “fell.argmap”")).toEqual({
    "main.argmap": "import: fell.argmap\r\n\r\nclaim keep: It stays.\r\n  reason: R.\r\n    premise fell\r\n",
    "fell.argmap": "claim fell: It\r\n  fell.\r\n",
  });
});

test("is not offered if the files would import each other, or if the name is taken", async () => {
  const both = "claim keep: It stays.\n  reason: R.\n    premise fell\nclaim fe¦ll contradicts keep: It fell.\n";
  expect((await refactoringTitles(both)).filter((title) => title.startsWith("Move to a"))).toEqual([]);
  const taken = "import p: x.argmap\nclaim a¦: A.\n=== x.argmap\nclaim a: B.\n";
  expect(await refactoringTitles(taken)).not.toContain("Move to “x.argmap”");
});
