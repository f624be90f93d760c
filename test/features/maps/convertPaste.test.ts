import { expect, test } from "vitest";
import { convertPaste } from "../../../server/features/maps/convertPaste.ts";
import { openWorkspace } from "../../support/workspaces/openWorkspace.ts";

const argdown = "[Keep]: It stays.\n  + <Air>: It is clean.\n";
const converted = "claim Keep: It stays.\n  reason Air: It is clean.\n";

/** Pastes at the cursor of a map. */
async function paste(map: string, text = argdown): Promise<string | undefined> {
  const { workspace, uri, cursor } = await openWorkspace(map);
  return (await convertPaste(workspace, uri, cursor, text))?.text;
}

test("converts what is pasted into an empty line, with a blank line above", async () => {
  expect(await paste("¦")).toBe(converted);
  expect(await paste("claim own: Mine.\n¦\n")).toBe(`\n${converted}`);
  expect(await paste("claim own: Mine.\n\n¦\nclaim next: Next.\n")).toBe(converted);
});

test("gives names that the map does not have", async () => {
  expect(await paste("claim Keep: Mine.\n\n¦")).toContain("claim Keep-2: It stays.");
});

test("leaves the text as it is where entries at the left edge would part what belongs together", async () => {
  expect(await paste("claim own: Mine.\n¦\n  reason: Because.\n")).toBeUndefined();
  expect(await paste("claim own: Mi¦ne.\n")).toBeUndefined();
  expect(await paste("claim own: Mine.\n  ¦\n")).toBeUndefined();
});

test("leaves other text as it is, and a single line that may look foreign by chance", async () => {
  expect(await paste("¦", "claim a: A.\n  reason: B.\n")).toBeUndefined();
  expect(await paste("¦", "[Keep]: It stays.\n")).toBeUndefined();
});
