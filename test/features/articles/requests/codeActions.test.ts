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
    "Add claim from selection…",
    "Add reason from selection…",
    "Add objection from selection…",
    "Add premise from selection…",
    "Quote in map…",
    "Add speaker from selection…",
  ]);
  const few = articleActions(workspace, uri, range, { only: ["refactor"], commands: new Set(["argmap.quoteInMap"]) });
  expect(few).toMatchObject([{ command: { command: "argmap.quoteInMap", arguments: [{ uri, range }] } }]);
  expect(articleActions(workspace, uri, range, { only: ["quickfix"], commands })).toEqual([]);
  expect(articleActions(workspace, uri, emptyRange, { only: undefined, commands })).toEqual([]);
  expect(articleActions(workspace, "file:///maps/b.txt", range, { only: undefined, commands })).toEqual([]);
});

test("offers the same order whether or not a map has an entry", async () => {
  const commands = new Set<string>(Object.values(selectionCommands));
  const titlesIn = async (source: string) => {
    const { workspace, uri, targets } = await openArticles(source);
    const range = targets[0]?.range ?? emptyRange;
    return articleActions(workspace, uri, range, { only: undefined, commands }).map(({ title }) => title);
  };
  const empty = await titlesIn("source s: S\n  file: a.txt\n=== a.txt\n¦It ⟦fell⟧.\n");
  expect(empty[0]).toBe("Add claim from selection…");
  expect(await titlesIn("source s: S\n  file: a.txt\nclaim: It fell.\n=== a.txt\n¦It ⟦fell⟧.\n")).toEqual(empty);
});
