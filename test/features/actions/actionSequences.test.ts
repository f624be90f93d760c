import fc from "fast-check";
import { expect, test } from "vitest";
import type { TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { codeActions } from "../../../server/features/requests/codeActions.ts";
import { formatting } from "../../../server/features/requests/formatting.ts";
import { rename } from "../../../server/features/requests/rename.ts";
import type { Workspace } from "../../../server/workspace/workspace.ts";
import { applyWorkspaceEdit } from "../../support/applyEdit.ts";
import { anyMaps } from "../../support/arbitraries/workspaces.ts";
import { argumentOf, preservesArgument } from "../../support/argumentOf.ts";
import { commentsOf, type FileTexts, openAll, printFiles } from "../../support/mapFiles.ts";

const options = {
  canResolveEdits: false,
  canRename: true,
  canCreateFiles: true,
  diagnostics: { severities: {}, referenceUri: undefined, supportsRelatedInformation: false },
  only: [""],
};
const tidy = { lineWidth: 30, tabSize: 2, insertSpaces: true };

/** What is done next, by numbers that mean something only in the maps as they are then. */
const step = fc.record({
  what: fc.constantFrom("act", "act", "act", "act", "format", "rename"),
  which: fc.nat(2),
  line: fc.nat(40),
  pick: fc.nat(12),
  name: fc.constantFrom("x", "new", "nowhere", "c1", "r2", "新"),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const filesOf = (workspace: Workspace): FileTexts =>
  Object.fromEntries(workspace.files().map(({ uri, syntax }) => [uri, syntax.text]));

const problemsOf = (workspace: Workspace): readonly string[] =>
  workspace
    .files()
    .flatMap(({ uri, syntax }) =>
      workspace.problemsOf(uri).map(({ code, severity, message, at }) => {
        const { start } = syntax.rangeOf(at);
        return `${severity} ${code} ${uri}:${start.line}:${start.character} ${message}`;
      }),
    )
    .sort();

const errorsOf = (workspace: Workspace): number =>
  problemsOf(workspace).filter((problem) => problem.startsWith("error")).length;

interface Change {
  readonly title: string;
  readonly edit: WorkspaceEdit;
  /** Whether the argument stays the same. */
  readonly keeps: boolean;
}

/** What a step comes to, undefined where there is nothing to be done. */
function changeOf(workspace: Workspace, { what, which, line, pick, name }: Step): Change | undefined {
  const files = workspace.files();
  const file = files[which % files.length];
  if (file === undefined) return undefined;
  const { uri, syntax } = file;
  const number = line % syntax.lines.length;
  const { raw } = syntax.lines.at(number)?.scanned ?? { raw: "" };
  if (what === "format") {
    const edits = formatting(workspace, uri, tidy);
    return { title: `format ${uri}`, edit: changed(uri, edits), keeps: true };
  }
  if (what === "rename") {
    const named = [...syntax.entries.values()].filter(({ head }) => head.name !== undefined);
    const entry = named[line % Math.max(1, named.length)];
    if (entry?.head.name === undefined) return undefined;
    const position = { line: syntax.lines.numberOf(entry.line), character: entry.head.name.start };
    try {
      const edit = rename(workspace, uri, position, name);
      const isAsked = Object.values(edit.changeAnnotations ?? {}).some(({ needsConfirmation }) => needsConfirmation);
      return isAsked
        ? undefined
        : { title: `rename ${entry.head.name.text} to ${name} at ${uri}:${position.line + 1}`, edit, keeps: true };
    } catch (error) {
      expect(error).toHaveProperty("name", "UserError");
      return undefined;
    }
  }
  const range = {
    start: { line: number, character: raw.length - raw.trimStart().length },
    end: { line: number, character: raw.length },
  };
  const actions = codeActions(workspace, uri, range, options);
  const action = actions[pick % Math.max(1, actions.length)];
  if (action?.edit === undefined) return undefined;
  return {
    title: `${action.title} at ${uri}:${number + 1}`,
    edit: action.edit,
    keeps: preservesArgument(action.title),
  };
}

const changed = (uri: string, edits: readonly TextEdit[]): WorkspaceEdit => ({
  documentChanges: [{ textDocument: { uri, version: null }, edits: [...edits] }],
});

/** Makes a change as an editor does: as edits of the texts that are open, the last in a text first. */
function make(workspace: Workspace, { documentChanges = [] }: WorkspaceEdit): void {
  for (const change of documentChanges) {
    if (!("edits" in change)) {
      if (change.kind === "create") workspace.open(change.uri, "", 1);
      continue;
    }
    const edits = change.edits.flatMap((edit) =>
      "newText" in edit ? [{ range: edit.range, text: edit.newText }] : [],
    );
    const { uri } = change.textDocument;
    workspace.update(uri, edits.reverse(), (workspace.get(uri)?.version ?? 0) + 1);
  }
}

/** `ARGMAP_RUNS=3000 ARGMAP_SEED=random` looks for what so few do not find. */
const runs = Number(process.env.ARGMAP_RUNS ?? 40);

test("actions, formatting and renaming one after another lose nothing, make no error, and leave what a fresh reading gives", async () => {
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(anyMaps, fc.array(step, { minLength: 4, maxLength: 10 }), async (start, steps) => {
      const workspace = await openAll(start);
      for (const one of steps) {
        const files = filesOf(workspace);
        const before = {
          argument: argumentOf(workspace),
          errors: errorsOf(workspace),
          comments: commentsOf(files).toSorted(),
        };
        const change = changeOf(workspace, one);
        if (change === undefined) continue;
        done.set(one.what, (done.get(one.what) ?? 0) + 1);
        // Throws where edits overlap.
        const now = { ...files, ...applyWorkspaceEdit(workspace, change.edit) };
        const told = `${change.title}\n${printFiles(files)}\n---> \n${printFiles(now)}`;
        make(workspace, change.edit);
        await workspace.whenAllLoaded();
        expect(filesOf(workspace), told).toEqual(now);
        expect(commentsOf(now).toSorted(), told).toEqual(before.comments);
        expect(errorsOf(workspace), told).toBeLessThanOrEqual(before.errors);
        if (change.keeps) expect(argumentOf(workspace), told).toEqual(before.argument);
        if (one.what === "format") {
          const uri = workspace.files()[one.which % workspace.files().length]?.uri ?? "";
          expect(formatting(workspace, uri, tidy), told).toEqual([]);
        }
        expect(problemsOf(workspace), told).toEqual(problemsOf(await openAll(now)));
      }
    }),
    { numRuns: runs },
  );
  for (const [what, least] of [
    ["act", runs],
    ["format", runs / 3],
    ["rename", runs / 10],
  ] as const)
    expect(done.get(what), what).toBeGreaterThan(least);
}, 3_600_000);
