import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { convertPaste } from "../../../server/features/maps/convertPaste.ts";
import { openWorkspace } from "../../support/workspaces/openWorkspace.ts";

const argdown = "[Keep]: It stays.\n  + <Air>: It is clean.\n";
const reasons = "+ <Air>: It is clean.\n  - <Rain>: It rained.\n- <Cost>: It is dear.";

/** Returns the map after its paste at the cursor was converted; undefined if that is not offered. */
async function paste(map: string, text = argdown): Promise<string | undefined> {
  const { workspace, uri, cursor } = await openWorkspace(map);
  const before = workspace.get(uri)?.file.syntax.text ?? "";
  const converted = await convertPaste(workspace, uri, { start: cursor, end: cursor }, text);
  if (converted === null) return undefined;
  const { range, text: newText } = converted;
  expect(range.start.line).toBeLessThanOrEqual(cursor.line);
  expect(range.end.line).toBeGreaterThanOrEqual(cursor.line);
  return TextDocument.applyEdits(TextDocument.create(uri, "argmap", 1, before), [{ range, newText }]);
}

test("converts what is pasted into an empty map, or between two entries", async () => {
  expect(await paste("¦")).toBe("claim Keep: It stays.\n  reason Air: It is clean.\n");
  expect(await paste("claim own: Mine.\n\n¦\nclaim next: Next.\n")).toBe(
    "claim own: Mine.\n\nclaim Keep: It stays.\n  reason Air: It is clean.\n\nclaim next: Next.\n",
  );
});

test("puts what is for and against the claim above under it, in a line with or without indentation", async () => {
  const expected =
    "claim own: Mine.\n  reason Air: It is clean.\n    objection Rain: It rained.\n  objection Cost: It is dear.\n";
  expect(await paste("claim own: Mine.\n¦\n", reasons)).toBe(expected);
  expect(await paste("claim own: Mine.\n  ¦\n", reasons)).toBe(expected);
});

test("keeps the lines of a file with CRLF", async () => {
  expect(await paste("claim own: Mine.\r\n¦\r\n", reasons)).toMatch(
    /^claim own: Mine\.\r\n {2}reason Air: It is clean\.\r\n/,
  );
});

test("gives names that the map does not have", async () => {
  expect(await paste("claim Keep: Mine.\n\n¦")).toContain("claim Keep-2: It stays.");
});

test("converts Kialo’s export with its sources", async () => {
  const kialo =
    "1. It stays.\n1.1. Pro: It is clean. [1]\n1.2. Con: It is dear.\n\nSources:\n[1] A report https://example.org\n";
  const text = await paste("claim own: Mine.\n\n¦", kialo);
  expect(text).toContain("  reason: It is clean.\n");
  expect(text).toContain("https://example.org");
});

test("offers nothing inside a line, for relations to nothing, for a text that cannot be read or is too long", async () => {
  expect(await paste("claim own: Mi¦ne.\n")).toBeUndefined();
  expect(await paste("¦claim own: Mine.\n")).toBeUndefined();
  expect(await paste("¦", reasons)).toBeUndefined();
  expect(await paste("¦", "[Keep]: It stays.\n\n(1) A premise.\n----\n")).toBeUndefined();
  expect(await paste("¦", `${argdown}[More]: ${"word ".repeat(50_000)}\n`)).toBeUndefined();
});

test("offers nothing for prose and for Argmap’s own text", async () => {
  expect(await paste("¦", "claim a: A.\n  reason: B.\n")).toBeUndefined();
  expect(await paste("¦", "It stays.\n\n- It is clean.\n- It is dear.\n")).toBeUndefined();
});

test("offers nothing if the map changes before the conversion is done", async () => {
  const { workspace, uri, cursor } = await openWorkspace("¦");
  const converting = convertPaste(workspace, uri, { start: cursor, end: cursor }, argdown);
  const version = (workspace.get(uri)?.version ?? 0) + 1;
  workspace.update(uri, [{ range: { start: cursor, end: cursor }, text: "claim own: Mine.\n" }], version);
  expect(await converting).toBeNull();
});
