import fc from "fast-check";
import { expect, test } from "vitest";
import type { WorkspaceEdit } from "vscode-languageserver";
import { codeActions } from "../../../server/features/requests/codeActions.ts";
import type { Workspace } from "../../../server/workspace/workspace.ts";
import { applyWorkspaceEdit } from "../../support/applyEdit.ts";
import { anyMaps } from "../../support/arbitraries/workspaces.ts";
import { argumentOf, preservesArgument } from "../../support/argumentOf.ts";
import { commentsOf, type FileTexts, linesOf, openAll, printFiles } from "../../support/mapFiles.ts";

const options = {
  canResolveEdits: false,
  canRename: true,
  canCreateFiles: true,
  diagnostics: { severities: {}, referenceUri: undefined, supportsRelatedInformation: false },
};

const errorsOf = (workspace: Workspace): readonly string[] =>
  [...workspace.all()].flatMap(({ file }) =>
    workspace.problemsOf(file.uri).flatMap(({ severity, code }) => (severity === "error" ? [code] : [])),
  );

/** Those of one list that are in another more seldom, or not at all. */
function more(now: readonly string[], before: readonly string[]): readonly string[] {
  const left = [...before];
  return now.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What the lines say, white space and line ends aside. */
const wordsOf = (files: FileTexts): string => linesOf(files).join("").replaceAll(/\s/g, "");

/** `ARGMAP_RUNS=3000 ARGMAP_SEED=random` looks for what so few do not find. */
const runs = Number(process.env.ARGMAP_RUNS ?? 80);

test("what is done to maps over several files keeps comments, makes no error, and where it only moves, the argument", async () => {
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      anyMaps,
      fc.array(fc.tuple(fc.nat(2), fc.nat(25), fc.boolean()), { minLength: 3, maxLength: 9 }),
      async (files, places) => {
        const workspace = await openAll(files);
        const before = { argument: argumentOf(workspace), errors: errorsOf(workspace) };
        const uris = Object.keys(files);
        for (const [which, number, isAtStart] of places) {
          const uri = uris[which] ?? "";
          const lines = (files[uri] ?? "").split(/\r?\n/);
          const line = number % lines.length;
          const raw = lines[line] ?? "";
          const at = { line, character: isAtStart ? raw.length - raw.trimStart().length : raw.length };
          const range = { start: at, end: { line, character: raw.length } };
          for (const { title, edit = {} } of codeActions(workspace, uri, range, { ...options, only: [""] })) {
            const shape = title.replaceAll(/“[^”]*”|\S+\.argmap/g, "…");
            done.set(shape, (done.get(shape) ?? 0) + 1);
            expectOneStep(edit);
            // Throws where edits overlap.
            const now = { ...files, ...applyWorkspaceEdit(workspace, edit) };
            const told = `${title} at ${uri}:${line + 1}\n${printFiles(files)}\n---> \n${printFiles(now)}`;
            const after = await openAll(now);
            expect(more(commentsOf(files), commentsOf(now)), told).toEqual([]);
            for (const [one, text] of Object.entries(now)) {
              expect(text.lastIndexOf("\uFEFF") <= 0, told).toBe(true);
              if (files[one]?.startsWith("\uFEFF")) expect(text.startsWith("\uFEFF"), told).toBe(true);
              if (files[one]?.includes("\r\n")) expect(text, told).not.toMatch(/[^\r]\n/);
            }
            // One error may have hidden another, of the same line say.
            expect(errorsOf(after).length, told).toBeLessThanOrEqual(before.errors.length);
            if (!preservesArgument(title)) continue;
            const words = wordsOf(now);
            for (const one of textLinesOf(files)) expect(words, told).toContain(one);
            expect(argumentOf(after), told).toEqual(before.argument);
          }
        }
      },
    ),
    { numRuns: runs },
  );
  const all = [...done.values()].reduce((sum, count) => sum + count, 0);
  expect(all).toBeGreaterThan(2 * runs);
  for (const shape of ["Move to …", "Move to a new file …", "Organise imports"]) {
    expect(done.get(shape), shape).toBeGreaterThan(3);
  }
}, 3_600_000);

const textLinesOf = (files: FileTexts): readonly string[] =>
  linesOf(files).flatMap((line) =>
    line.startsWith("goes on") || line.startsWith("note:") ? [line.replaceAll(/\s/g, "")] : [],
  );

/** One change, each file in it once: undone in one step. */
function expectOneStep({ documentChanges = [], changes }: WorkspaceEdit): void {
  expect(changes).toBeUndefined();
  const uris = documentChanges.flatMap((change) => ("edits" in change ? [change.textDocument.uri] : []));
  expect(new Set(uris).size).toBe(uris.length);
}
