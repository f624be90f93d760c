import { expect, test, vi } from "vitest";
import { openWorkspace } from "../support/workspaces/openWorkspace.ts";

const source = `¦source report: The report
claim keep: It stays.
  reason air: It works.
    quote report: The air got cleaner.
claim drop: It goes.
`;

test.each([
  ["a comment under the claim", { line: 2, character: 0 }, "// To be checked\n"],
  ["a word in the claim", { line: 1, character: 20 }, "l"],
  ["a reason", { line: 4, character: 0 }, "  reason: It is cheap.\n"],
])("problems that need the evaluation are still there after an edit has added %s", async (_, at, added) => {
  const { workspace, uri } = await openWorkspace(source);
  const codes = (): readonly string[] => workspace.problemsOf(uri).map(({ code }) => code);
  expect(codes()).toContain("single-source");
  workspace.update(uri, [{ range: { start: at, end: at }, text: added }], 2);
  await workspace.whenIdle();
  expect(codes()).toContain("single-source");
});

test("a check that is turned off finds nothing, and one that is turned on looks at the open maps", async () => {
  const { workspace, uri } = await openWorkspace(source);
  const codes = (): readonly string[] => workspace.problemsOf(uri).map(({ code }) => code);
  workspace.setSeverities({});
  await workspace.whenIdle();
  expect(codes()).not.toContain("single-source");
  workspace.setSeverities({ "single-source": "warning" });
  await workspace.whenIdle();
  expect(codes()).toContain("single-source");
});

test("computes likelihoods only for a check that is on", async () => {
  const { workspace, uri } = await openWorkspace(`¦claim keep: It stays.
  likelihood: 90%
  reason: It works.
    strength: weak
`);
  const codes = (): readonly string[] => workspace.problemsOf(uri).map(({ code }) => code);
  expect(codes()).toContain("likelihood-gap");
  const likelihoods = vi.spyOn(workspace.evaluations, "likelihoodsIn");
  workspace.setSeverities({ "likelihood-gap": "off", "single-source": "hint" });
  workspace.update(
    uri,
    [{ range: { start: { line: 1, character: 14 }, end: { line: 1, character: 16 } }, text: "80" }],
    2,
  );
  await workspace.whenIdle();
  expect(likelihoods).not.toHaveBeenCalled();
  expect(codes()).not.toContain("likelihood-gap");
});

test("a comment for a check that is off, or still to run, is not reported as unused; after it has run, it is", async () => {
  const { workspace, uri } = await openWorkspace(`¦// argmap-ignore single-source
claim keep: It stays.
  reason: It works.
`);
  const codes = (): readonly string[] => workspace.problemsOf(uri).map(({ code }) => code);
  expect(codes()).toContain("unused-ignore");
  workspace.setSeverities({});
  await workspace.whenIdle();
  expect(codes()).not.toContain("unused-ignore");
  workspace.setSeverities({ "single-source": "hint" });
  expect(codes()).not.toContain("unused-ignore");
  await workspace.whenIdle();
  expect(codes()).toContain("unused-ignore");
});
