import fc from "fast-check";
import { expect, test } from "vitest";
import type { WorkspaceEdit } from "vscode-languageserver";
import { codeActions } from "../../../server/features/requests/editing/codeActions.ts";
import type { Workspace } from "../../../server/workspace/workspace.ts";
import { anyMaps } from "../../support/arbitraries/workspaces.ts";
import { commentsOf, type FileTexts, linesOf, openAll, printFiles } from "../../support/maps/mapFiles.ts";
import { applyWorkspaceEdit } from "../../support/workspaces/applyEdit.ts";
import { actionOptions } from "../../support/workspaces/codeActions.ts";
import { describeArgument, preservesArgument } from "../../support/workspaces/describeArgument.ts";

const errorsOf = (workspace: Workspace): readonly string[] =>
  workspace
    .files()
    .flatMap(({ uri }) =>
      workspace.problemsOf(uri).flatMap(({ severity, code }) => (severity === "error" ? [code] : [])),
    );

/** The difference of two lists as multisets: what `list` contains more often than `other`. */
function difference(list: readonly string[], other: readonly string[]): readonly string[] {
  const remaining = [...other];
  return list.filter((item) => {
    const index = remaining.indexOf(item);
    if (index >= 0) remaining.splice(index, 1);
    return index < 0;
  });
}

/** The text of all files without white space. */
const compactText = (files: FileTexts): string => linesOf(files).join("").replaceAll(/\s/g, "");

/** `ARGMAP_RUNS=3000 ARGMAP_SEED=random` searches more widely. */
const runs = Number(process.env.ARGMAP_RUNS ?? 80);

test("every action in maps of several files keeps comments and adds no errors; moves keep the argument", async () => {
  const counts = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      anyMaps,
      fc.array(fc.tuple(fc.nat(2), fc.nat(25), fc.boolean()), { minLength: 3, maxLength: 9 }),
      async (files, positions) => {
        const workspace = await openAll(files);
        const before = { argument: describeArgument(workspace), errors: errorsOf(workspace) };
        const uris = Object.keys(files);
        for (const [fileIndex, number, isAtStart] of positions) {
          const uri = uris[fileIndex] ?? "";
          const lines = (files[uri] ?? "").split(/\r?\n/);
          const line = number % lines.length;
          const raw = lines[line] ?? "";
          const at = { line, character: isAtStart ? raw.length - raw.trimStart().length : raw.length };
          const range = { start: at, end: { line, character: raw.length } };
          for (const { title, edit = {} } of codeActions(workspace, uri, range, { ...actionOptions, only: [""] })) {
            const shape = title.replaceAll(/“[^”]*”|\S+\.argmap/g, "…");
            counts.set(shape, (counts.get(shape) ?? 0) + 1);
            expectEachFileOnce(edit);
            // Throws if edits overlap.
            const edited = { ...files, ...applyWorkspaceEdit(workspace, edit) };
            const description = `${title} at ${uri}:${line + 1}\n${printFiles(files)}\n---> \n${printFiles(edited)}`;
            const after = await openAll(edited);
            expect(difference(commentsOf(files), commentsOf(edited)), description).toEqual([]);
            for (const [one, text] of Object.entries(edited)) {
              expect(text.lastIndexOf("\uFEFF") <= 0, description).toBe(true);
              if (files[one]?.startsWith("\uFEFF")) expect(text.startsWith("\uFEFF"), description).toBe(true);
              if (files[one]?.includes("\r\n")) expect(text, description).not.toMatch(/[^\r]\n/);
            }
            // The codes may differ, because an error can hide another one of the same line.
            expect(errorsOf(after).length, description).toBeLessThanOrEqual(before.errors.length);
            if (!preservesArgument(title)) continue;
            const text = compactText(edited);
            for (const one of textLinesOf(files)) expect(text, description).toContain(one);
            expect(describeArgument(after), description).toEqual(before.argument);
          }
        }
      },
    ),
    { numRuns: runs },
  );
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  expect(all).toBeGreaterThan(2 * runs);
  for (const shape of ["Move to …", "Move to a new file …", "Organize imports"]) {
    expect(counts.get(shape), shape).toBeGreaterThan(3);
  }
});

const textLinesOf = (files: FileTexts): readonly string[] =>
  linesOf(files).flatMap((line) =>
    line.startsWith("goes on") || line.startsWith("note:") ? [line.replaceAll(/\s/g, "")] : [],
  );

/** Each file must be in the edit once, so that a single undo reverts it. */
function expectEachFileOnce({ documentChanges = [], changes }: WorkspaceEdit): void {
  expect(changes).toBeUndefined();
  const uris = documentChanges.flatMap((change) => ("edits" in change ? [change.textDocument.uri] : []));
  expect(new Set(uris).size).toBe(uris.length);
}
