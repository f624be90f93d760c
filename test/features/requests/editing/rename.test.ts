import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { targetOf } from "../../../../server/core/language/graph.ts";
import { referencesOf } from "../../../../server/core/language/map.ts";
import { prepareRename, rename } from "../../../../server/features/requests/editing/rename.ts";
import { map, mark } from "../../../support/maps/markedMap.ts";
import { applyWorkspaceEdit } from "../../../support/workspaces/applyEdit.ts";
import { type OpenWorkspace, openWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

/** All files after a rename at ¦, as one marked map. */
async function renamed(source: string, newName: string): Promise<string> {
  return applyRename(await openWorkspace(source), newName);
}

function applyRename(opened: OpenWorkspace, newName: string): string {
  const texts = applyWorkspaceEdit(opened.workspace, rename(opened.workspace, opened.uri, opened.cursor, newName));
  const now = { ...opened, files: { ...opened.files, ...texts } };
  return mark(now, { cursor: false });
}

test("renames the definition and all uses of a claim", async () => {
  const source = map`
    claim ke¦ep: It stays. keep
    claim drop contradicts keep: It goes.
    reason for keep, drop: R.
      premise keep
  `;
  expect(await renamed(source, "stay")).toBe(map`
    claim stay: It stays. keep
    claim drop contradicts stay: It goes.
    reason for stay, drop: R.
      premise stay
  `);
});

test("refuses a name that would hide an imported name used in the same file", async () => {
  const source = map`
    import: t.argmap
    claim o¦wn: A.
    reason for x: R.
    === t.argmap
    claim x: X.
  `;
  await expect(renamed(source, "x")).rejects.toThrow("would no longer refer to");
});

test("renames from a use, in all files, and keeps prefixes", async () => {
  expect(
    await renamed(
      map`
        import p: people.argmap
        claim a by p.lin¦d: A.
        === other.argmap
        import: people.argmap
        claim b accepted-by lind: B.
        === people.argmap
        speaker lind: Maja Lind
      `,
      "maja",
    ),
  ).toBe(map`
    import p: people.argmap
    claim a by p.maja: A.
    === other.argmap
    import: people.argmap
    claim b accepted-by maja: B.
    === people.argmap
    speaker maja: Maja Lind
  `);
});

test("renames a prefix in its own file only", async () => {
  const source = (cursor: string) => map`
    import ${cursor}: air.argmap
    reason for air.fell: R.
    === air.argmap
    claim fell: It fell.
    === other.argmap
    import air: air.argmap
    reason for air.fell: R.
  `;
  expect(await renamed(source("a¦ir"), "luft")).toBe(
    source("luft").replace("reason for air.fell", "reason for luft.fell"),
  );
});

test("does not rename the uses of another import with the same prefix", async () => {
  const source = map`
    import p: a.argmap
    import ¦p: b.argmap
    reason for p.x: R.
    === a.argmap
    claim x: X.
    === b.argmap
    claim x: Y.
  `;
  expect(await renamed(source, "q")).toBe(source.replace("¦p", "q"));
});

test("renames Chinese names, and compares names by NFC", async () => {
  expect(await renamed("claim 保留¦: 应当保留。\nreason for 保留: 空气。\n", "留下")).toBe(
    "claim 留下: 应当保留。\nreason for 留下: 空气。\n",
  );
  expect(await renamed("claim caf\u00e9¦: A.\nreason for cafe\u0301: R.\n", "tea")).toBe(
    "claim tea: A.\nreason for tea: R.\n",
  );
});

test("renames in heads with syntax errors, and asks for confirmation there", async () => {
  const source = "claim ke¦ep: It stays.\nreason x y for keep: R.\n  stray\nreason for keep\n";
  const opened = await openWorkspace(source);
  const edit = rename(opened.workspace, opened.uri, opened.cursor, "stay");
  expect(applyRename(opened, "stay")).toContain("reason x y for stay: R.");
  expect(edit.changeAnnotations?.["unfinished"]?.needsConfirmation).toBe(true);
});

test("reflects edits", async () => {
  const opened = await openWorkspace("claim keep: It stays.\nreason for k¦eep: R.\n");
  typeAtCursor(opened, "");
  opened.workspace.update(
    opened.uri,
    [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "// new\n" }],
    9,
  );
  const moved = { ...opened, cursor: { line: 2, character: opened.cursor.character } };
  const texts = applyWorkspaceEdit(opened.workspace, rename(opened.workspace, opened.uri, moved.cursor, "stay"));
  expect(texts[opened.uri]).toBe("// new\nclaim stay: It stays.\nreason for stay: R.\n");
});

