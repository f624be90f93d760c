import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { CodeAction } from "vscode-languageserver";
import { codeActions } from "../../../server/features/requests/codeActions.ts";
import { applyWorkspaceEdit } from "../../support/applyEdit.ts";
import { argumentOf, preservesArgument } from "../../support/argumentOf.ts";
import { map } from "../../support/markedMap.ts";
import { workspaceWith } from "../../support/memoryFileSystem.ts";
import { type OpenWorkspace, openWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";
import { root } from "../../support/root.ts";

const options = {
  canResolveEdits: false,
  canRename: true,
  canCreateFiles: true,
  diagnostics: { severities: {}, referenceUri: undefined, supportsRelatedInformation: false },
};

const refactoringsAt = ({ workspace, uri, cursor }: OpenWorkspace): CodeAction[] =>
  codeActions(workspace, uri, { start: cursor, end: cursor }, { ...options, only: ["refactor"] });

const titlesAt = async (source: string): Promise<readonly string[]> =>
  refactoringsAt(await openWorkspace(source)).map(({ title }) => title);

/** The texts of all files that a refactoring changes, by their names. */
async function refactored(source: string, title: string): Promise<Readonly<Record<string, string>>> {
  return results(await openWorkspace(source), title);
}

function results(at: OpenWorkspace, title: string): Readonly<Record<string, string>> {
  const actions = refactoringsAt(at);
  const action = actions.find((one) => one.title === title);
  if (action?.edit === undefined) throw new Error(`There is only: ${actions.map((one) => one.title).join(" | ")}`);
  const texts = Object.entries(applyWorkspaceEdit(at.workspace, action.edit));
  return Object.fromEntries(texts.map(([uri, text]) => [decodeURIComponent(uri.slice(at.folder.length)), text]));
}

/** What a file becomes. */
const one = async (source: string, title: string): Promise<string | undefined> =>
  (await refactored(source, title))["main.argmap"];

describe("extract", () => {
  test("a premise becomes a claim with all that is under it, and the step refers to it", async () => {
    expect(
      await one(
        map`
          // a
          claim keep: It stays.
            reason air by roy: Cleaner air.
              // why
              premise: Nitrogen dioxide¦ fell by a fifth.
                likelihood: likely
                quote report: it fell

              premise other: Other.
          claim next: Next.
        `,
        "Extract into a claim",
      ),
    ).toBe(map`
      // a
      claim keep: It stays.
        reason air by roy: Cleaner air.
          // why
          premise nitrogen-dioxide-fell

          premise other: Other.

      claim nitrogen-dioxide-fell: Nitrogen dioxide fell by a fifth.
        likelihood: likely
        quote report: it fell

      claim next: Next.
    `);
  });

  test("keeps the name that it has, and lets the user choose one where it had none", async () => {
    const named = "claim keep: It stays.\n  reason: R.\n    premise fe¦ll: It fell.\n";
    expect(await one(named, "Extract into a claim")).toBe(
      "claim keep: It stays.\n  reason: R.\n    premise fell\n\nclaim fell: It fell.\n",
    );
    const at = await openWorkspace("claim keep: It stays.\n  reason: R.\n    premise: 空气¦更清洁。\n");
    const action = refactoringsAt(at).find(({ title }) => title === "Extract into a claim");
    const [place] = action?.command?.arguments ?? [];
    const text = applyWorkspaceEdit(at.workspace, action?.edit ?? {})[at.uri] ?? "";
    const { line, character } = place.position;
    expect(text.split("\n")[line]?.slice(character)).toBe("空气-更-清洁");
  });

  test("whose it is stays, also where the speaker is of another file", async () => {
    const source =
      "import p: p.argmap\nclaim: It stays.\n  reason by p.lind: R.\n    premise f¦ell: It fell.\n=== p.argmap\nspeaker lind: L\n";
    expect(await one(source, "Extract into a claim")).toBe(
      "import p: p.argmap\nclaim: It stays.\n  reason by p.lind: R.\n    premise fell\n\nclaim fell by p.lind: It fell.\n",
    );
  });

  test("a new claim goes where nothing comes to stand under it, and parts no comment from its entry", async () => {
    const source =
      "# A\n  claim a: A.\n    reason: R.\n      premise f¦: F.\n // on b\n claim b: B.\n// on c\nclaim c: C.\n";
    expect(await one(source, "Extract into a claim")).toBe(
      "# A\n  claim a: A.\n    reason: R.\n      premise f\n // on b\n claim b: B.\n\nclaim f: F.\n\n// on c\nclaim c: C.\n",
    );
  });

  test("the text of a step without premises becomes its premise", async () => {
    expect(
      await one(
        "claim keep: It stays.\n  reason air by roy: The air¦ got\n    cleaner.\n    strength: strong\n",
        "Extract text into a premise",
      ),
    ).toBe(
      "claim keep: It stays.\n  reason air by roy:\n    strength: strong\n    premise air-got-cleaner: The air got cleaner.\n",
    );
  });
});

describe("extract what is selected", () => {
  const title = "Extract selection into a premise";
  /** What the first file becomes with the words between ⟦ ⟧ selected; undefined where it is not offered. */
  async function selected(source: string): Promise<string | undefined> {
    const { workspace, uri, targets } = await openWorkspace(source);
    const range = targets[0]?.range;
    if (range === undefined) throw new Error("Nothing is selected.");
    const actions = codeActions(workspace, uri, range, { ...options, only: ["refactor.extract"] });
    const edit = actions.find((action) => action.title === title)?.edit;
    return edit && applyWorkspaceEdit(workspace, edit)[uri];
  }

  test("sentences of a step become a premise with a name, those around them premises beside it", async () => {
    expect(await selected("claim k: K.\n  reason r: It pays.⟦ It works. ⟧It lasts.\n    note: n\n")).toBe(
      "claim k: K.\n  reason r:\n    note: n\n    premise: It pays.\n    premise works: It works.\n    premise: It lasts.\n",
    );
    expect(await selected("claim k: K.\n  reason:\n    \\It pays. ⟦It\n    works well. It lasts.⟧\n")).toBe(
      "claim k: K.\n  reason:\n    premise: It pays.\n    premise works-well-lasts: It works well. It lasts.\n",
    );
  });

  test("in Chinese, on a broken file", async () => {
    expect(await selected("stray\nclaim k: K.\n  reason: ⟦空气变好。⟧车也少了。\n")).toBe(
      "stray\nclaim k: K.\n  reason:\n    premise 空气-变好: 空气变好。\n    premise: 车也少了。\n",
    );
  });

  test("not a part of a sentence, all of the text, a text of a claim, or of a step with premises", async () => {
    for (const source of [
      "claim k: K.\n  reason: It pays. ⟦It works⟧ well.\n",
      "claim k: K.\n  reason: It ⟦pays. It works.⟧ It lasts.\n",
      "claim k: K.\n  reason: ⟦It was measured by Dr.⟧ Lind. It pays.\n",
      "claim k: K.\n  reason: ⟦It pays. It works.⟧\n",
      "claim k: It pays. ⟦It works.⟧\n  reason: R.\n",
      "claim k: K.\n  reason: It pays. ⟦It works.⟧\n    premise: P.\n",
    ])
      expect(await selected(source)).toBeUndefined();
  });
});

describe("inline", () => {
  test("the claim that is referred to moves to where it is used", async () => {
    expect(
      await one(
        "claim keep: It stays.\n  reason: R.\n    premise fe¦ll\n\n// note\nclaim fell by roy: It fell.\n  reason: M.\n\nclaim last: L.\n",
        "Inline claim here",
      ),
    ).toBe(
      "claim keep: It stays.\n  reason: R.\n    // note\n    premise fell by roy: It fell.\n      reason: M.\n\nclaim last: L.\n",
    );
  });

  test("also a claim in the first line after a byte-order mark, which stays there", async () => {
    expect(
      await one(
        "\uFEFFclaim fell: It fell.\nclaim keep: It stays.\n  reason: R.\n    premise fe¦ll\n",
        "Inline claim here",
      ),
    ).toBe("\uFEFFclaim keep: It stays.\n  reason: R.\n    premise fell: It fell.\n");
  });

  test("not a claim that answers a question, stands in another file, or would come to stand under itself", async () => {
    const sources = [
      "question q: Q?\nclaim a: A.\n  reason: R.\n    premise b¦\nclaim b answers q: B.\n",
      "claim a: A.\n  reason: R.\n    premise a¦\n",
      "import: x.argmap\nclaim a: A.\n  reason: R.\n    premise b¦\n=== x.argmap\nclaim b: B.\n",
    ];
    for (const source of sources)
      expect((await titlesAt(source)).filter((title) => title.startsWith("Inline"))).toEqual([]);
  });
});

describe("nesting", () => {
  const nested = "claim: The charge stays.\n  reason air by roy: Ai¦r.\n    premise fell: It fell.\n\nclaim b: B.\n";

  test("a nested step goes to the top and names its target, which gets a name where it has none", async () => {
    expect(await one(nested, "Move to the top level with a “for” clause")).toBe(
      "claim charge-stays: The charge stays.\n\nreason air by roy for charge-stays: Air.\n  premise fell: It fell.\n\nclaim b: B.\n",
    );
  });

  test("and says whose it is, where it has that from above; an objection starts afresh", async () => {
    const inherited = "claim keep by lind: It stays.\n  reason: Ai¦r.\n";
    expect(await one(inherited, "Move to the top level with a “for” clause")).toBe(
      "claim keep by lind: It stays.\n\nreason for keep: Air.\n",
    );
    expect(await one(`speaker lind: Lind\n${inherited}`, "Move to the top level with a “for” clause")).toBe(
      "speaker lind: Lind\nclaim keep by lind: It stays.\n\nreason by lind for keep: Air.\n",
    );
  });

  test("with the speaker's prefix, and not where its target's name stands for another entry", async () => {
    const title = "Move to the top level with a “for” clause";
    const spoken =
      "import p: p.argmap\nclaim keep by p.lind: It stays.\n  reason: Ai¦r.\n=== p.argmap\nspeaker lind: L\n";
    expect(await one(spoken, title)).toContain("reason by p.lind for keep: Air.\n");
    expect(await titlesAt("claim x: A.\nclaim x: B.\n  reason: ¦R.\n")).not.toContain(title);
  });

  test("takes a clause out with its commas", async () => {
    const source = "speaker lind: L\nclaim keep: K.\nreason for keep, by lind: R¦.\n";
    expect(await one(source, "Move under “keep”")).toBe("speaker lind: L\nclaim keep: K.\n  reason by lind: R.\n");
  });

  test("a top-level step goes under its one target", async () => {
    expect(
      await one(
        "claim keep: It stays.\n  reason: R.\n\n// why\nobjection cost against ke¦ep: It costs.\n  premise p: P.\n\nclaim b: B.\n",
        "Move under “keep”",
      ),
    ).toBe(
      "claim keep: It stays.\n  reason: R.\n  // why\n  objection cost: It costs.\n    premise p: P.\n\nclaim b: B.\n",
    );
    expect(await titlesAt("claim a: A.\nclaim b: B.\nreason for a, b¦: R.\n")).not.toContain("Move under “a”");
  });
});

test("a reason becomes an objection with its clause, and back", async () => {
  expect(await one("claim a: A.\nreason x f¦or a: X.\n", "Convert to an objection")).toBe(
    "claim a: A.\nobjection x against a: X.\n",
  );
  expect(await one("claim a: A.\n  objection¦: X.\n", "Convert to a reason")).toBe("claim a: A.\n  reason: X.\n");
  expect(await titlesAt("question q: Q?\n  objection¦: X.\n")).not.toContain("Convert to a reason");
  expect(await titlesAt("question q: Q?\nobjection¦ against q: X.\n")).not.toContain("Convert to a reason");
});

test("an entry without a name gets one in the script of its words", async () => {
  expect(await one("claim¦: 应当保留。\n", "Add name “应当-保留”")).toBe("claim 应当-保留: 应当保留。\n");
  expect(await one("claim air: A.\nclaim¦: Air!\n", "Add name “air-2”")).toBe("claim air: A.\nclaim air-2: Air!\n");
});

test("sorts reasons before objections, and speakers by name, with their comments", async () => {
  expect(
    await one(
      "claim ¦a: A.\n  objection x: X.\n    premise p: P.\n\n  // r\n  reason y: Y.\n",
      "Sort reasons before objections",
    ),
  ).toBe("claim a: A.\n  // r\n  reason y: Y.\n\n  objection x: X.\n    premise p: P.\n");
  expect(await one("map: M\nspeaker roy: Roy\n  role: R\nspeaker ¦lind: Lind\n", "Sort speakers by name")).toBe(
    "map: M\nspeaker lind: Lind\nspeaker roy: Roy\n  role: R\n",
  );
  expect(await titlesAt("speaker lind: L\nspeaker r¦oy: R\n")).not.toContain("Sort speakers by name");
});

test("a comment that comes first does not become the file's own, but goes with its entry again", async () => {
  const source = "speaker roy: Roy\n// on lind\nspeaker ¦lind: Lind\n";
  const sorted = "\n// on lind\nspeaker lind: Lind\nspeaker roy: Roy\n";
  expect(await one(source, "Sort speakers by name")).toBe(sorted);
  const again = await refactored(sorted.replace("lind:", "li¦nd:"), "Move to a new file “lind.argmap”");
  expect(again).toEqual({ "main.argmap": "\nspeaker roy: Roy\n", "lind.argmap": "\n// on lind\nspeaker lind: Lind\n" });
  const licence = "// licence\nspeaker ¦roy: Roy\n// on lind\nspeaker lind: Lind\n";
  expect(await one(licence, "Move to a new file “roy.argmap”")).toBe("// licence\n\n// on lind\nspeaker lind: Lind\n");
});

test("sorts what is indented unevenly so that all stays under what it is under", async () => {
  expect(
    await one("claim ¦a: A.\n    objection x: X.\n      quote: Q\n  reason y: Y.\n", "Sort reasons before objections"),
  ).toBe("claim a: A.\n    reason y: Y.\n  objection x: X.\n    quote: Q\n");
  const marked = "\uFEFFspeaker roy: Roy\nspeaker ¦lind: Lind";
  expect(await one(marked, "Sort speakers by name")).toBe("\uFEFFspeaker lind: Lind\nspeaker roy: Roy");
  // Which of two of one name counts is not for sorting to decide.
  const twice = "claim ¦a: A.\n  objection x: X.\n  reason x: Y.\n";
  expect(await titlesAt(twice)).not.toContain("Sort reasons before objections");
});

describe("move to another file", () => {
  test("is offered without a look at maps that it cannot reach", async () => {
    const source =
      "import: a.argmap\nclaim fe¦ll: It fell.\n  quote: it fell\n=== a.argmap\nclaim x: X.\n=== b.argmap\nclaim y: Y.\n";
    const at = await openWorkspace(source);
    const all = vi.spyOn(at.workspace, "files");
    const [other] = at.workspace.files().filter(({ uri }) => uri.endsWith("b.argmap"));
    const quotes = vi.spyOn(other ?? expect.unreachable(), "entriesOf");
    all.mockClear();
    expect(refactoringsAt(at).map(({ title }) => title)).toContain("Move to “a.argmap”");
    expect(all).not.toHaveBeenCalled();
    expect(quotes).not.toHaveBeenCalled();
  });

  test("of a first entry leaves a licence and a byte-order mark, and imports what it leaves behind", async () => {
    expect(
      await refactored(
        "\uFEFF// licence\n\n// measured\nclaim fe¦ll: It fell.\n\nclaim keep: It stays.\n  reason: R.\n    premise fell",
        "Move to a new file “fell.argmap”",
      ),
    ).toEqual({
      "main.argmap": "\uFEFF// licence\n\nimport: fell.argmap\n\nclaim keep: It stays.\n  reason: R.\n    premise fell",
      "fell.argmap": "\n// measured\nclaim fell: It fell.\n",
    });
    const top = "// licence\nclaim fe¦ll: It fell.\nreason for fell: R.\n";
    expect((await refactored(top, "Move to a new file “fell.argmap”"))["main.argmap"]).toBe(
      "// licence\n\nimport: fell.argmap\n\nreason for fell: R.\n",
    );
  });

  test("keeps names of two imports apart, and writes a prefix where a bare name means something else", async () => {
    const two = map`
      import a: a.argmap
      import b: b.argmap
      claim ne¦w contradicts a.x, b.x: N.
      === a.argmap
      claim x: X of a.
      === b.argmap
      claim x: X of b.
    `;
    expect(await refactored(two, "Move to a new file “new.argmap” (not shown in this map’s preview)")).toMatchObject({
      "new.argmap": "import a: a.argmap\nimport b: b.argmap\n\nclaim new contradicts a.x, b.x: N.\n",
    });
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
    expect(await refactored(taken, "Move to “a.argmap”")).toMatchObject({
      "user.argmap": "import: main.argmap\nimport a: a.argmap\nclaim z contradicts a.fell, a.z: Z.\n",
    });
  });

  test("says where the map that it goes from would no longer show it", async () => {
    const step = await titlesAt("claim keep: It stays.\nreason wo¦rks for keep: It works.\n");
    expect(step).toContain("Move to a new file “works.argmap” (not shown in this map’s preview)");
    const used = await titlesAt("claim ke¦ep: It stays.\nreason works for keep: It works.\n");
    expect(used).toContain("Move to a new file “keep.argmap”");
  });

  test("keeps the prefix of a name in the file that it comes to, where nothing else there has it", async () => {
    const source = "import a: air.argmap\nclaim ne¦w contradicts a.x: N.\n=== air.argmap\nclaim x: X.\n";
    const there = "import: main.argmap\nclaim y contradicts new: Y.\n";
    expect(
      await refactored(`${source}=== t.argmap\n${there}`, "Move to “t.argmap” (not shown in this map’s preview)"),
    ).toMatchObject({
      "t.argmap":
        "import: main.argmap\nimport a: air.argmap\nclaim y contradicts new: Y.\n\nclaim new contradicts a.x: N.\n",
    });
    const taken = `${source}=== t.argmap\nimport a: main.argmap\nclaim y contradicts a.new: Y.\n`;
    expect(await refactored(taken, "Move to “t.argmap” (not shown in this map’s preview)")).toMatchObject({
      "t.argmap":
        "import a: main.argmap\nimport: air.argmap\nclaim y contradicts new: Y.\n\nclaim new contradicts x: N.\n",
    });
  });

  test("keeps what names there stand for, and is not offered where one that leads nowhere would lead somewhere", async () => {
    const hidden = map`
      import: t.argmap
      claim x¦: X here.
      === t.argmap
      import: u.argmap
      reason for x: R.
      === u.argmap
      claim x: X of u.
    `;
    expect((await refactored(hidden, "Move to “t.argmap”"))["t.argmap"]).toBe(
      "import: u.argmap\nimport u: u.argmap\nreason for u.x: R.\n\nclaim x: X here.\n",
    );
    const found = "import: t.argmap\nclaim x¦ contradicts y: X.\n=== t.argmap\nclaim y: Y of t.\n";
    // The name leads to the same by the import, and needs none there.
    expect((await refactored(found, "Move to “t.argmap”"))["t.argmap"]).toContain("claim x contradicts y: X.\n");
    const unknown = "import p: t.argmap\nclaim x¦ contradicts y: X.\n=== t.argmap\nclaim y: Y of t.\n";
    expect(await titlesAt(unknown)).not.toContain("Move to “t.argmap”");
  });

  test("a quote that names no source stays from its source, by name where there are more", async () => {
    const moved = map`
      import t: t.argmap
      source here: H
      claim x¦: X.
        quote: Words
      === t.argmap
      source there: T
    `;
    // Two sources are in sight here: the quote is from neither, and would be from the one there.
    expect(await titlesAt(moved)).not.toContain("Move to “t.argmap”");
    const source = "source on¦ly: O\nclaim x: X.\n  quote: Words\n=== user.argmap\nimport: main.argmap\n";
    expect(await refactored(source, "Move to a new file “only.argmap”")).toEqual({
      "main.argmap": "import: only.argmap\n\nclaim x: X.\n  quote only: Words\n",
      "only.argmap": "source only: O\n",
    });
    const away = "source only: O\nclaim x¦: X.\n  quote: Words\n";
    expect(
      (await refactored(away, "Move to a new file “x.argmap” (not shown in this map’s preview)"))["x.argmap"],
    ).toBe("import: main.argmap\n\nclaim x: X.\n  quote only: Words\n");
  });

  test("takes the tree along, and both sides still find what they name", async () => {
    expect(
      await refactored(
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

  test("makes a new file, and imports it where that is needed", async () => {
    expect(
      await refactored(
        "claim keep: It stays.\n  reason: R.\n    premise fell\nclaim fe¦ll: It fell.\n",
        "Move to a new file “fell.argmap”",
      ),
    ).toEqual({
      "main.argmap": "import: fell.argmap\n\nclaim keep: It stays.\n  reason: R.\n    premise fell\n",
      "fell.argmap": "claim fell: It fell.\n",
    });
  });

  test("ends the lines of a new file as those of the map that it comes from", async () => {
    const crlf = "claim keep: It stays.\r\n  reason: R.\r\n    premise fell\r\nclaim fe¦ll: It\r\n  fell.\r\n";
    expect(await refactored(crlf, "Move to a new file “fell.argmap”")).toEqual({
      "main.argmap": "import: fell.argmap\r\n\r\nclaim keep: It stays.\r\n  reason: R.\r\n    premise fell\r\n",
      "fell.argmap": "claim fell: It\r\n  fell.\r\n",
    });
  });

  test("is not offered where the files would import each other, or the name is taken there", async () => {
    const both = "claim keep: It stays.\n  reason: R.\n    premise fell\nclaim fe¦ll contradicts keep: It fell.\n";
    expect((await titlesAt(both)).filter((title) => title.startsWith("Move to a"))).toEqual([]);
    const taken = "import p: x.argmap\nclaim a¦: A.\n=== x.argmap\nclaim a: B.\n";
    expect(await titlesAt(taken)).not.toContain("Move to “x.argmap”");
  });
});

test("offers nothing on prose of a heading, a comment, or what cannot be read", async () => {
  for (const source of ["# He¦ad\n", "// no¦te\n", "claim a b c¦: x\n", "stray¦\n"])
    expect(await titlesAt(source)).toEqual([]);
});

test("works on the text as it is during an edit", async () => {
  const at = await openWorkspace("claim a: A.\nreason x for a: ¦.\n");
  typeAtCursor(at, "New");
  expect(results(at, "Convert to an objection")["main.argmap"]).toBe("claim a: A.\nobjection x against a: New.\n");
});

test("what only moves things leaves the argument of every example as it was, wherever it is done", () => {
  const folder = join(root, "examples");
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".argmap"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  const uri = "file:///map.argmap";
  const before = new Map(texts.map((text) => [text, argumentOf(workspaceWith(text, uri))]));
  let done = 0;
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(10_000), (text, seed) => {
      const workspace = workspaceWith(text, uri);
      const line = seed % text.split("\n").length;
      const position = { line, character: text.split("\n")[line]?.length ?? 0 };
      const range = { start: position, end: position };
      for (const action of codeActions(workspace, uri, range, { ...options, only: ["refactor"] })) {
        if (!preservesArgument(action.title) || action.title.includes(".argmap")) continue;
        done++;
        const now = applyWorkspaceEdit(workspace, action.edit ?? {})[uri] ?? "";
        expect(argumentOf(workspaceWith(now, uri)), action.title).toEqual(before.get(text));
      }
    }),
    { numRuns: 120 },
  );
  expect(done).toBeGreaterThan(25);
}, 60_000);
