import { expect, test } from "vitest";
import { inlayHints } from "../../../../server/features/requests/display/inlayHints.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { type OpenWorkspace, openWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

const all = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

/** The text of a map with its hints in ⟨ ⟩. */
function withHints({ workspace, uri }: OpenWorkspace, range = all): string {
  const lines = (workspace.get(uri)?.file.syntax.text ?? "").split("\n");
  for (const { position, label } of [...inlayHints(workspace, uri, range)].reverse()) {
    const text = typeof label === "string" ? label : label.map(({ value }) => value).join("");
    const line = lines[position.line] ?? "";
    lines[position.line] = `${line.slice(0, position.character)}⟨${text}⟩${line.slice(position.character)}`;
  }
  return lines.join("\n");
}

const withoutHints = (source: string): string => source.replaceAll(/⟨[^⟩]*⟩/g, "");
const expectHints = async (source: string): Promise<void> =>
  expect(withHints(await openWorkspace(withoutHints(source)))).toBe(source);

test("shows inherited speakers, and the texts of bare premises", () =>
  expectHints(map`
    speaker lind: Maja Lind
    speaker roy: Arun Roy
    claim fell: It fell.
    claim keep by lind, roy: It stays.
      reason air⟨by lind, roy⟩: Cleaner air.
        premise⟨by lind, roy⟩: P.
        premise fell⟨It fell.⟩
        assumption: Nobody says so.
        premise by roy: His own.
      objection: Nobody's.
        reason: Nobody's.
  `));

test("links to speakers and claims of other files, also in Chinese", async () => {
  const opened = await openWorkspace(map`
    import p: people.argmap
    claim a by p.林: A.
      reason 空气: R.
        premise p.更清洁
    === people.argmap
    speaker 林: 林女士
    claim 更清洁: 空气更清洁。
  `);
  const hints = inlayHints(opened.workspace, opened.uri, all);
  const labels = hints.map(({ label }) =>
    typeof label === "string" ? [] : label.filter(({ location }) => location !== undefined),
  );
  expect(labels.map((parts) => parts.map(({ value }) => value))).toEqual([["林"], ["空气更清洁。"]]);
  expect(labels.flat().map(({ location }) => location?.uri.endsWith("people.argmap"))).toEqual([true, true]);
});

test("covers only the requested range", async () => {
  const opened = await openWorkspace("claim a: A.\n  reason:\n    premise a\n    premise a\n");
  const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 9 } };
  expect(withHints(opened, range)).toBe("claim a: A.\n  reason:\n    premise a\n    premise a⟨A.⟩\n");
});

test("shows nothing for syntax errors and undefined names", () =>
  expectHints("claim a by lost: A.\n  reason: R.\n    premise nowhere\n    premise a b\n  reason x y: R.\n"));

test("reflects edits", async () => {
  const opened = await openWorkspace("claim a: A¦\n  reason:\n    premise a\n");
  typeAtCursor(opened, " and more");
  expect(withHints(opened)).toBe("claim a: A and more\n  reason:\n    premise a⟨A and more⟩\n");
});