describe("asks for confirmation if an undefined name would refer to the renamed entry", () => {
  const labelOf = async (source: string, newName: string): Promise<string | undefined> => {
    const opened = await openWorkspace(source);
    const { changeAnnotations, documentChanges } = rename(opened.workspace, opened.uri, opened.cursor, newName);
    const captured = changeAnnotations?.["captured"];
    // The user confirms all edits or none.
    const edits = (documentChanges ?? []).flatMap((change) => ("edits" in change ? change.edits : []));
    const capturing = edits.filter((edit) => "annotationId" in edit && edit.annotationId === "captured");
    expect(capturing).toHaveLength(captured === undefined ? 0 : edits.length);
    if (captured !== undefined) expect(captured.needsConfirmation).toBe(true);
    return captured?.label;
  };

  test("in the same file and in importing files, with and without a prefix", async () => {
    const own = "claim mi¦ce: M.\nreason for mice: R.\nreason for rats: R.\n";
    expect(await labelOf(own, "rats")).toBe("“rats” on line 3 of main.argmap would refer to this");
    expect(await labelOf("claim 鼠¦: M.\nreason for 猫: R.\n", "猫")).toBe(
      "“猫” on line 2 of main.argmap would refer to this",
    );
    for (const [prefix, mention] of [
      ["", "rats"],
      [" p", "p.rats"],
    ]) {
      const source = `claim mi¦ce: M.\n=== other.argmap\nimport${prefix}: main.argmap\nreason for ${mention}: R.\n`;
      expect(await labelOf(source, "rats")).toBe("“rats” on line 2 of other.argmap would refer to this");
    }
  });

  test("not if the name stays undefined, or is defined already", async () => {
    expect(await labelOf("claim mi¦ce: M.\nreason for mice: R.\n", "rats")).toBeUndefined();
    expect(await labelOf("claim mi¦ce: M.\nreason for p.rats: R.\n", "rats")).toBeUndefined();
    expect(await labelOf("claim mi¦ce: M.\n=== other.argmap\nreason for rats: R.\n", "rats")).toBeUndefined();
    const prefixed = "claim mi¦ce: M.\n=== other.argmap\nimport p: main.argmap\nclaim rats: A.\nreason for rats: R.\n";
    expect(await labelOf(prefixed, "rats")).toBeUndefined();
    expect(await labelOf("claim mi¦ce: M.\nreason x y for rats: R.\n", "rats")).toBeUndefined();
    expect(await labelOf("claim mi¦ce: M.\nreason for rats: R.\n", "mice")).toBeUndefined();
    expect(await labelOf("claim mice: M.\nreason for ra¦ts: R.\nreason for mic: R.\n", "mic")).toBeUndefined();
  });

  test("for an undefined prefix", async () => {
    const source = "import ¦p: air.argmap\nreason for q.fell: R.\n=== air.argmap\nclaim fell: F.\n";
    expect(await labelOf(source, "q")).toBe("“q.” on line 2 of main.argmap would refer to this");
  });
});

test("prepareRename returns the name without its prefix", async () => {
  const opened = await openWorkspace("import p: x.argmap\nreason for p.fe¦ll: R.\n=== x.argmap\nclaim fell: F.\n");
  expect(prepareRename(opened.workspace, opened.uri, opened.cursor)).toEqual({
    range: { start: { line: 1, character: 13 }, end: { line: 1, character: 17 } },
    placeholder: "fell",
  });
});

