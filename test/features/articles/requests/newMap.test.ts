import { expect, test } from "vitest";
import { newMap } from "../../../../server/features/articles/requests/newMap.ts";
import { openArticles } from "../../../support/workspaces/openArticles.ts";
import type { OpenWorkspace } from "../../../support/workspaces/openWorkspace.ts";

const newMapFor = (at: OpenWorkspace, article: string) => newMap(at.workspace, `${at.folder}${article}`);

test("is in the folder of the article, under an unused name, with the source filled in", async () => {
  const at = await openArticles(
    "claim k: K.\n=== Trial-2.argmap\nclaim k: K.\n=== trial.argmap\nclaim k: K.\n=== trial.txt\n\n  Streets for whom?\nIt fell.\n",
  );
  expect(await newMapFor(at, "trial.txt")).toEqual({
    uri: "file:///maps/trial-3.argmap",
    content: "map: Streets for whom?\n\nsource trial: Streets for whom?\n  file: trial.txt\n\n",
    cursor: { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } },
  });
});

test("uses the metadata in front matter and headings", async () => {
  const at = await openArticles(
    'claim k: K.\n=== 老城.md\n---\ntitle: "The Trial"\nauthor: Lind\ndate: 2025-3\n---\n# Other\n',
  );
  expect((await newMapFor(at, "老城.md")).content).toBe(
    "map: The Trial\n\nsource 老城: The Trial\n  author: Lind\n  date: 2025-03\n  file: 老城.md\n\n",
  );
});

test("is refused for an unsaved article", async () => {
  const { workspace } = await openArticles("claim k: K.\n");
  workspace.sources.open("untitled:Untitled-1", "It fell.");
  await expect(newMap(workspace, "untitled:Untitled-1")).rejects.toThrow("Save it first");
});
