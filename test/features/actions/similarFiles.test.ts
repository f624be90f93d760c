import { expect, test } from "vitest";
import { asyncActions } from "../../../server/features/requests/editing/codeActions.ts";
import { applyWorkspaceEdit } from "../../support/workspaces/applyEdit.ts";
import { actionOptions } from "../../support/workspaces/codeActions.ts";
import { openWorkspace } from "../../support/workspaces/openWorkspace.ts";

test("changes the path of a source to a similar file in the same folder", async () => {
  const titles = async (path: string): Promise<readonly string[]> => {
    const at = await openWorkspace(
      `source r: R\n  file: ¦${path}\n=== texts/report.txt\nIt fell.\n=== texts/report.md\nIt fell.\n`,
    );
    await at.workspace.whenIdle();
    const range = { start: at.cursor, end: at.cursor };
    const actions = await asyncActions(at.workspace, at.uri, range, actionOptions);
    return actions.map(({ title, edit, isPreferred }) => {
      const [text] = Object.values(applyWorkspaceEdit(at.workspace, edit ?? {}));
      return `${title}${isPreferred ? "!" : ""} ${text?.split("file: ")[1]?.trim()}`;
    });
  };
  const both = ["Change to “texts/report.txt”! texts/report.txt", "Change to “texts/report.md” texts/report.md"];
  expect(await titles("texts/reports.txt")).toEqual(both);
  expect(await titles("texts/Report.TXT")).toEqual(both);
  expect(await titles("texts/report.pdf")).toHaveLength(2);
  expect(await titles("texts/unlike.txt")).toEqual([]);
  expect(await titles("texts/report.txt")).toEqual([]);
});
