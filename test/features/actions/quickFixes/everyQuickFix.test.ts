import { describe, expect, test } from "vitest";
import { checks } from "../../../../server/core/checks/registry.ts";
import { asyncActions, codeActions } from "../../../../server/features/requests/editing/codeActions.ts";
import type { Workspace } from "../../../../server/workspace/workspace.ts";
import { examples } from "../../../support/maps/referenceExamples.ts";
import { applyWorkspaceEdit } from "../../../support/workspaces/applyEdit.ts";
import { actionOptions } from "../../../support/workspaces/codeActions.ts";
import { memoryFileSystem, workspaceOn } from "../../../support/workspaces/memoryFileSystem.ts";

/** Opens an example with another text, and the files next to it. */
async function openExample(
  { name, otherFiles }: (typeof examples)[number],
  text: string,
): Promise<{ readonly workspace: Workspace; readonly uri: string }> {
  const folder = "file:///maps/";
  const uri = folder + name;
  const others = Object.entries(otherFiles).map(([other, content]) => [folder + other, content]);
  const workspace = workspaceOn(memoryFileSystem(Object.fromEntries(others)));
  workspace.open(uri, text, 1);
  await workspace.addFolder(folder);
  await workspace.whenAllLoaded();
  return { workspace, uri };
}

const errorsOf = (workspace: Workspace, uri: string): readonly string[] =>
  workspace.problemsOf(uri).flatMap(({ severity, code }) => (severity === "error" ? [code] : []));

describe("every rule has a quick fix for its wrong example, or says why not", () => {
  test.each(checks)("$code", async ({ code, noFix }) => {
    const titles: string[] = [];
    for (const example of examples.filter(({ isWrong, section }) => isWrong && section === code)) {
      const { workspace, uri } = await openExample(example, example.text);
      for (const problem of workspace.problemsOf(uri).filter((one) => one.code === code)) {
        const range = workspace.get(uri)?.file.syntax.rangeOf(problem.at);
        if (range === undefined) continue;
        // Some rules are off by default.
        const shown = { ...actionOptions.diagnostics, severities: { [code]: "warning" as const } };
        const options = { ...actionOptions, only: ["quickfix"], diagnostics: shown };
        const actions = [
          ...codeActions(workspace, uri, range, options),
          ...(await asyncActions(workspace, uri, range, options)),
        ];
        const ofProblem = actions.filter(({ diagnostics = [] }) => diagnostics.some((one) => one.code === code));
        titles.push(...ofProblem.map(({ title }) => title));
      }
    }
    const corrections = titles.filter((title) => !/^(?:Treat as text|Ignore )/.test(title));
    if (noFix === undefined) expect(corrections).not.toEqual([]);
    else expect(corrections).toEqual([]);
  });
});

describe("every quick fix of every wrong example in the reference", () => {
  test.each(examples.filter(({ isWrong }) => isWrong))(
    "fixes $section in line $line without a new error",
    async (example) => {
      const { workspace, uri } = await openExample(example, example.text);
      const before = errorsOf(workspace, uri);
      const count = (problems: readonly { readonly code: string }[]): number =>
        problems.filter(({ code }) => code === example.section).length;
      const file = workspace.get(uri)?.file;
      for (const problem of workspace.problemsOf(uri).filter(({ code }) => code === example.section)) {
        const range = file?.syntax.rangeOf(problem.at);
        if (range === undefined) continue;
        for (const action of codeActions(workspace, uri, range, { ...actionOptions, only: ["quickfix"] })) {
          const text = applyWorkspaceEdit(workspace, action.edit ?? {})[uri] ?? "";
          const { workspace: after } = await openExample(example, text);
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