describe("refuses", () => {
  const refusal = async (source: string, newName: string): Promise<string> => {
    const opened = await openWorkspace(source);
    try {
      rename(opened.workspace, opened.uri, opened.cursor, newName);
    } catch (error) {
      return error instanceof Error && error.name === "UserError" ? error.message : String(error);
    }
    return "";
  };

  test("a position without a name", async () => {
    const message = "There is no name to rename here. Place the cursor on the name of an entry or on an import prefix.";
    for (const source of ["claim keep: It st¦ays.\n", "# He¦ad\n", "¦\n", "cla¦im: x\n"]) {
      const opened = await openWorkspace(source);
      expect(() => prepareRename(opened.workspace, opened.uri, opened.cursor)).toThrow(message);
    }
  });

  test.each([
    ["", "The name is empty. Enter a name that begins with a letter."],
    ["by", "“by” is a reserved word. Choose another name."],
    ["two words", "A name cannot contain spaces. Try “two-words”."],
    ["1st", "A name cannot begin with “1”. Begin it with a letter."],
    ["a.b", "A name cannot contain “.”. Use only letters, digits, “-” and “_”."],
  ])("the invalid name “%s”", async (name, message) => {
    expect(await refusal("claim ke¦ep: It stays.\n", name)).toBe(message);
  });

  test("a name that is taken", async () => {
    expect(await refusal("claim ke¦ep: A.\n\nreason drop for keep: B.\n", "drop")).toBe(
      "“drop” is already the name of a reason on line 3 of main.argmap. Choose another name.",
    );
  });

  test("a name that would conflict with a name in another file", async () => {
    const captured = "claim ke¦ep: A.\n=== other.argmap\nimport: main.argmap\nclaim drop: B.\nreason for keep: R.\n";
    expect(await refusal(captured, "drop")).toBe(
      "In other.argmap, “drop” already refers to the claim on line 2 of other.argmap. Choose another name.",
    );
    const hides = "import: other.argmap\nclaim ke¦ep: A.\nreason for drop: R.\n=== other.argmap\nclaim drop: B.\n";
    expect(await refusal(hides, "drop")).toBe(
      "In main.argmap, “drop” would no longer refer to the claim on line 1 of other.argmap. Choose another name.",
    );
  });
});

// Maps of two files that share a few names, so that renames meet conflicts.
const name = fc.constantFrom("a", "b", "c", "d", "e");
const line = fc.oneof(
  name.map((claim) => `claim ${claim}: T.`),
  name.map((speaker) => `speaker ${speaker}: S.`),
  fc.tuple(name, name).map(([reason, target]) => `reason ${reason} for ${target}: R.`),
  fc
    .tuple(name, fc.constantFrom("", "p."))
    .map(([claim, prefix]) => `reason for ${prefix}${claim}: R.\n  premise ${claim}`),
);
const file = fc.array(line, { minLength: 1, maxLength: 6 });

test("never changes what a name refers to without asking", async () => {
  let renameCount = 0;
  await fc.assert(
    fc.asyncProperty(file, file, fc.boolean(), name, fc.nat(5), async (main, other, prefixed, newName, pick) => {
      const source = `import${prefixed ? " p" : ""}: other.argmap\n${main.join("\n")}\n=== other.argmap\n${other.join("\n")}\n`;
      const opened = await openWorkspace(source);
      const defined = [...(opened.workspace.get(opened.uri)?.file.syntax.entries.values() ?? [])].filter(
        ({ head }) => head.name !== undefined && head.form === "full",
      );
      const entry = defined[pick % Math.max(1, defined.length)];
      const start = entry?.head.name?.start;
      if (entry === undefined || start === undefined) return;
      const number = entry.document.lines.numberOf(entry.line);
      let texts: Readonly<Record<string, string>>;
      let asksForConfirmation: boolean;
      try {
        const edit = rename(opened.workspace, opened.uri, { line: number, character: start }, newName);
        texts = applyWorkspaceEdit(opened.workspace, edit);
        asksForConfirmation = edit.changeAnnotations?.["captured"] !== undefined;
      } catch (error) {
        if (error instanceof Error && error.name === "UserError") return;
        throw error;
      }
      renameCount++;
      const before = resolutionsOf(opened);
      const files = { ...opened.files, ...texts };
      const after = await openWorkspace(
        Object.entries(files)
          .map(([uri, text]) => `=== ${uri.slice(opened.folder.length)}\n${text}`)
          .join(""),
      );
      const now = resolutionsOf(after);
      // An undefined name may become defined only if the user was asked.
      for (const [reference, target] of before)
        if (target !== "undefined" || !asksForConfirmation) expect(now.get(reference)).toBe(target);
    }),
    { numRuns: 500 },
  );
  expect(renameCount).toBeGreaterThan(100);
});

/** The target of each reference. Both are identified by file and line, because names change. */
function resolutionsOf({ workspace }: OpenWorkspace): ReadonlyMap<string, string> {
  const resolutions = new Map<string, string>();
  for (const { uri, syntax } of workspace.files()) {
    for (const entry of syntax.entries.values()) {
      for (const [index, reference] of referencesOf(entry).entries()) {
        const target = targetOf(reference);
        const targetLocation =
          target &&
          `${workspace.files().findIndex((file) => file.syntax === target.document)} ${target.document.lines.numberOf(target.line)}`;
        resolutions.set(`${uri} ${syntax.lines.numberOf(entry.line)} ${index}`, targetLocation ?? "undefined");
      }
    }
  }
  return resolutions;
}
