import { describe, expect, test } from "vitest";
import { map } from "../../../support/maps/markedMap.ts";
import {
  actionsAt,
  applyAction,
  onlyText,
  quickFixed,
  quickFixTitles,
} from "../../../support/workspaces/codeActions.ts";
import { openWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

test("changes a misspelt name, with the most likely suggestion first and its problem", async () => {
  const at = await openWorkspace("claim keep: It stays.\nreason for ke¦pe: So.\n");
  const [first] = actionsAt(at, "quickfix");
  expect(first).toMatchObject({ title: "Change to “keep”", isPreferred: true, kind: "quickfix" });
  expect(first?.diagnostics?.map(({ code }) => code)).toEqual(["unknown-name"]);
  expect(onlyText(applyAction(at, "quickfix", "Change to “keep”"))).toBe(
    "claim keep: It stays.\nreason for keep: So.\n",
  );
});

describe("a head with a syntax error and a name", () => {
  test("gets the correct keyword, with or without references to it", async () => {
    for (const [head, written] of [
      ["Cla¦im keep: K", "claim keep: K"],
      ["cla¦ims keep: K", "claim keep: K"],
      ["CLA¦IM keep: K", "claim keep: K"],
      ["Speak¦er lind: L", "speaker lind: L"],
    ]) {
      const keyword = written?.split(" ")[0];
      expect(await quickFixed(`${head}\n`, `Change to “${keyword}”`)).toBe(`${written}\n`);
    }
    const used = "reason for keep: R.\nreason Keep agianst keep: S.\nCla¦im keep: K.\n";
    expect(await quickFixed(used, "Change to “claim”")).toContain("claim keep: K.\n");
    // A speaker cannot be what a reason is for.
    expect(await quickFixTitles("reason for keep: R.\nSpeak¦er keep: K.\n")).toEqual([]);
  });

  test("gets its words joined to one name, or a backslash if it may be text", async () => {
    const two = "claim a: A\n  reason cl¦ean air: x\n";
    expect(await quickFixed(two, "Change to “clean-air”")).toBe("claim a: A\n  reason clean-air: x\n");
    expect(await quickFixed(two, "Treat as text by adding a backslash")).toBe("claim a: A\n  \\reason clean air: x\n");
    const named = "claim a: A\nreason cl¦ean air for a: x\n";
    expect(await quickFixed(named, "Change to “clean-air”")).toBe("claim a: A\nreason clean-air for a: x\n");
    expect(await quickFixTitles("claim the a¦ir is better: x\n")).toEqual([]);
  });
});

test("changes a quote to a similar passage, nearest first, and shows the differences", async () => {
  const at = await openWorkspace(map`
    source report: A report
      file: report.md
    claim keep: It should stay.
      quote: “traffic had f¦allen by a quarter in the old town”
    === report.md
    In spring *traffic* fell by a quarter in the old town. In autumn traffic rose by a quarter in
    the new town. In winter traffic had fallen by a third in the old harbour. Nothing else was counted.
  `);
  expect(actionsAt(at, "quickfix").map(({ title }) => title)).toEqual([
    "Change to “traffic fell by a quarter in the old town” (“fell” for “had fallen”)",
    "Change to “traffic had fallen by a third in the old harbour” (“third” for “quarter”, “harbour” for “town”)",
    "Change to “traffic rose by a quarter in the new town” (“rose” for “had fallen”, “new” for “old”)",
  ]);
  expect(onlyText(applyAction(at, "quickfix", actionsAt(at, "quickfix")[0]?.title ?? ""))).toContain(
    "quote: “traffic fell by a quarter in the old town”\n",
  );
});

test("adds a backslash to text, or corrects a keyword", async () => {
  const source = "claim a: A.\n  Rea¦son: It is so.\n";
  expect(await quickFixed(source, "Change to “reason”")).toBe("claim a: A.\n  reason: It is so.\n");
  expect(await quickFixed(source, "Treat as text by adding a backslash")).toBe("claim a: A.\n  \\Reason: It is so.\n");
});

test("splits a premise with several names, and removes a contradiction of a claim with itself", async () => {
  expect(
    await quickFixed("claim a: A.\n  reason:\n    pre¦mise x, 保留\n    premise z", "Split into one premise per line"),
  ).toBe("claim a: A.\n  reason:\n    premise x\n    premise 保留\n    premise z");
  expect(await quickFixed("claim a contradicts a¦, by b: A.\n", "Remove “contradicts a”")).toBe("claim a by b: A.\n");
});

test("applies to the text during an edit, in a file with errors", async () => {
  const at = await openWorkspace("claim keep: It stays.\nreason x y z\n  stray\nreason for ke¦: So.\n");
  typeAtCursor(at, "pe");
  expect(onlyText(applyAction(at, "quickfix", "Change to “keep”"))).toContain("reason for keep: So.");
});
