import { expect, test } from "vitest";
import { asyncActions, resolveCodeAction } from "../../../server/features/requests/editing/codeActions.ts";
import { dedent } from "../../support/maps/dedent.ts";
import { applyWorkspaceEdit } from "../../support/workspaces/applyEdit.ts";
import { actionOptions } from "../../support/workspaces/codeActions.ts";
import { openWorkspace } from "../../support/workspaces/openWorkspace.ts";

/** Returns the map after its text of another tool, at the cursor, was converted; undefined if that is not offered. */
async function converted(source: string): Promise<string | undefined> {
  const { workspace, uri, cursor } = await openWorkspace(dedent(source));
  const actions = await asyncActions(workspace, uri, { start: cursor, end: cursor }, actionOptions);
  const action = actions.find(({ title }) => title.startsWith("Convert to Argmap"));
  return action && applyWorkspaceEdit(workspace, action.edit ?? {})[uri];
}

test("converts Argdown between two entries, with names that the map does not have yet", async () => {
  const map = `
    claim Keep: My own claim.
      reason: Mine.

    ¦[Keep]: The charge should stay.
      + <Air>: The air got cleaner.
        - [Rain]: It rained
          all spring.
      - <Unfair>: It is unfair.

    // About what follows.
    claim after: Something.
  `;
  expect(await converted(map)).toBe(
    dedent(`
      claim Keep: My own claim.
        reason: Mine.

      claim Keep-2: The charge should stay.
        reason Air: The air got cleaner.
          objection:
            premise Rain: It rained all spring.
        objection Unfair: It is unfair.

      // About what follows.
      claim after: Something.
    `),
  );
});

test("converts Kialo’s export with its title and its sources, which the map alone cannot read", async () => {
  const map = `
    claim own: My own claim.

    Discussion Title: Should the charge stay?

    1. The charge should stay.
    1.1. ¦Pro: The air got cleaner. [1]
    1.2. Con: It is unfair.

    Sources:
    [1] “Nitrogen fell” — A report https://example.org/report
  `;
  const text = (await converted(map)) ?? "";
  expect(text).toContain("claim own: My own claim.\n\n# Should the charge stay?\n\nsource");
  expect(text).toMatch(
    /claim: The charge should stay\.\n {2}reason: The air got cleaner\.\n {4}quote .*: Nitrogen fell/,
  );
  expect(text).not.toContain("Con:");
});

test("moves what was pasted into an entry below all that belongs to the entry", async () => {
  const map = `
    claim own: My own claim.
      ¦[Keep]: The charge should stay.
        + <Air>: The air got cleaner.
      reason: Mine.
        objection: Not so.
    claim next: The next.
  `;
  expect(await converted(map)).toBe(
    dedent(`
      claim own: My own claim.
        reason: Mine.
          objection: Not so.

      claim Keep: The charge should stay.
        reason Air: The air got cleaner.

      claim next: The next.
    `),
  );
});

test("keeps what cannot be converted as a comment", async () => {
  const text = await converted("¦# Parking {color: red}\n\n[Keep]: The charge should stay.\n  + <Air>: It is quiet.\n");
  expect(text).toBeUndefined();
  const map =
    "¦[Keep]: The charge should stay.\n  + <Air>: It is quiet. {color: red}\n\n# Streets {color: red}\n\n[Air]: A.\n";
  expect(await converted(map)).toContain("// Not converted: data of headings: “Streets”");
});

test("converts a text once, whatever its lines are, and leaves the text of entries alone", async () => {
  const map = "claim own: My own\n  words.\n  [Keep]: A.\n    + [Air]: B.\n    + [Sun]: C.\n";
  const { workspace, uri } = await openWorkspace(`¦${map}`);
  const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 9 } };
  const actions = await asyncActions(workspace, uri, range, actionOptions);
  expect(actions.map(({ title }) => title)).toEqual(["Convert to Argmap from Argdown"]);
  expect(applyWorkspaceEdit(workspace, actions[0]?.edit ?? {})[uri]).toBe(
    "claim own: My own\n  words.\n\nclaim Keep: A.\n  reason:\n    premise Air: B.\n  reason:\n    premise Sun: C.\n",
  );
});

test("converts only when the user chooses the action, if the client can wait", async () => {
  const { workspace, uri, cursor } = await openWorkspace("¦[Keep]: A.\n");
  const options = { ...actionOptions, canResolveEdits: true };
  const [action] = await asyncActions(workspace, uri, { start: cursor, end: cursor }, options);
  expect(action).not.toHaveProperty("edit");
  const resolved = await resolveCodeAction(workspace, action ?? { title: "" }, options);
  expect(applyWorkspaceEdit(workspace, resolved.edit ?? {})[uri]).toBe("claim Keep: A.\n");
});

test("leaves entries of the map alone, even if they cannot be read", async () => {
  const map = "resaon own: Mine.\n\n¦[Keep]: A.\n\nclaim after for: Something.\n";
  expect(await converted(map)).toBe("resaon own: Mine.\n\nclaim Keep: A.\n\nclaim after for: Something.\n");
  expect(await converted("¦[Keep]: A.\n\nresaon own: Mine.\n")).toBe("claim Keep: A.\n\nresaon own: Mine.\n");
});

test("converts premises and conclusions, and lines that go on with a text", async () => {
  const text = await converted("(1) First.\n(2) Second\nas well.\n¦----\n(3) So third.\n");
  expect(text).toBe(
    "claim: So third.\n  reason:\n    x-argdown: argument\n    premise: First.\n    premise: Second as well.\n",
  );
});

test("is not offered for other lines that belong to no entry", async () => {
  expect(await converted("¦Just some words.\n")).toBeUndefined();
});
