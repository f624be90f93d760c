import { describe, expect, test } from "vitest";
import type { CodeAction } from "vscode-languageserver";
import { codeActions, fileActions, resolveCodeAction } from "../../../server/features/requests/codeActions.ts";
import type { Workspace } from "../../../server/workspace/workspace.ts";
import { applyWorkspaceEdit } from "../../support/applyEdit.ts";
import { map } from "../../support/markedMap.ts";
import { memoryFileSystem, workspaceOn } from "../../support/memoryFileSystem.ts";
import { type OpenWorkspace, openWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";
import { examples } from "../../support/referenceExamples.ts";

const options = {
  canResolveEdits: false,
  canRename: true,
  canCreateFiles: true,
  diagnostics: { severities: {}, referenceUri: undefined, supportsRelatedInformation: false },
};

/** The mends at the cursor. */
const mendsAt = ({ workspace, uri, cursor }: OpenWorkspace): CodeAction[] =>
  codeActions(workspace, uri, { start: cursor, end: cursor }, { ...options, only: ["quickfix"] });

/** What the cursor's file becomes by the mend of this title; the others that it changes after it. */
async function mended(source: string, title: string): Promise<string> {
  const at = await openWorkspace(source);
  return result(at, title);
}

function result(at: OpenWorkspace, title: string): string {
  const actions = mendsAt(at);
  const action = actions.find((one) => one.title === title);
  if (action?.edit === undefined) throw new Error(`There is only: ${actions.map((one) => one.title).join(" | ")}`);
  return Object.values(applyWorkspaceEdit(at.workspace, action.edit)).join("=== \n");
}

const errorsOf = (workspace: Workspace, uri: string): readonly string[] =>
  workspace.problemsOf(uri).flatMap(({ severity, code }) => (severity === "error" ? [code] : []));

describe("each mend of each wrong example of the reference", () => {
  test.each(examples.filter(({ isWrong }) => isWrong))("of $section in line $line makes it sound", async (example) => {
    const folder = "file:///maps/";
    const uri = folder + example.name;
    const beside = Object.entries(example.otherFiles).map(([name, text]) => [folder + name, text]);
    const open = async (text: string): Promise<Workspace> => {
      const workspace = workspaceOn(memoryFileSystem(Object.fromEntries(beside)));
      workspace.open(uri, text, 1);
      await workspace.addFolder(folder);
      await workspace.whenAllLoaded();
      return workspace;
    };
    const workspace = await open(example.text);
    const before = errorsOf(workspace, uri);
    const count = (problems: readonly { readonly code: string }[]): number =>
      problems.filter(({ code }) => code === example.section).length;
    const file = workspace.get(uri)?.file;
    for (const problem of workspace.problemsOf(uri).filter(({ code }) => code === example.section)) {
      const range = file?.syntax.rangeOf(problem.at);
      if (range === undefined) continue;
      for (const action of codeActions(workspace, uri, range, { ...options, only: ["quickfix"] })) {
        const text = applyWorkspaceEdit(workspace, action.edit ?? {})[uri] ?? "";
        const after = await open(text);
        expect(count(after.problemsOf(uri)), `${action.title}\n${text}`).toBeLessThan(count(workspace.problemsOf(uri)));
        const more = errorsOf(after, uri).filter((code) => !before.includes(code));
        expect(more, `${action.title}\n${text}`).toEqual([]);
        // Nothing that was a comment is lost.
        for (const comment of example.text.match(/^\s*\/\/.*$/gm) ?? []) expect(text).toContain(comment.trim());
      }
    }
  });
});

test("writes the name that was meant, the likeliest first, and says which problem that mends", async () => {
  const at = await openWorkspace("claim keep: It stays.\nreason for ke¦pe: So.\n");
  const [first] = mendsAt(at);
  expect(first).toMatchObject({ title: "Change to “keep”", isPreferred: true, kind: "quickfix" });
  expect(first?.diagnostics?.map(({ code }) => code)).toEqual(["unknown-name"]);
  expect(result(at, "Change to “keep”")).toBe("claim keep: It stays.\nreason for keep: So.\n");
});

describe("a head that cannot be read, of an entry with a name,", () => {
  test("gets the keyword that was meant, mentioned or not", async () => {
    for (const [head, written] of [
      ["Cla¦im keep: K", "claim keep: K"],
      ["cla¦ims keep: K", "claim keep: K"],
      ["CLA¦IM keep: K", "claim keep: K"],
      ["Speak¦er lind: L", "speaker lind: L"],
    ]) {
      const keyword = written?.split(" ")[0];
      expect(await mended(`${head}\n`, `Change to “${keyword}”`)).toBe(`${written}\n`);
    }
    const used = "reason for keep: R.\nreason Keep agianst keep: S.\nCla¦im keep: K.\n";
    expect(await mended(used, "Change to “claim”")).toContain("claim keep: K.\n");
    // A speaker cannot be what a reason is for.
    expect(mendsAt(await openWorkspace("reason for keep: R.\nSpeak¦er keep: K.\n"))).toEqual([]);
  });

  test("gets its words as one name, and a backslash where it may be text", async () => {
    const two = "claim a: A\n  reason cl¦ean air: x\n";
    expect(await mended(two, "Change to “clean-air”")).toBe("claim a: A\n  reason clean-air: x\n");
    expect(await mended(two, "Treat as text by adding a backslash")).toBe("claim a: A\n  \\reason clean air: x\n");
    const named = "claim a: A\nreason cl¦ean air for a: x\n";
    expect(await mended(named, "Change to “clean-air”")).toBe("claim a: A\nreason clean-air for a: x\n");
    expect(mendsAt(await openWorkspace("claim the a¦ir is better: x\n"))).toEqual([]);
  });
});

test("puts the colon that a head lacks, after a name or before a sentence", async () => {
  const titles = async (source: string) => mendsAt(await openWorkspace(source)).map(({ title }) => title);
  expect(await titles("claim ke¦ep K\n")).toEqual(["Add a colon: “claim keep: K”", "Add a colon: “claim: keep K”"]);
  expect(await mended("claim ke¦ep K\n", "Add a colon: “claim keep: K”")).toBe("claim keep: K\n");
  expect(await titles("claim It st¦ays\n")).toEqual([
    "Add a colon: “claim: It stays”",
    "Add a colon: “claim It: stays”",
  ]);
  expect((await titles("claim keep by lind It st¦ays\nspeaker lind: L\n"))[0]).toBe(
    "Add a colon: “claim keep by lind: It stays”",
  );
  expect(await titles("claim 空气 空气更清¦洁。\n")).toContain("Add a colon: “claim 空气: 空气更清洁。”");
  expect(await titles("cla¦im\n")).toEqual([]);
  expect(await titles("claim keep by li¦nd\nspeaker lind: L\n")).toEqual([]);
});

test("writes the path of the map that an import nearly names, in another case or folder too, and of none that leads back", async () => {
  const beside =
    "\n=== people.argmap\nspeaker lind: L\n=== deep/air.argmap\nclaim a: A\n=== back.argmap\nimport: main.argmap\n";
  for (const [written, path] of [
    ["peple.argmap", "people.argmap"],
    ["People.argmap", "people.argmap"],
    ["people", "people.argmap"],
    ["air.argmap", "deep/air.argmap"],
  ]) {
    expect(await mended(`import: ¦${written}${beside}`, `Change to “${path}”`)).toBe(`import: ${path}\n`);
  }
  expect(mendsAt(await openWorkspace(`import: ¦bak.argmap${beside}`)).map(({ title }) => title)).toEqual([]);
});

test("writes the file beside a map that the path of a source nearly names", async () => {
  const titles = async (path: string): Promise<readonly string[]> => {
    const at = await openWorkspace(
      `source r: R\n  file: ¦${path}\n=== texts/report.txt\nIt fell.\n=== texts/report.md\nIt fell.\n`,
    );
    await at.workspace.whenIdle();
    const range = { start: at.cursor, end: at.cursor };
    const actions = await fileActions(at.workspace, at.uri, range, options);
    return actions.map(({ title, edit, isPreferred }) => {
      const [text] = Object.values(applyWorkspaceEdit(at.workspace, edit ?? {}));
      return `${title}${isPreferred ? "!" : ""} ${text?.split("file: ")[1]?.trim()}`;
    });
  };
  const both = ["Change to “texts/report.txt”! texts/report.txt", "Change to “texts/report.md” texts/report.md"];
  expect(await titles("texts/reports.txt")).toEqual(both);
  expect(await titles("texts/Report.TXT")).toEqual(both);
  expect(await titles("texts/report.pdf")).toHaveLength(2);
  expect(await titles("texts/unlike.txt")).toEqual([]);
  expect(await titles("texts/report.txt")).toEqual([]);
});

test("writes the passages that come near a quote, each with what differs, the nearest first", async () => {
  const at = await openWorkspace(map`
    source report: A report
      file: report.md
    claim keep: It should stay.
      quote: “traffic had f¦allen by a quarter in the old town”
    === report.md
    In spring *traffic* fell by a quarter in the old town. In autumn traffic rose by a quarter in
    the new town. In winter traffic had fallen by a third in the old harbour. Nothing else was counted.
  `);
  expect(mendsAt(at).map(({ title }) => title)).toEqual([
    "Change to “traffic fell by a quarter in the old town” (“fell” for “had fallen”)",
    "Change to “traffic had fallen by a third in the old harbour” (“third” for “quarter”, “harbour” for “town”)",
    "Change to “traffic rose by a quarter in the new town” (“rose” for “had fallen”, “new” for “old”)",
  ]);
  expect(result(at, mendsAt(at)[0]?.title ?? "")).toContain("quote: “traffic fell by a quarter in the old town”\n");
});

test("creates the claim, speaker, source or question that a name is to stand for, each in its place", async () => {
  expect(await mended("claim a by li¦nd: A.\n\nclaim b: B.\n", "Create speaker “lind”")).toBe(
    "speaker lind: Lind\n\nclaim a by lind: A.\n\nclaim b: B.\n",
  );
  expect(await mended("speaker roy: Roy\n\nclaim a by li¦nd: A.\n", "Create speaker “lind”")).toBe(
    "speaker roy: Roy\nspeaker lind: Lind\n\nclaim a by lind: A.\n",
  );
  expect(
    await mended("claim a: A.\n  reason: R.\n    premise cold-win¦ter\n\nclaim b: B.\n", "Create claim “cold-winter”"),
  ).toBe("claim a: A.\n  reason: R.\n    premise cold-winter\n\nclaim cold-winter: Cold winter\n\nclaim b: B.\n");
  expect(await mended("map: M\n\nclaim a answers 问¦题: A.\n", "Create question “问题”")).toBe(
    "map: M\n\nquestion 问题: 问题\n\nclaim a answers 问题: A.\n",
  );
});

test("parts a new claim by blank lines from a heading or claim close below, and needs no line end", async () => {
  const title = "Create claim “b”";
  for (const next of ["# On c", "// on c\nclaim c: C."]) {
    expect(await mended(`claim a contradicts b¦: A.\n${next}`, title)).toBe(
      `claim a contradicts b: A.\n\nclaim b: B\n\n${next}`,
    );
  }
  expect(await mended("# On a\r\nclaim a contradicts b¦: A.\r\n# On c\r\n", title)).toBe(
    "# On a\r\nclaim a contradicts b: A.\r\n\r\nclaim b: B\r\n\r\n# On c\r\n",
  );
  expect(await mended("claim a contradicts b¦: A.", title)).toBe("claim a contradicts b: A.\n\nclaim b: B");
});

test("takes out an attribute with all its paragraphs, and leaves the comments and blank lines around them", async () => {
  const source = (end: string): string =>
    [
      "claim a: A.",
      "  note: One.",
      "",
      "  no¦te: Two,",
      "    three.",
      "",
      "    // why",
      "",
      "    Four.",
      "",
      "  reason: R.",
    ].join(end);
  for (const end of ["\n", "\r\n"]) {
    expect(await mended(source(end), "Remove “note”")).toBe(
      ["claim a: A.", "  note: One.", "", "    // why", "", "  reason: R."].join(end),
    );
  }
});

test("adds the import that brings a name of another file", async () => {
  const at = await openWorkspace(map`
    map: M

    reason for fe¦ll: So.
    === deep/air.argmap
    claim fell: It fell.
  `);
  expect(result(at, "Import “fell” from air.argmap")).toBe(
    "map: M\n\nimport: deep/air.argmap\n\nreason for fell: So.\n",
  );
});

test("puts a backslash before what is meant as text, and a keyword right", async () => {
  const source = "claim a: A.\n  Rea¦son: It is so.\n";
  expect(await mended(source, "Change to “reason”")).toBe("claim a: A.\n  reason: It is so.\n");
  expect(await mended(source, "Treat as text by adding a backslash")).toBe("claim a: A.\n  \\Reason: It is so.\n");
});

test("removes what nothing uses, and keeps all comments", async () => {
  const source =
    "// first\nclaim a: A.\n\n// who\nspeaker li¦nd: Lind\n  // since May\n  role: Chair\n\n// last\nclaim b contradicts a: B.\n";
  expect(await mended(source, "Remove unused speaker “lind”")).toBe(
    "// first\nclaim a: A.\n\n// who\n  // since May\n\n// last\nclaim b contradicts a: B.\n",
  );
});

test("creates what is missing between no comment and its entry, and under nothing", async () => {
  expect(await mended("\uFEFF// licence\n\n// on a\nclaim a by li¦nd: A.", "Create speaker “lind”")).toBe(
    "\uFEFF// licence\n\nspeaker lind: Lind\n\n// on a\nclaim a by lind: A.",
  );
  expect(await mended("  claim a by li¦nd: A.\nclaim b: B.\n", "Create speaker “lind”")).toBe(
    "  claim a by lind: A.\n\nspeaker lind: Lind\n\nclaim b: B.\n",
  );
  expect(await mended("map: M\n  claim a by li¦nd: A.\nclaim b: B.\n", "Create speaker “lind”")).toBe(
    "map: M\n  claim a by lind: A.\nspeaker lind: Lind\nclaim b: B.\n",
  );
});

test("creates a second source without taking from a quote the only one that it could be from", async () => {
  expect(await mended("source a: A\nclaim x: X.\n  quote: W\n  quote repo¦rt: V\n", "Create source “report”")).toBe(
    "source a: A\nsource report: Report\nclaim x: X.\n  quote a: W\n  quote report: V\n",
  );
});

test("writes each name that is used again on a line of its own, and takes out what a claim says against itself", async () => {
  expect(
    await mended("claim a: A.\n  reason:\n    pre¦mise x, 保留\n    premise z", "Split into one premise per line"),
  ).toBe("claim a: A.\n  reason:\n    premise x\n    premise 保留\n    premise z");
  expect(await mended("claim a contradicts a¦, by b: A.\n", "Remove “contradicts a”")).toBe("claim a by b: A.\n");
});

test("says what a step bears on and whose a reason is, where there is somebody to choose", async () => {
  expect(await mended("claim 保留: A.\n\nobj¦ection: B.\n", "Add “against 保留”")).toBe(
    "claim 保留: A.\n\nobjection against 保留: B.\n",
  );
  const nobody = "speaker lind: L\nspeaker roy: R\nclaim a by lind: A.\nreason x¦ for a: B.\nclaim b by roy: B.\n";
  expect(await mended(nobody, "Add “by roy”")).toContain("reason x for a by roy: B.\n");
});

test("is offered from the text as it is during an edit, on a broken file", async () => {
  const at = await openWorkspace("claim keep: It stays.\nreason x y z\n  stray\nreason for ke¦: So.\n");
  typeAtCursor(at, "pe");
  expect(result(at, "Change to “keep”")).toContain("reason for keep: So.");
});

test("leaves its edit to be asked for by a client that can, and gives none when the text has changed since", async () => {
  const at = await openWorkspace("claim keep: It stays.\nreason for ke¦pe: So.\n");
  const range = { start: at.cursor, end: at.cursor };
  const lazily = { ...options, canResolveEdits: true };
  const [action] = codeActions(at.workspace, at.uri, range, { ...lazily, only: ["quickfix"] });
  if (action === undefined) throw new Error("There is none.");
  expect(action.edit).toBeUndefined();
  expect(resolveCodeAction(at.workspace, action, lazily).edit).toBeDefined();
  typeAtCursor(at, "x");
  expect(resolveCodeAction(at.workspace, action, lazily).edit).toBeUndefined();
});

describe("source actions", () => {
  const source = async (text: string, kind: string): Promise<string | undefined> => {
    const at = await openWorkspace(text);
    const [action] = codeActions(
      at.workspace,
      at.uri,
      { start: at.cursor, end: at.cursor },
      { ...options, only: [kind] },
    );
    return action?.edit === undefined ? undefined : applyWorkspaceEdit(at.workspace, action.edit)[at.uri];
  };

  test("mend all that is sure at once, and nothing else", async () => {
    const text = "¦claim a： A.\nclaim b for a: B.\n  pro: perhaps.\nclaim c： C.\n";
    expect(await source(text, "source.fixAll")).toBe("claim a: A.\nclaim b for a: B.\n  pro: perhaps.\nclaim c: C.\n");
    expect(await source("¦Claim keep: K.\nreason clean air for keep: R.\n", "source.fixAll")).toBe(
      "claim keep: K.\nreason clean air for keep: R.\n",
    );
    expect(await source("claim a: A.¦\n", "source.fixAll")).toBeUndefined();
  });

  test("mend slips of keywords, values and keys that can mean but one thing", async () => {
    expect(
      await source(
        map`
          ¦claim keep: It stays.
            likelihood: likly
            tags: town
            tags: town
            Reason: The air.
            reasn air: Cleaner air.
          claim drop: It goes.
            tags: town
            tags: air
            confidense: low
        `,
        "source.fixAll",
      ),
    ).toBe(map`
      claim keep: It stays.
        likelihood: likely
        tags: town
        reason: The air.
        reason air: Cleaner air.
      claim drop: It goes.
        tags: town
        tags: air
        confidence: low
    `);
  });

  test("leave alone what would change an argument, or may be text", async () => {
    for (const text of [
      // What follows would come to belong to the reason, or to nothing.
      "¦claim keep: It stays.\n  Reason: The air.\n  and this goes on.\n",
      "¦claim keep: It stays.\n  Reason: The air.\n  tags: town\n",
      // No premise stands under a claim.
      "¦claim keep: It stays.\n  Premise: The air.\n",
      // The name stands for something.
      "¦claim keep: It stays.\n  Reason keep: The air.\n",
      // Another word, not a slip.
      "¦claim keep: It stays.\n  pro: The air.\n",
      "¦claim keep: It stays.\n  likelihood: improbable\n",
      "¦claim keep: It stays.\n  notee: this one.\n",
    ]) {
      expect(await source(text, "source.fixAll"), text).toBeUndefined();
    }
  });

  test("take out imports that nothing uses, or that are there twice, and keep the order and all comments", async () => {
    expect(
      await source(
        map`
          import: b.argmap¦
          // not used
          import c: c.argmap
          import: a.argmap
          import: b.argmap

          reason for x, y: So.
          === a.argmap
          claim x: X.
          === b.argmap
          claim y: Y.
          === c.argmap
          claim z: Z.
        `,
        "source.organizeImports",
      ),
    ).toBe("import: b.argmap\n// not used\nimport: a.argmap\n\nreason for x, y: So.\n");
  });

  test("organise imports at the end of a file without a line end, and under a licence", async () => {
    expect(
      await source(
        "// licence\nimport: c.argmap¦\nimport: c.argmap\n=== c.argmap\nclaim z: Z.\n",
        "source.organizeImports",
      ),
    ).toBe("// licence\n");
    expect(
      await source("import: c.argmap¦\n// why\nimport: c.argmap\nimport: c.argmap", "source.organizeImports"),
    ).toBe("import: c.argmap\n// why");
  });

  test("organise imports knows a file by whatever path, and not one whose name differs in case or by an escape", async () => {
    const two = (a: string, b: string) =>
      source(
        `import: ${a}¦\nimport: ${b}\nreason for y: So.\n=== 空气.argmap\nclaim y: Y.\n`,
        "source.organizeImports",
      );
    expect(await two("空气.argmap", "./空气.argmap")).toBe("import: 空气.argmap\nreason for y: So.\n");
    // What leads nowhere may be a slip of the pen, and is for its writer to mend.
    expect(await two("空气.argmap", "%E7%A9%BA%E6%B0%94.argmap")).toBeUndefined();
    expect(await two("空气.argmap", "空气.ARGMAP")).toBeUndefined();
  });

  test("organise imports keeps one with and one without a prefix where both are used", async () => {
    const text =
      "import p: b.argmap¦\nimport: b.argmap\nimport p: ./b.argmap\nreason for p.y, y: So.\n=== b.argmap\nclaim y: Y.\n";
    expect(await source(text, "source.organizeImports")).toBe(
      "import p: b.argmap\nimport: b.argmap\nreason for p.y, y: So.\n",
    );
  });

  test("keep an import that brings the only source of a quote, for a file that imports this one too", async () => {
    const text =
      "import: s.argmap¦\n=== s.argmap\nsource s: S\n=== user.argmap\nimport: main.argmap\nclaim a: A.\n  quote: Q\n";
    expect(await source(text, "source.organizeImports")).toBeUndefined();
    expect(await source(text.replace("quote:", "reason:"), "source.organizeImports")).toBe("");
  });

  test("are not in the menu unless they are asked for", async () => {
    const at = await openWorkspace("import: b.argmap¦\n=== b.argmap\nclaim y: Y.\n");
    const kinds = codeActions(at.workspace, at.uri, { start: at.cursor, end: at.cursor }, options).map(
      ({ kind }) => kind,
    );
    expect(kinds.filter((kind) => kind?.startsWith("source"))).toEqual([]);
  });
});
