import { describe, expect, test } from "vitest";
import { codeActions } from "../../../../server/features/requests/editing/codeActions.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { applyWorkspaceEdit } from "../../../support/workspaces/applyEdit.ts";
import { actionOptions, actionsAt, refactored } from "../../../support/workspaces/codeActions.ts";
import { openWorkspace } from "../../../support/workspaces/openWorkspace.ts";

describe("extract", () => {
  test("turns a premise and its descendants into a claim, and refers to it by name", async () => {
    expect(
      await refactored(
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

  test("keeps an existing name, and starts renaming a generated one", async () => {
    const named = "claim keep: It stays.\n  reason: R.\n    premise fe¦ll: It fell.\n";
    expect(await refactored(named, "Extract into a claim")).toBe(
      "claim keep: It stays.\n  reason: R.\n    premise fell\n\nclaim fell: It fell.\n",
    );
    const at = await openWorkspace("claim keep: It stays.\n  reason: R.\n    premise: 空气¦更清洁。\n");
    const action = actionsAt(at, "refactor").find(({ title }) => title === "Extract into a claim");
    const [target] = action?.command?.arguments ?? [];
    const text = applyWorkspaceEdit(at.workspace, action?.edit ?? {})[at.uri] ?? "";
    const { line, character } = target.position;
    expect(text.split("\n")[line]?.slice(character)).toBe("空气-更-清洁");
  });

  test("keeps the speaker, even one of another file", async () => {
    const source =
      "import p: p.argmap\nclaim: It stays.\n  reason by p.lind: R.\n    premise f¦ell: It fell.\n=== p.argmap\nspeaker lind: L\n";
    expect(await refactored(source, "Extract into a claim")).toBe(
      "import p: p.argmap\nclaim: It stays.\n  reason by p.lind: R.\n    premise fell\n\nclaim fell by p.lind: It fell.\n",
    );
  });

  test("inserts the claim where it gets no children and separates no comment from its entry", async () => {
    const source =
      "# A\n  claim a: A.\n    reason: R.\n      premise f¦: F.\n // on b\n claim b: B.\n// on c\nclaim c: C.\n";
    expect(await refactored(source, "Extract into a claim")).toBe(
      "# A\n  claim a: A.\n    reason: R.\n      premise f\n // on b\n claim b: B.\n\nclaim f: F.\n\n// on c\nclaim c: C.\n",
    );
  });

  test("turns the text of a step without premises into a premise", async () => {
    expect(
      await refactored(
        "claim keep: It stays.\n  reason air by roy: The air¦ got\n    cleaner.\n    strength: strong\n",
        "Extract text into a premise",
      ),
    ).toBe(
      "claim keep: It stays.\n  reason air by roy:\n    strength: strong\n    premise air-got-cleaner: The air got cleaner.\n",
    );
  });
});

describe("extract selection", () => {
  const title = "Extract selection into a premise";
  /** The text after extracting the selection between ⟦ and ⟧; undefined if that is not offered. */
  async function extracted(source: string): Promise<string | undefined> {
    const { workspace, uri, targets } = await openWorkspace(source);
    const range = targets[0]?.range;
    if (range === undefined) throw new Error("The map has no selection.");
    const actions = codeActions(workspace, uri, range, { ...actionOptions, only: ["refactor.extract"] });
    const edit = actions.find((action) => action.title === title)?.edit;
    return edit && applyWorkspaceEdit(workspace, edit)[uri];
  }

  test("turns the selected sentences into a named premise, and the others into separate premises", async () => {
    expect(await extracted("claim k: K.\n  reason r: It pays.⟦ It works. ⟧It lasts.\n    note: n\n")).toBe(
      "claim k: K.\n  reason r:\n    note: n\n    premise: It pays.\n    premise works: It works.\n    premise: It lasts.\n",
    );
    expect(await extracted("claim k: K.\n  reason:\n    \\It pays. ⟦It\n    works well. It lasts.⟧\n")).toBe(
      "claim k: K.\n  reason:\n    premise: It pays.\n    premise works-well-lasts: It works well. It lasts.\n",
    );
  });

  test("works in Chinese, in a file with errors", async () => {
    expect(await extracted("stray\nclaim k: K.\n  reason: ⟦空气变好。⟧车也少了。\n")).toBe(
      "stray\nclaim k: K.\n  reason:\n    premise 空气-变好: 空气变好。\n    premise: 车也少了。\n",
    );
  });

  test("is not offered for part of a sentence, the whole text, a claim, or a step with premises", async () => {
    for (const source of [
      "claim k: K.\n  reason: It pays. ⟦It works⟧ well.\n",
      "claim k: K.\n  reason: It ⟦pays. It works.⟧ It lasts.\n",
      "claim k: K.\n  reason: ⟦It was measured by Dr.⟧ Lind. It pays.\n",
      "claim k: K.\n  reason: ⟦It pays. It works.⟧\n",
      "claim k: It pays. ⟦It works.⟧\n  reason: R.\n",
      "claim k: K.\n  reason: It pays. ⟦It works.⟧\n    premise: P.\n",
    ])
      expect(await extracted(source)).toBeUndefined();
  });
});
