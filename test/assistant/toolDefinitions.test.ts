import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { tools } from "../../server/assistant/registry.ts";
import { inputSchemaOf, languageModelTools } from "../../server/assistant/toolDefinitions.ts";

test("package.json contains the tools for VS Code, as `npm run build` generates them", () => {
  expect(manifest.contributes.languageModelTools).toEqual(languageModelTools());
});

test("a tool has the part `preview` if and only if it changes maps, by which VS Code asks for confirmation", () => {
  for (const tool of tools)
    expect("preview" in (inputSchemaOf(tool).properties ?? {}), tool.name).toBe(tool.changesMaps);
});

test("every tool and every part of its input is described to the assistant in sentences", () => {
  const sentence = /^[A-Z“].*\.$/s;
  for (const tool of tools) {
    expect(tool.description, tool.name).toMatch(sentence);
    for (const [part, schema] of Object.entries(inputSchemaOf(tool).properties ?? {}))
      expect(schema, `${tool.name} ${part}`).toMatchObject({ description: expect.stringMatching(sentence) });
  }
});
