import { expect, test } from "vitest";
import { quickFixed, quickFixTitles } from "../../../support/workspaces/codeActions.ts";

test("silences a hint with a comment above its entry", async () => {
  const source = "question q: Q?\n  claim ke¦ep: It stays.\n    objection: It is dear.\n";
  expect(await quickFixed(source, "Ignore “unsupported-claim” here")).toBe(
    "question q: Q?\n  // argmap-ignore unsupported-claim\n  claim keep: It stays.\n    objection: It is dear.\n",
  );
});

test("adds the code to a comment that is there", async () => {
  const source = "// argmap-ignore near-key: so\nclaim ke¦ep: It stays.\n  objection: It is dear.\n";
  expect(await quickFixed(source, "Ignore “unsupported-claim” here")).toBe(
    "// argmap-ignore near-key, unsupported-claim: so\nclaim keep: It stays.\n  objection: It is dear.\n",
  );
});

test("silences a hint in the whole file, below the comments at its start", async () => {
  const source = "// License\nclaim ke¦ep: It stays.\n  objection: It is dear.\n";
  expect(await quickFixed(source, "Ignore “unsupported-claim” in this file")).toBe(
    "// License\n// argmap-ignore-file unsupported-claim\n\nclaim keep: It stays.\n  objection: It is dear.\n",
  );
  const again = "// argmap-ignore-file near-key\n\nclaim ke¦ep: It stays.\n  objection: It is dear.\n";
  expect(await quickFixed(again, "Ignore “unsupported-claim” in this file")).toBe(
    "// argmap-ignore-file near-key, unsupported-claim\n\nclaim keep: It stays.\n  objection: It is dear.\n",
  );
});

test("is not offered for an error", async () => {
  expect((await quickFixTitles("claim a: A.\nrea¦son: R.\n")).filter((title) => title.startsWith("Ignore"))).toEqual(
    [],
  );
});

test("removes a code that silences nothing, and the comment with its last code", async () => {
  const claim = "claim a: A.\n  objection: B.\n";
  expect(await quickFixed(`// argmap-ignore unsupported-claim, near-k¦ey: so\n${claim}`, "Remove “near-key”")).toBe(
    `// argmap-ignore unsupported-claim: so\n${claim}`,
  );
  expect(await quickFixed(`// argmap-ignore near-k¦ey\n${claim}`, "Remove the comment")).toBe(claim);
});
