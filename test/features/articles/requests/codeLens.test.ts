import { expect, test } from "vitest";
import { codeLens, resolveCodeLens } from "../../../../server/features/requests/display/codeLens.ts";
import { citedArticle } from "../../../support/workspaces/citedArticle.ts";
import { openArticles, replaceArticle } from "../../../support/workspaces/openArticles.ts";

test("counts the citing entries above each cited paragraph", async () => {
  const { workspace, uri } = await openArticles(citedArticle);
  const [lens, ...others] = codeLens(workspace, uri);
  expect(others).toEqual([]);
  expect(lens?.range.start).toEqual({ line: 0, character: 0 });
  const resolved = lens && resolveCodeLens(workspace, lens, { canShowReferences: true });
  expect(resolved?.command).toMatchObject({
    title: "1 reason, 1 objection",
    command: "argmap.showReferences",
    arguments: [{ uri, locations: [{ range: { start: { line: 4 } } }, { range: { start: { line: 7 } } }] }],
  });
  expect(lens && resolveCodeLens(workspace, lens, { canShowReferences: false }).command).toEqual({
    title: "1 reason, 1 objection",
    command: "",
  });
});

test("is empty after the citation has disappeared", async () => {
  const at = await openArticles(citedArticle);
  const [lens] = codeLens(at.workspace, at.uri);
  await replaceArticle(at, at.uri, "Nothing of that.");
  expect(lens && resolveCodeLens(at.workspace, lens, { canShowReferences: true }).command).toEqual({
    title: "",
    command: "",
  });
});
