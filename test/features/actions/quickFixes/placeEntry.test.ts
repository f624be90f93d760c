import { expect, test } from "vitest";
import { quickFixed, quickFixTitles } from "../../../support/workspaces/codeActions.ts";

test("makes an entry or text of a sentence at the left edge", async () => {
  const text = "claim a: A.\n  reason: R.\nBuses r¦un to time.\n\nclaim b: B.\n";
  expect(await quickFixTitles(text)).toEqual([
    "Make it a claim",
    "Make it a reason for “a”",
    "Make it an objection to “a”",
    "Indent it as text",
  ]);
  const after = (line: string): string => `claim a: A.\n  reason: R.\n${line}\n\nclaim b: B.\n`;
  expect(await quickFixed(text, "Make it a claim")).toBe(after("claim: Buses run to time."));
  expect(await quickFixed(text, "Make it a reason for “a”")).toBe(after("  reason: Buses run to time."));
  expect(await quickFixed(text, "Make it an objection to “a”")).toBe(after("  objection: Buses run to time."));
  expect(await quickFixed(text, "Indent it as text")).toBe(after("    Buses run to time."));
});

test("names the claim if it is not right above the sentence, and removes a list mark", async () => {
  const text = "claim a: A.\nclaim b: B.\n- Buses r¦un to time.\n";
  expect(await quickFixed(text, "Make it a reason for “a”")).toBe(
    "claim a: A.\nclaim b: B.\nreason for a: Buses run to time.\n",
  );
});

test("indents a step without a target under the claim above it, before any other fix", async () => {
  const text = "claim a: A.\n  reason: R.\nrea¦son: It works.\n  note: N\n";
  expect((await quickFixTitles(text)).slice(0, 2)).toEqual(["Indent under “a”", "Add “for a”"]);
  expect(await quickFixed(text, "Indent under “a”")).toBe(
    "claim a: A.\n  reason: R.\n  reason: It works.\n    note: N\n",
  );
  const between = "claim a: A.\nreason for a: R.\nrea¦son: It works.\n";
  expect(await quickFixed(between, "Indent under “a”")).toBe("claim a: A.\n  reason: It works.\nreason for a: R.\n");
});

test("makes a claim under a claim a reason, or moves it to the left edge", async () => {
  const text = "claim a: A.\n  cla¦im b: B.\n    reason: R.\n  objection: O.\n";
  expect(await quickFixed(text, "Make it a reason")).toBe(
    "claim a: A.\n  reason b: B.\n    reason: R.\n  objection: O.\n",
  );
  expect(await quickFixed(text, "Move it to the left edge")).toBe(
    "claim a: A.\n  objection: O.\n\nclaim b: B.\n  reason: R.\n",
  );
});

test("makes a reason under a question a claim that answers it", async () => {
  expect(await quickFixed("question q: Q?\n  rea¦son: R.\n", "Make it a claim that answers “q”")).toBe(
    "question q: Q?\n  claim: R.\n",
  );
});

test("moves a late map line to the top", async () => {
  expect(await quickFixed("// license\n\nclaim a: A.\n\nma¦p: M\n  note: N\n", "Move it to the top")).toBe(
    "// license\n\nmap: M\n  note: N\n\nclaim a: A.\n\n",
  );
});

test("writes a claim for another one as a claim and a step", async () => {
  for (const [head, step, after] of [
    ["claim b supp¦orts a: B.", "reason for a:", "claim b: B."],
    ["claim b supp¦orts a", "reason for a:", "claim b: B"],
    ["claim b fo¦r a: B.", "reason for a:", "claim b: B."],
    ["claim b again¦st a: B.", "objection against a:", "claim b: B."],
  ]) {
    expect(await quickFixTitles(`claim a: A.\n${head}\n`), head).toContain(`Write it as a claim and “${step}”`);
    expect(await quickFixed(`claim a: A.\n${head}\n`, `Write it as a claim and “${step}”`)).toBe(
      `claim a: A.\n${after}\n\n${step}\n  premise b\n`,
    );
  }
});

test("uses the claim that a text names", async () => {
  const claim = "claim all: A.\nclaim ok: B.\n";
  expect(await quickFixed(`${claim}  reason all-ok for ok: a¦ll\n`, "Use the claim: “premise all”")).toBe(
    `${claim}  reason all-ok for ok:\n    premise all\n`,
  );
  expect(await quickFixed(`${claim}  reason: R.\n    premise: a¦ll\n`, "Use the claim: “premise all”")).toBe(
    `${claim}  reason: R.\n    premise all\n`,
  );
});

test("makes entries of a list", async () => {
  const text = "claim a: A.\n  - The a¦ir got\n    cleaner.\n  - Buses run.\n";
  expect((await quickFixTitles(text)).slice(0, 2)).toEqual([
    "Make each point a reason",
    "Make each point an objection",
  ]);
  expect(await quickFixed(text, "Make each point a reason")).toBe(
    "claim a: A.\n  reason: The air got\n    cleaner.\n  reason: Buses run.\n",
  );
});

test("names the speaker who has a full name, or creates one", async () => {
  const known = "speaker wei: Wei Zongyou\nclaim a by Wei Zong¦you: A.\n";
  expect(await quickFixed(known, "Change to “wei”")).toBe("speaker wei: Wei Zongyou\nclaim a by wei: A.\n");
  expect(await quickFixTitles(known)).not.toContain("Create speaker “Wei Zongyou”");
  expect(await quickFixed("claim a by Wei Zong¦you: A.\n", "Create speaker “Wei Zongyou”")).toBe(
    "speaker zongyou: Wei Zongyou\n\nclaim a by zongyou: A.\n",
  );
});

test("does not add a sentence to the path of an import", async () => {
  expect(await quickFixTitles("import p: people.argmap\nBuses r¦un to time.\n")).toEqual(["Make it a claim"]);
});

test("describes a source under a claim at the left edge, and quotes it", async () => {
  expect(
    await quickFixed(
      "map: M\n\nclaim a: A.\n  sou¦rce: Streets for whom?\n    date: 2025\n  reason: R.\n",
      "Move the source to the left edge and quote it as “streets-whom”",
    ),
  ).toBe(
    "map: M\nsource streets-whom: Streets for whom?\n  date: 2025\n\nclaim a: A.\n  quote streets-whom:\n  reason: R.\n",
  );
  expect(
    await quickFixed("claim a: A.\n  sou¦rce bbc: News\n", "Move the source to the left edge and quote it as “bbc”"),
  ).toBe("source bbc: News\n\nclaim a: A.\n  quote bbc:\n");
  expect(await quickFixed("claim a: A.\n  sou¦rce: News\n", "Change to “x-source”")).toBe(
    "claim a: A.\n  x-source: News\n",
  );
});
