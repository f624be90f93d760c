import { expect, test } from "vitest";
import { inlayHints } from "../../../server/features/requests/inlayHints.ts";
import { map } from "../../support/markedMap.ts";
import { type OpenWorkspace, openWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";

const all = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

/** The text with its hints in ⟨ ⟩. */
function shown({ workspace, uri }: OpenWorkspace, range = all): string {
  const lines = (workspace.get(uri)?.file.syntax.text ?? "").split("\n");
  for (const { position, label } of [...inlayHints(workspace, uri, range)].reverse()) {
    const text = typeof label === "string" ? label : label.map(({ value }) => value).join("");
    const line = lines[position.line] ?? "";
    lines[position.line] = `${line.slice(0, position.character)}⟨${text}⟩${line.slice(position.character)}`;
  }
  return lines.join("\n");
}

const plain = (source: string): string => source.replaceAll(/⟨[^⟩]*⟩/g, "");
const expectHints = async (source: string): Promise<void> =>
  expect(shown(await openWorkspace(plain(source)))).toBe(source);

test("shows whose an entry is by what stands above it, and what a bare premise says", () =>
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

test("shows what a claim of another file says, with a link there, in Chinese too", async () => {
  const at = await openWorkspace(map`
    import p: people.argmap
    claim a by p.林: A.
      reason 空气: R.
        premise p.更清洁
    === people.argmap
    speaker 林: 林女士
    claim 更清洁: 空气更清洁。
  `);
  const hints = inlayHints(at.workspace, at.uri, all);
  const labels = hints.map(({ label }) =>
    typeof label === "string" ? [] : label.filter(({ location }) => location !== undefined),
  );
  expect(labels.map((parts) => parts.map(({ value }) => value))).toEqual([["林"], ["空气更清洁。"]]);
  expect(labels.flat().map(({ location }) => location?.uri.endsWith("people.argmap"))).toEqual([true, true]);
});

test("looks at the lines of the range only", async () => {
  const at = await openWorkspace("claim a: A.\n  reason:\n    premise a\n    premise a\n");
  const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 9 } };
  expect(shown(at, range)).toBe("claim a: A.\n  reason:\n    premise a\n    premise a⟨A.⟩\n");
});

test("says nothing of what cannot be read or leads nowhere", () =>
  expectHints("claim a by lost: A.\n  reason: R.\n    premise nowhere\n    premise a b\n  reason x y: R.\n"));

test("shows what a claim says as it is during an edit", async () => {
  const at = await openWorkspace("claim a: A¦\n  reason:\n    premise a\n");
  typeAtCursor(at, " and more");
  expect(shown(at)).toBe("claim a: A and more\n  reason:\n    premise a⟨A and more⟩\n");
});
