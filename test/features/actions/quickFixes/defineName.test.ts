import { expect, test } from "vitest";
import { map } from "../../../support/maps/markedMap.ts";
import { applyAction, onlyText, quickFixed } from "../../../support/workspaces/codeActions.ts";
import { openWorkspace } from "../../../support/workspaces/openWorkspace.ts";

test("creates a claim, speaker or question with an undefined name, each in its place", async () => {
  expect(await quickFixed("claim a by li¦nd: A.\n\nclaim b: B.\n", "Create speaker “lind”")).toBe(
    "speaker lind: Lind\n\nclaim a by lind: A.\n\nclaim b: B.\n",
  );
  expect(await quickFixed("speaker roy: Roy\n\nclaim a by li¦nd: A.\n", "Create speaker “lind”")).toBe(
    "speaker roy: Roy\nspeaker lind: Lind\n\nclaim a by lind: A.\n",
  );
  expect(
    await quickFixed(
      "claim a: A.\n  reason: R.\n    premise cold-win¦ter\n\nclaim b: B.\n",
      "Create claim “cold-winter”",
    ),
  ).toBe("claim a: A.\n  reason: R.\n    premise cold-winter\n\nclaim cold-winter: Cold winter\n\nclaim b: B.\n");
  expect(await quickFixed("map: M\n\nclaim a answers 问¦题: A.\n", "Create question “问题”")).toBe(
    "map: M\n\nquestion 问题: 问题\n\nclaim a answers 问题: A.\n",
  );
});

test("separates a new claim by blank lines from what follows, and needs no final line ending", async () => {
  const title = "Create claim “b”";
  for (const next of ["# On c", "// on c\nclaim c: C."]) {
    expect(await quickFixed(`claim a contradicts b¦: A.\n${next}`, title)).toBe(
      `claim a contradicts b: A.\n\nclaim b: B\n\n${next}`,
    );
  }
  expect(await quickFixed("# On a\r\nclaim a contradicts b¦: A.\r\n# On c\r\n", title)).toBe(
    "# On a\r\nclaim a contradicts b: A.\r\n\r\nclaim b: B\r\n\r\n# On c\r\n",
  );
  expect(await quickFixed("claim a contradicts b¦: A.", title)).toBe("claim a contradicts b: A.\n\nclaim b: B");
});

test("imports a name from another file", async () => {
  const at = await openWorkspace(map`
    map: M

    reason for fe¦ll: So.
    === deep/air.argmap
    claim fell: It fell.
  `);
  expect(onlyText(applyAction(at, "quickfix", "Import “fell” from air.argmap"))).toBe(
    "map: M\n\nimport: deep/air.argmap\n\nreason for fell: So.\n",
  );
});

test("creates an entry neither between a comment and its entry nor under another entry", async () => {
  expect(await quickFixed("\uFEFF// license\n\n// on a\nclaim a by li¦nd: A.", "Create speaker “lind”")).toBe(
    "\uFEFF// license\n\nspeaker lind: Lind\n\n// on a\nclaim a by lind: A.",
  );
  expect(await quickFixed("  claim a by li¦nd: A.\nclaim b: B.\n", "Create speaker “lind”")).toBe(
    "  claim a by lind: A.\n\nspeaker lind: Lind\n\nclaim b: B.\n",
  );
  expect(await quickFixed("map: M\n  claim a by li¦nd: A.\nclaim b: B.\n", "Create speaker “lind”")).toBe(
    "map: M\n  claim a by lind: A.\nspeaker lind: Lind\nclaim b: B.\n",
  );
});

test("names the first source in quotes when it creates a second one", async () => {
  expect(await quickFixed("source a: A\nclaim x: X.\n  quote: W\n  quote repo¦rt: V\n", "Create source “report”")).toBe(
    "source a: A\nsource report: Report\nclaim x: X.\n  quote a: W\n  quote report: V\n",
  );
});

test("gives a speaker without a name the name that is used", async () => {
  const title = "Name the speaker “Arun Roy” “roy”";
  const after = "speaker roy: Arun Roy\nclaim a by roy: A.\n";
  expect(await quickFixed("speaker: Arun Roy\nclaim a by Arun R¦oy: A.\n", title)).toBe(after);
  expect(await quickFixed("speaker: Arun Roy\nclaim a by R¦oy: A.\n", title)).toBe(after);
});
