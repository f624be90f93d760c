import fc from "fast-check";
import { expect, test } from "vitest";
import type { TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { codeActions } from "../../../server/features/requests/editing/codeActions.ts";
import { formatting } from "../../../server/features/requests/editing/formatting.ts";
import { rename } from "../../../server/features/requests/editing/rename.ts";
import type { Workspace } from "../../../server/workspace/workspace.ts";
import { anyMaps } from "../../support/arbitraries/workspaces.ts";
import { commentsOf, type FileTexts, openAll, printFiles } from "../../support/maps/mapFiles.ts";
import { applyWorkspaceEdit } from "../../support/workspaces/applyEdit.ts";
import { actionOptions } from "../../support/workspaces/codeActions.ts";
import { describeArgument, preservesArgument } from "../../support/workspaces/describeArgument.ts";

const formattingOptions = { lineWidth: 30, tabSize: 2, insertSpaces: true };

/** The next step. Its numbers select from whatever the maps contain at that time. */
const step = fc.record({
  kind: fc.constantFrom("action", "action", "action", "action", "format", "rename"),
  file: fc.nat(2),
  line: fc.nat(40),
  action: fc.nat(12),
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

const errorCount = (workspace: Workspace): number =>
  problemsOf(workspace).filter((problem) => problem.startsWith("error")).length;

interface Change {
  readonly title: string;
  readonly edit: WorkspaceEdit;
  readonly preservesArgument: boolean;
}

/** The change that a step makes; undefined if it is not possible. */
function changeOf(workspace: Workspace, step: Step): Change | undefined {
  const { kind, line, name } = step;
  const files = workspace.files();
  const file = files[step.file % files.length];
  if (file === undefined) return undefined;
  const { uri, syntax } = file;
  const number = line % syntax.lines.length;
  const { raw } = syntax.lines.at(number)?.scanned ?? { raw: "" };
  if (kind === "format") {
    const edits = formatting(workspace, uri, formattingOptions);
    return { title: `format ${uri}`, edit: toWorkspaceEdit(uri, edits), preservesArgument: true };
  }
  if (kind === "rename") {
    const named = [...syntax.entries.values()].filter(({ head }) => head.name !== undefined);
    const entry = named[line % Math.max(1, named.length)];
    if (entry?.head.name === undefined) return undefined;
    const position = { line: syntax.lines.numberOf(entry.line), character: entry.head.name.start };
    try {
      const edit = rename(workspace, uri, position, name);
      const needsConfirmation = Object.values(edit.changeAnnotations ?? {}).some(
        (annotation) => annotation.needsConfirmation,
      );
      const title = `rename ${entry.head.name.text} to ${name} at ${uri}:${position.line + 1}`;
      return needsConfirmation ? undefined : { title, edit, preservesArgument: true };
    } catch (error) {
      expect(error).toHaveProperty("name", "UserError");
      return undefined;
    }
  }
  const range = {
    start: { line: number, character: raw.length - raw.trimStart().length },
    end: { line: number, character: raw.length },
  };
  const actions = codeActions(workspace, uri, range, { ...actionOptions, only: [""] });
  const action = actions[step.action % Math.max(1, actions.length)];
  if (action?.edit === undefined) return undefined;
  return {
    title: `${action.title} at ${uri}:${number + 1}`,
    edit: action.edit,
    preservesArgument: preservesArgument(action.title),
  };
}

const toWorkspaceEdit = (uri: string, edits: readonly TextEdit[]): WorkspaceEdit => ({
  documentChanges: [{ textDocument: { uri, version: null }, edits: [...edits] }],
});

/** Applies an edit as an editor does: as changes of the open documents, the last one in a document first. */
function applyToWorkspace(workspace: Workspace, { documentChanges = [] }: WorkspaceEdit): void {
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

/** `ARGMAP_RUNS=3000 ARGMAP_SEED=random` searches more widely. */
const runs = Number(process.env.ARGMAP_RUNS ?? 40);

test("sequences of actions, formatting and renaming lose nothing, add no errors, and match a workspace that is opened afresh", async () => {
  const counts = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(anyMaps, fc.array(step, { minLength: 4, maxLength: 10 }), async (start, steps) => {
      const workspace = await openAll(start);
      for (const nextStep of steps) {
        const files = filesOf(workspace);
        const before = {
          argument: describeArgument(workspace),
          errors: errorCount(workspace),
          comments: commentsOf(files).toSorted(),
        };
        const change = changeOf(workspace, nextStep);
        if (change === undefined) continue;
        counts.set(nextStep.kind, (counts.get(nextStep.kind) ?? 0) + 1);
        // Throws if edits overlap.
        const expected = { ...files, ...applyWorkspaceEdit(workspace, change.edit) };
        const description = `${change.title}\n${printFiles(files)}\n---> \n${printFiles(expected)}`;
        applyToWorkspace(workspace, change.edit);
        await workspace.whenAllLoaded();
        expect(filesOf(workspace), description).toEqual(expected);
        expect(commentsOf(expected).toSorted(), description).toEqual(before.comments);
        expect(errorCount(workspace), description).toBeLessThanOrEqual(before.errors);
        if (change.preservesArgument) expect(describeArgument(workspace), description).toEqual(before.argument);
        if (nextStep.kind === "format") {
          const uri = workspace.files()[nextStep.file % workspace.files().length]?.uri ?? "";
          expect(formatting(workspace, uri, formattingOptions), description).toEqual([]);
        }
        expect(problemsOf(workspace), description).toEqual(problemsOf(await openAll(expected)));
      }
    }),
    { numRuns: runs },
  );
  // The test must have performed enough steps of each kind.
  for (const [kind, minimum] of [
    ["action", runs],
    ["format", runs / 3],
    ["rename", runs / 10],
  ] as const)
    expect(counts.get(kind), kind).toBeGreaterThan(minimum);
});
