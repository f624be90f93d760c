import { expect, test } from "vitest";
import { asyncActions, codeActions, resolveCodeAction } from "../../../server/features/requests/editing/codeActions.ts";
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

test("puts what is for or against the claim that it was pasted into under that claim, and keeps its own attributes", async () => {
  const map = `
    claim own: My own claim.
      likelihood: likely
      ¦+ <Air>: It is clean.
        - <Deep>: Not everywhere.
      - <Bus>: It is full.
      note: To be checked.
      reason: Mine.

    claim next: The next.
  `;
  expect(await converted(map)).toBe(
    dedent(`
      claim own: My own claim.
        likelihood: likely
        note: To be checked.
        reason Air: It is clean.
          objection Deep: Not everywhere.
        objection Bus: It is full.
        reason: Mine.

      claim next: The next.
    `),
  );
});

test("puts items of Kialo under the step that they were pasted into, and their sources at the left edge", async () => {
  const map = `
    claim own: My own claim.
      reason: Mine.
        ¦1.1. Pro: It is clean.
        1.2. Con: It is full. [1]

        Sources:
        [1] “Buses are full” — A report https://example.org/report
      objection: Not so.
    claim next: The next.
  `;
  expect(await converted(map)).toBe(
    dedent(`
      claim own: My own claim.
        reason: Mine.
          reason: It is clean.
          objection: It is full.
            quote report: Buses are full
        objection: Not so.

      source report: A report
        url: https://example.org/report

      claim next: The next.
    `),
  );
});

test("ends at an attribute of the map", async () => {
  const map = "claim own: Mine.\n  ¦1.1. Pro: It is clean.\n  likelihood: 70%\n  1.2. Con: It is full.\n";
  expect(await converted(map)).toBe(
    "claim own: Mine.\n  likelihood: 70%\n  reason: It is clean.\n  1.2. Con: It is full.\n",
  );
});

test("converts what is left below an attribute the next time, even if it has the name of the root that it is read with", async () => {
  const map =
    "claim own: Mine.\n  ¦+ <Air>: It is clean.\n  likelihood: 70%\n  - <Root>: It is full.\n  + [Root]: It rots.\n";
  const once = (await converted(map)) ?? "";
  expect(once).toContain("  reason Air: It is clean.\n  - <Root>");
  expect(await converted(once.replace("  - <", "  ¦- <"))).toBe(
    "claim own: Mine.\n  likelihood: 70%\n  reason Air: It is clean.\n  objection Root-2: It is full.\n  reason:\n    premise Root: It rots.\n",
  );
});

test("takes an item with one number for the root, indented or not", async () => {
  expect(await converted("claim own: Mine.\n  ¦1. It stays.\n  1.1. Pro: It is clean.\n")).toBe(
    "claim own: Mine.\n\nclaim: It stays.\n  reason: It is clean.\n",
  );
});

test.each([
  ["Argdown", "¦- <Bus>: It is full.\n"],
  ["Kialo", "claim own: Mine.\n\n¦1.1. Pro: It is clean.\n1.2. Con: It is full.\n"],
])("refuses text from %s that is for or against what nobody can know, and is not preferred", async (_, map) => {
  const { workspace, uri, cursor } = await openWorkspace(map);
  const options = { ...actionOptions, canResolveEdits: true };
  const [action = { title: "" }] = await asyncActions(workspace, uri, { start: cursor, end: cursor }, options);
  expect(action.title).toContain("Convert to Argmap");
  expect(action).not.toHaveProperty("isPreferred");
  await expect(resolveCodeAction(workspace, action, options)).rejects.toThrow(
    "Indent it under that claim, then convert it.",
  );
});

test("refuses text with lines that the tool cannot read, rather than to make one text of them", async () => {
  const { workspace, uri, cursor } = await openWorkspace("¦[Keep]: It stays.\n+ <Air>: It is clean.\n");
  const options = { ...actionOptions, canResolveEdits: true };
  const [action = { title: "" }] = await asyncActions(workspace, uri, { start: cursor, end: cursor }, options);
  await expect(resolveCodeAction(workspace, action, options)).rejects.toThrow("Argdown cannot read this text.");
});

test("is left out, with the other actions still there, if it would be refused and the client wants all edits at once", async () => {
  const { workspace, uri } = await openWorkspace(
    "source r: R\n  file: texts/reports.txt\n\n¦- <Bus>: It is full.\n=== texts/report.txt\nIt fell.\n",
  );
  await workspace.whenIdle();
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const titles = async (canResolveEdits: boolean): Promise<readonly string[]> =>
    (await asyncActions(workspace, uri, range, { ...actionOptions, canResolveEdits })).map(({ title }) => title);
  const all = await titles(true);
  expect(all).toContain("Convert to Argmap from Argdown");
  expect(all.length).toBeGreaterThan(1);
  expect(await titles(false)).toEqual(all.filter((title) => title !== "Convert to Argmap from Argdown"));
});

test("is not offered for other lines that belong to no entry", async () => {
  expect(await converted("¦Just some words.\n")).toBeUndefined();
});

test("is preferred to making a claim of one line of the text, but not where it is refused", async () => {
  const isClaimPreferred = async (map: string): Promise<boolean> => {
    const { workspace, uri, cursor } = await openWorkspace(map);
    const actions = codeActions(workspace, uri, { start: cursor, end: cursor }, actionOptions);
    const claim = actions.find(({ title }) => title === "Make it a claim") ?? expect.unreachable();
    return claim.isPreferred === true;
  };
  expect(await isClaimPreferred("¦1. It stays.\n1.1. Pro: It is clean.\n1.2. Con: It is full.\n")).toBe(false);
  expect(await isClaimPreferred("1. It stays.\n¦1.1. Pro: It is clean.\n1.2. Con: It is full.\n")).toBe(false);
  expect(await isClaimPreferred("¦1.1. Pro: It is clean.\n1.2. Con: It is full.\n")).toBe(true);
  expect(await isClaimPreferred("¦It stays.\n")).toBe(true);
});

test("refuses a text that would keep the server from other work", async () => {
  const { workspace, uri, cursor } = await openWorkspace(`¦[Keep]: It stays.\n  + <Air>: ${"clean ".repeat(40_000)}\n`);
  const options = { ...actionOptions, canResolveEdits: true };
  const [action = { title: "" }] = await asyncActions(workspace, uri, { start: cursor, end: cursor }, options);
  await expect(resolveCodeAction(workspace, action, options)).rejects.toThrow("Import it from a file of its own.");
});
