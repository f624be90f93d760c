import { expect, test } from "vitest";
import type { Range } from "vscode-languageserver";
import { articleActions } from "../../../../server/features/articles/requests/codeActions.ts";
import { selectionCommands } from "../../../../server/protocol/articles.ts";
import { openArticles } from "../../../support/workspaces/openArticles.ts";

const emptyRange: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

test("offers the commands of the client for selected text in a cited article", async () => {
  const { workspace, uri, targets } = await openArticles(
    "source s: S\n  file: a.txt\n\nclaim: It fell.\n=== a.txt\n¦It ⟦fell⟧.\n",
  );
  const commands = new Set<string>(Object.values(selectionCommands));
  const range = targets[0]?.range ?? emptyRange;
  expect(articleActions(workspace, uri, range, { only: undefined, commands }).map(({ title }) => title)).toEqual([
    "Quote in map…",
    "Add claim from selection…",
    "Add reason from selection…",
    "Add objection from selection…",
    "Add premise from selection…",
    "Add speaker from selection…",
  ]);
  const few = articleActions(workspace, uri, range, { only: ["refactor"], commands: new Set(["argmap.quoteInMap"]) });
  expect(few).toMatchObject([{ command: { command: "argmap.quoteInMap", arguments: [{ uri, range }] } }]);
  expect(articleActions(workspace, uri, range, { only: ["quickfix"], commands })).toEqual([]);
  expect(articleActions(workspace, uri, emptyRange, { only: undefined, commands })).toEqual([]);
  expect(articleActions(workspace, "file:///maps/b.txt", range, { only: undefined, commands })).toEqual([]);
});

test("offers a claim first while no map has an entry to add to", async () => {
  const { workspace, uri, targets } = await openArticles("source s: S\n  file: a.txt\n=== a.txt\n¦It ⟦fell⟧.\n");
  const commands = new Set<string>(Object.values(selectionCommands));
  const actions = articleActions(workspace, uri, targets[0]?.range ?? emptyRange, { only: undefined, commands });
  expect(actions.map(({ title }) => title).slice(0, 2)).toEqual(["Add claim from selection…", "Quote in map…"]);
});
