import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { targetOf } from "../../../server/core/language/graph.ts";
import { referencesOf } from "../../../server/core/language/map.ts";
import { prepareRename, rename } from "../../../server/features/requests/rename.ts";
import { applyWorkspaceEdit } from "../../support/applyEdit.ts";
import { map, mark } from "../../support/markedMap.ts";
import { type OpenWorkspace, openWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";

/** All files after what stands at ¦ was renamed, the changed ones by what they became; as one map with its `===` lines. */
async function renamed(source: string, newName: string): Promise<string> {
  return result(await openWorkspace(source), newName);
}

function result(at: OpenWorkspace, newName: string): string {
  const texts = applyWorkspaceEdit(at.workspace, rename(at.workspace, at.uri, at.cursor, newName));
  const now = { ...at, files: { ...at.files, ...texts } };
  return mark(now, { cursor: false });
}

test("renames a claim where it is defined and wherever it is used", async () => {
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

test("refuses a name by which the entry would hide one that comes in by a plain import and is mentioned at home", async () => {
  const source = map`
    import: t.argmap
    claim o¦wn: A.
    reason for x: R.
    === t.argmap
    claim x: X.
  `;
  await expect(renamed(source, "x")).rejects.toThrow("would no longer mean what it does");
});

test("renames speakers and sources over files that are not open, from a use, and keeps prefixes", async () => {
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

test("renames a prefix in its own file only, from the import or from a use", async () => {
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

test("leaves alone the uses of a prefix that another import has too and that counts", async () => {
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

test("renames Chinese names, and tells one name from another by NFC", async () => {
  expect(await renamed("claim 保留¦: 应当保留。\nreason for 保留: 空气。\n", "留下")).toBe(
    "claim 留下: 应当保留。\nreason for 留下: 空气。\n",
  );
  expect(await renamed("claim caf\u00e9¦: A.\nreason for cafe\u0301: R.\n", "tea")).toBe(
    "claim tea: A.\nreason for tea: R.\n",
  );
});

test("renames in a broken file, also in heads that cannot be read, which the user is asked about", async () => {
  const source = "claim ke¦ep: It stays.\nreason x y for keep: R.\n  stray\nreason for keep\n";
  const at = await openWorkspace(source);
  const edit = rename(at.workspace, at.uri, at.cursor, "stay");
  expect(result(at, "stay")).toContain("reason x y for stay: R.");
  expect(edit.changeAnnotations?.["unfinished"]?.needsConfirmation).toBe(true);
});

test("renames in the text as it is during an edit", async () => {
  const at = await openWorkspace("claim keep: It stays.\nreason for k¦eep: R.\n");
  typeAtCursor(at, "");
  at.workspace.update(
    at.uri,
    [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "// new\n" }],
    9,
  );
  const moved = { ...at, cursor: { line: 2, character: at.cursor.character } };
  const texts = applyWorkspaceEdit(at.workspace, rename(at.workspace, at.uri, moved.cursor, "stay"));
  expect(texts[at.uri]).toBe("// new\nclaim stay: It stays.\nreason for stay: R.\n");
});

describe("asks first where a mention that leads nowhere would come to mean what is renamed", () => {
  const labelOf = async (source: string, newName: string): Promise<string | undefined> => {
    const at = await openWorkspace(source);
    const { changeAnnotations, documentChanges } = rename(at.workspace, at.uri, at.cursor, newName);
    const taken = changeAnnotations?.["takenUp"];
    // All edits are made, or none is.
    const edits = (documentChanges ?? []).flatMap((change) => ("edits" in change ? change.edits : []));
    const asked = edits.filter((edit) => "annotationId" in edit && edit.annotationId === "takenUp");
    expect(asked).toHaveLength(taken === undefined ? 0 : edits.length);
    if (taken !== undefined) expect(taken.needsConfirmation).toBe(true);
    return taken?.label;
  };

  test("in its own file, in one that imports it, with a prefix and without", async () => {
    const own = "claim mi¦ce: M.\nreason for mice: R.\nreason for rats: R.\n";
    expect(await labelOf(own, "rats")).toBe("Also for “rats” in line 3 of main.argmap");
    expect(await labelOf("claim 鼠¦: M.\nreason for 猫: R.\n", "猫")).toBe("Also for “猫” in line 2 of main.argmap");
    for (const [prefix, mention] of [
      ["", "rats"],
      [" p", "p.rats"],
    ]) {
      const source = `claim mi¦ce: M.\n=== other.argmap\nimport${prefix}: main.argmap\nreason for ${mention}: R.\n`;
      expect(await labelOf(source, "rats")).toBe("Also for “rats” in line 2 of other.argmap");
    }
  });

  test("not where the mention would lead nowhere still, or leads somewhere", async () => {
    expect(await labelOf("claim mi¦ce: M.\nreason for mice: R.\n", "rats")).toBeUndefined();
    expect(await labelOf("claim mi¦ce: M.\nreason for p.rats: R.\n", "rats")).toBeUndefined();
    expect(await labelOf("claim mi¦ce: M.\n=== other.argmap\nreason for rats: R.\n", "rats")).toBeUndefined();
    const prefixed = "claim mi¦ce: M.\n=== other.argmap\nimport p: main.argmap\nclaim rats: A.\nreason for rats: R.\n";
    expect(await labelOf(prefixed, "rats")).toBeUndefined();
    expect(await labelOf("claim mi¦ce: M.\nreason x y for rats: R.\n", "rats")).toBeUndefined();
    expect(await labelOf("claim mi¦ce: M.\nreason for rats: R.\n", "mice")).toBeUndefined();
    expect(await labelOf("claim mice: M.\nreason for ra¦ts: R.\nreason for mic: R.\n", "mic")).toBeUndefined();
  });

  test("for a prefix that no import has yet", async () => {
    const source = "import ¦p: air.argmap\nreason for q.fell: R.\n=== air.argmap\nclaim fell: F.\n";
    expect(await labelOf(source, "q")).toBe("Also for “q.” in line 2 of main.argmap");
  });
});

test("names what is to be renamed, without its prefix", async () => {
  const at = await openWorkspace("import p: x.argmap\nreason for p.fe¦ll: R.\n=== x.argmap\nclaim fell: F.\n");
  expect(prepareRename(at.workspace, at.uri, at.cursor)).toEqual({
    range: { start: { line: 1, character: 13 }, end: { line: 1, character: 17 } },
    placeholder: "fell",
  });
});

describe("refuses", () => {
  const refusal = async (source: string, newName: string): Promise<string> => {
    const at = await openWorkspace(source);
    try {
      rename(at.workspace, at.uri, at.cursor, newName);
    } catch (error) {
      return error instanceof Error && error.name === "UserError" ? error.message : String(error);
    }
    return "";
  };

  test("where there is no name", async () => {
    const sentence =
      "There is no name here. Put the cursor on the name of a claim, reason, speaker, source or question.";
    for (const source of ["claim keep: It st¦ays.\n", "# He¦ad\n", "¦\n", "cla¦im: x\n"]) {
      const at = await openWorkspace(source);
      expect(() => prepareRename(at.workspace, at.uri, at.cursor)).toThrow(sentence);
    }
  });

  test.each([
    ["", "A name needs at least one letter."],
    [
      "by",
      "“by” cannot be a name: the words by, for, against, answers, contradicts, accepted-by, rejected-by have a meaning of their own.",
    ],
    ["two words", "A name is one word. Join the words: “two-words”."],
    ["1st", "A name begins with a letter, not with “1”."],
    ["a.b", "A name has letters, digits, “-” and “_” only, not “.”."],
  ])("“%s” as a name", async (name, sentence) => {
    expect(await refusal("claim ke¦ep: It stays.\n", name)).toBe(sentence);
  });

  test("a name that is taken, and says where", async () => {
    expect(await refusal("claim ke¦ep: A.\n\nreason drop for keep: B.\n", "drop")).toBe(
      "“drop” is taken already: a reason in line 3 of main.argmap.",
    );
  });

  test("a name that would mean something else in another file, on either side", async () => {
    const captured = "claim ke¦ep: A.\n=== other.argmap\nimport: main.argmap\nclaim drop: B.\nreason for keep: R.\n";
    expect(await refusal(captured, "drop")).toBe(
      "“drop” means something else in other.argmap: a claim in line 2 of other.argmap.",
    );
    const hides = "import: other.argmap\nclaim ke¦ep: A.\nreason for drop: R.\n=== other.argmap\nclaim drop: B.\n";
    expect(await refusal(hides, "drop")).toBe(
      "“drop” in main.argmap would no longer mean what it does: a claim in line 1 of other.argmap.",
    );
  });
});

/** Maps of two files that share a few names, so that renaming meets what it could break. */
const name = fc.constantFrom("a", "b", "c", "d", "e");
const line = fc.oneof(
  name.map((one) => `claim ${one}: T.`),
  name.map((one) => `speaker ${one}: S.`),
  fc.tuple(name, name).map(([one, other]) => `reason ${one} for ${other}: R.`),
  fc.tuple(name, fc.constantFrom("", "p.")).map(([one, prefix]) => `reason for ${prefix}${one}: R.\n  premise ${one}`),
);
const file = fc.array(line, { minLength: 1, maxLength: 6 });

test("what it neither refuses nor asks about leaves every name leading to what it led to", async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(file, file, fc.boolean(), name, fc.nat(5), async (main, other, prefixed, newName, pick) => {
      const source = `import${prefixed ? " p" : ""}: other.argmap\n${main.join("\n")}\n=== other.argmap\n${other.join("\n")}\n`;
      const at = await openWorkspace(source);
      const defined = [...(at.workspace.get(at.uri)?.file.syntax.entries.values() ?? [])].filter(
        ({ head }) => head.name !== undefined && head.form === "full",
      );
      const entry = defined[pick % Math.max(1, defined.length)];
      const start = entry?.head.name?.start;
      if (entry === undefined || start === undefined) return;
      const number = entry.document.lines.numberOf(entry.line);
      let texts: Readonly<Record<string, string>>;
      let asked: boolean;
      try {
        const edit = rename(at.workspace, at.uri, { line: number, character: start }, newName);
        texts = applyWorkspaceEdit(at.workspace, edit);
        asked = edit.changeAnnotations?.["takenUp"] !== undefined;
      } catch (error) {
        if (error instanceof Error && error.name === "UserError") return;
        throw error;
      }
      done++;
      const before = leadingOf(at);
      const files = { ...at.files, ...texts };
      const after = await openWorkspace(
        Object.entries(files)
          .map(([uri, text]) => `=== ${uri.slice(at.folder.length)}\n${text}`)
          .join(""),
      );
      const now = leadingOf(after);
      // What led nowhere leads to what has that name now only where the user was asked.
      for (const [place, target] of before) if (target !== "nowhere" || !asked) expect(now.get(place)).toBe(target);
    }),
    { numRuns: 500 },
  );
  expect(done).toBeGreaterThan(100);
});

/** Where each reference leads, both by line and order, as names change. */
function leadingOf({ workspace }: OpenWorkspace): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const { uri, syntax } of workspace.files()) {
    for (const entry of syntax.entries.values()) {
      for (const [index, reference] of referencesOf(entry).entries()) {
        const target = targetOf(reference);
        const to =
          target &&
          `${workspace.files().findIndex((one) => one.syntax === target.document)} ${target.document.lines.numberOf(target.line)}`;
        places.set(`${uri} ${syntax.lines.numberOf(entry.line)} ${index}`, to ?? "nowhere");
      }
    }
  }
  return places;
}
