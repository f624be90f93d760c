import { expect, test } from "vitest";
import { codeActions } from "../../../server/features/requests/editing/codeActions.ts";
import { SUPPOSE_COMMAND } from "../../../server/protocol/weighing.ts";
import { watchedMap } from "../../support/workspaces/watchedMap.ts";

const { uri, workspace, card } = watchedMap(`
  question why: Why?
    claim keep: The charge should stay.
      reason air: The air got cleaner.
        premise less
  claim less: There is less nitrogen dioxide.
`);

const options = {
  canResolveEdits: true,
  canRename: false,
  canCreateFiles: true,
  diagnostics: { severities: {}, referenceUri: undefined, supportsRelatedInformation: false },
  commands: new Set([SUPPOSE_COMMAND]),
};

/** Returns what can be supposed at a line. */
function suppositionsAt(line: number, changes: Partial<typeof options> & { readonly only?: readonly string[] } = {}) {
  const position = { line, character: 0 };
  return codeActions(workspace, uri, { start: position, end: position }, { ...options, ...changes }).flatMap(
    ({ title, command, edit, data }) => {
      if (!title.startsWith("Suppose")) return [];
      expect([edit, data]).toEqual([undefined, undefined]);
      return [[title, command?.arguments]];
    },
  );
}

test("a statement or step can be supposed true or false in the preview, without an edit", () => {
  expect(suppositionsAt(1)).toEqual([
    ["Suppose this is true", [{ card: card("keep"), isTrue: true }]],
    ["Suppose this is false", [{ card: card("keep"), isTrue: false }]],
  ]);
  expect(suppositionsAt(2)[1]).toEqual(["Suppose this is false", [{ card: card("air"), isTrue: false }]]);
});

test("a bare premise stands for the claim that it uses", () => {
  expect(suppositionsAt(3)).toEqual(suppositionsAt(4));
});

test("nothing can be supposed of a question, in a client without a preview, or among refactorings", () => {
  expect(suppositionsAt(0)).toEqual([]);
  expect(suppositionsAt(1, { commands: new Set() })).toEqual([]);
  expect(suppositionsAt(1, { only: ["refactor"] })).toEqual([]);
});
