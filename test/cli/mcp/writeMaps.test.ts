/** What happens to files when a change of an assistant cannot be written as a whole. */
import { spawn } from "node:child_process";
import { chmodSync, readFileSync, realpathSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { mapWriter } from "../../../server/cli/mcp/writeMaps.ts";
import { confineToFolders, MAX_MAP_BYTES } from "../../../server/node/confinedFileSystem.ts";
import { argmapProgram } from "../../support/programs/argmapCli.ts";
import { filesInFolder, writingAssistant } from "../../support/programs/mcpClient.ts";

/** Two maps, the change of both, and a writer that fails as a function says. */
function twoMaps(fails: (file: string, content: string) => boolean) {
  const folder = realpathSync(filesInFolder({ "a.argmap": "claim a: A.\n", "b.argmap": "claim b: B.\n" }));
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).toString();
  const files = confineToFolders([pathToFileURL(folder).toString()], MAX_MAP_BYTES);
  const write = mapWriter(files, async (file, content) => {
    if (fails(file, content)) throw Object.assign(new Error(), { code: "ENOSPC" });
    await writeFile(file, content);
  });
  const changes = [
    { uri: uriOf("a.argmap"), before: "claim a: A.\n", after: "claim c: A.\n" },
    { uri: uriOf("b.argmap"), before: "claim b: B.\n", after: "claim d: B.\n" },
  ];
  return { folder, change: () => write(changes), read: (name: string) => readFileSync(join(folder, name), "utf8") };
}

test("if one of two maps cannot be written, the other is changed back", async () => {
  const { change, read, folder } = twoMaps((file) => file.endsWith("b.argmap"));
  await expect(change()).rejects.toThrow(
    `Cannot write ${join(folder, "b.argmap")}: The disk is full. Nothing has changed.`,
  );
  expect(read("a.argmap")).toBe("claim a: A.\n");
});

test("a map that cannot be changed back is named", async () => {
  const { change, read, folder } = twoMaps((file, content) => file.endsWith("b.argmap") || content.includes("claim a"));
  await expect(change()).rejects.toThrow(
    `Cannot write ${join(folder, "b.argmap")}: The disk is full. But ${join(folder, "a.argmap")} already has the change, and could not be changed back. Tell the user, who has to undo it there.`,
  );
  expect(read("a.argmap")).toBe("claim c: A.\n");
});

test("a read-only map is refused, also if its folder can be changed", async () => {
  const assistant = await writingAssistant({ "a.argmap": "claim a: A.\n" });
  chmodSync(join(assistant.folder, "a.argmap"), 0o444);
  expect(await assistant.call("edit_entry", { map: "a", entry: "a", text: "B." })).toMatchObject({
    isError: true,
    text: expect.stringMatching(/^Cannot write .*a\.argmap: It is read-only\.$/),
  });
  expect(assistant.read("a.argmap")).toBe("claim a: A.\n");
});

test("requests are answered that the client sent before it closed its input", async () => {
  const folder = filesInFolder({ "a.argmap": "claim a: A.\n", "b.argmap": "claim b: B.\n" });
  const child = spawn(process.execPath, [argmapProgram, "mcp", folder], { stdio: ["pipe", "pipe", "inherit"] });
  const clientInfo = { name: "test", version: "1" };
  const requests = [
    { id: 1, method: "initialize", params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo } },
    { method: "notifications/initialized" },
    { id: 2, method: "tools/call", params: { name: "list_maps", arguments: {} } },
    { id: 3, method: "tools/call", params: { name: "check_map", arguments: { map: "a" } } },
    { id: 4, method: "tools/call", params: { name: "no_such_tool" } },
  ];
  child.stdin.end(requests.map((one) => `${JSON.stringify({ jsonrpc: "2.0", ...one })}\n`).join(""));
  const answers = (await text(child.stdout))
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  expect(answers).toHaveLength(4);
  expect(answers).toContainEqual(
    expect.objectContaining({
      id: 2,
      result: { content: [{ type: "text", text: expect.stringMatching(/b\.argmap/) }] },
    }),
  );
});
