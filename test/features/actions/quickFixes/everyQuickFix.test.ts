import { describe, expect, test } from "vitest";
import { codeActions } from "../../../../server/features/requests/codeActions.ts";
import type { Workspace } from "../../../../server/workspace/workspace.ts";
import { examples } from "../../../support/maps/referenceExamples.ts";
import { applyWorkspaceEdit } from "../../../support/workspaces/applyEdit.ts";
import { actionOptions } from "../../../support/workspaces/codeActions.ts";
import { memoryFileSystem, workspaceOn } from "../../../support/workspaces/memoryFileSystem.ts";

const errorsOf = (workspace: Workspace, uri: string): readonly string[] =>
  workspace.problemsOf(uri).flatMap(({ severity, code }) => (severity === "error" ? [code] : []));

describe("every quick fix of every wrong example in the reference", () => {
  test.each(examples.filter(({ isWrong }) => isWrong))(
    "fixes $section in line $line without a new error",
    async (example) => {
      const folder = "file:///maps/";
      const uri = folder + example.name;
      const otherFiles = Object.entries(example.otherFiles).map(([name, text]) => [folder + name, text]);
      const open = async (text: string): Promise<Workspace> => {
        const workspace = workspaceOn(memoryFileSystem(Object.fromEntries(otherFiles)));
        workspace.open(uri, text, 1);
        await workspace.addFolder(folder);
        await workspace.whenAllLoaded();
        return workspace;
      };
      const workspace = await open(example.text);
      const before = errorsOf(workspace, uri);
      const count = (problems: readonly { readonly code: string }[]): number =>
        problems.filter(({ code }) => code === example.section).length;
      const file = workspace.get(uri)?.file;
      for (const problem of workspace.problemsOf(uri).filter(({ code }) => code === example.section)) {
        const range = file?.syntax.rangeOf(problem.at);
        if (range === undefined) continue;
        for (const action of codeActions(workspace, uri, range, { ...actionOptions, only: ["quickfix"] })) {
          const text = applyWorkspaceEdit(workspace, action.edit ?? {})[uri] ?? "";
          const after = await open(text);
          expect(count(after.problemsOf(uri)), `${action.title}\n${text}`).toBeLessThan(
            count(workspace.problemsOf(uri)),
          );
          const newErrors = errorsOf(after, uri).filter((code) => !before.includes(code));
          expect(newErrors, `${action.title}\n${text}`).toEqual([]);
          // A comment that silences problems is what these two fixes change.
          for (const comment of example.text.match(/^\s*\/\/(?! argmap-ignore).*$/gm) ?? [])
            expect(text).toContain(comment.trim());
        }
      }
    },
  );
});
