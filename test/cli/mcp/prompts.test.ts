/** What an assistant is offered beside the answers of tools: descriptions, hints, prompts and documents. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { connectAssistant, filesInFolder } from "../../support/programs/mcpClient.ts";
import { tollFiles } from "../../support/programs/tollMap.ts";
import { root } from "../../support/root.ts";

const assistantWith = (files: Readonly<Record<string, string>> = tollFiles) => connectAssistant(filesInFolder(files));

test("says of each tool what it does, and whether it changes maps", async () => {
  const { client } = await assistantWith();
  const { tools } = await client.listTools();
  expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual([
    ["list_maps", true],
    ["read_map", true],
    ["check_map", true],
    ["find_passages", true],
    ["coverage", true],
    ["evaluate_map", true],
    ["draw_map", true],
    ["add_entry", false],
    ["edit_entry", false],
    ["move_entry", false],
    ["rename_entry", false],
  ]);
  for (const { name, description, inputSchema, annotations } of tools) {
    expect(description, name).toMatch(/^[A-Z].*\.$/);
    const properties = Object.entries(inputSchema.properties ?? {}) as readonly (readonly [
      string,
      { readonly description?: string },
    ])[]; // JSON Schema.
    for (const [property, schema] of properties) expect(schema.description, `${name} ${property}`).toMatch(/\.$/);
    expect("preview" in (inputSchema.properties ?? {}), name).toBe(annotations?.readOnlyHint === false);
  }
});

test("an unknown tool, prompt or resource is an error of the protocol", async () => {
  const { client } = await assistantWith();
  await expect(client.callTool({ name: "delete_all" })).rejects.toThrow("There is no tool “delete_all”.");
  await expect(client.getPrompt({ name: "sing" })).rejects.toThrow("There is no prompt “sing”.");
  await expect(client.readResource({ uri: "argmap://secret" })).rejects.toThrow("There is no resource");
});

test("offers the language and the reference as documents", async () => {
  const { client } = await assistantWith();
  const { resources } = await client.listResources();
  for (const [index, file] of ["language.md", "reference.md"].entries()) {
    const { contents } = await client.readResource({ uri: resources[index]?.uri ?? "" });
    expect(contents).toMatchObject([
      { mimeType: "text/markdown", text: readFileSync(join(root, "docs", file), "utf8") },
    ]);
  }
});

const messageOf = async (files: Readonly<Record<string, string>>, name: string, given: Record<string, string>) => {
  const { client } = await assistantWith(files);
  const { messages } = await client.getPrompt({ name, arguments: given });
  const [message] = messages;
  return message?.content.type === "text" ? message.content.text : "";
};

test.each([
  ["map-article", { map: "toll", source: "report" }, "Map the argument of “report” in toll.argmap."],
  ["find-gaps", { map: "toll" }, "What does toll.argmap leave out of its articles?"],
  ["devils-advocate", { map: "toll", entry: "keep" }, "Play devil’s advocate on claim keep (#"],
])("the prompt %s names the map, the tools to use and the rule about quotes", async (name, given, start) => {
  const text = await messageOf(tollFiles, name, given);
  expect(text.startsWith(start), text).toBe(true);
  expect(text).toContain("find_passages");
  expect(text).toContain("Never change words to make a quote fit.");
});

test("the prompt for critical questions lists those of the schemes in the map", async () => {
  const files = {
    "a.argmap":
      "claim keep: It stays.\n  reason chen: Dr. Chen says so.\n    scheme: expert-opinion\n    question: Do other experts agree?\n  reason: Plain.\n",
  };
  const text = await messageOf(files, "critical-questions", { map: "a" });
  expect(text).toContain("About reason chen (#");
  expect(text).toContain(
    "- Does the opinion rest on evidence? (expert-opinion; an answer against it attacks the step.)\n",
  );
  expect(text).toContain(
    "- Do other experts agree? (expert-opinion; an answer against it attacks the step.) The map asks this already.",
  );
  expect(text).not.toContain("Plain");
});

test("a prompt about a map or entry that does not exist says so", async () => {
  const { client } = await assistantWith();
  const ask = (name: string, given: Record<string, string>) => client.getPrompt({ name, arguments: given });
  await expect(ask("find-gaps", { map: "none" })).rejects.toThrow("There is no map “none”");
  await expect(ask("devils-advocate", { map: "toll" })).rejects.toThrow("Give `entry`.");
  await expect(ask("critical-questions", { map: "toll" })).rejects.toThrow("Nothing here has a known scheme.");
});
