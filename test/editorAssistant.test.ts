import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { createEditorAssistant } from "../server/editorAssistant.ts";
import type { MapChange } from "../server/protocol/assistant.ts";
import { filesInFolder } from "./support/programs/mcpClient.ts";

/** Returns the tools for open folders, and what they have written. */
async function assistantFor(folders: readonly string[], unsaved: Readonly<Record<string, string>> = {}) {
  const written: MapChange[] = [];
  const documents = {
    unsavedTexts: () => Object.entries(unsaved),
    write: async (changes: readonly MapChange[]) => void written.push(...changes),
  };
  const failed = (error: unknown): never => {
    throw error;
  };
  return { assistant: await createEditorAssistant(folders, documents, failed), written };
}

const uriOf = (path: string): string => pathToFileURL(path).href;

test.skipIf(process.platform === "win32")("in a folder that is a link, documents are those of the editor", async () => {
  const parent = filesInFolder({ "real/a.argmap": "claim a: A.\n" });
  symlinkSync(join(parent, "real"), join(parent, "link"));
  const map = uriOf(join(parent, "link/a.argmap"));
  const { assistant, written } = await assistantFor([uriOf(join(parent, "link"))], { [map]: "claim a: B.\n" });
  expect((await assistant.run("read_map", { map: "a.argmap" })).text).toContain("claim a: B.");
  expect(await assistant.run("edit_entry", { map: "a.argmap", entry: "a", text: "C." })).toMatchObject({
    isRefused: false,
  });
  expect(written).toEqual([{ uri: map, before: "claim a: B.\n", after: "claim a: C.\n" }]);
});

test("a folder that is open twice, also inside another, has each map once", async () => {
  const folder = filesInFolder({ "sub/a.argmap": "claim a: A.\n" });
  const { assistant } = await assistantFor([folder, join(folder, "sub"), `${folder}/`].map(uriOf));
  expect((await assistant.run("list_maps", {})).text).toBe("sub/a.argmap (1 entry)");
});
