/** The tools as protocols list them, with their input as JSON Schema. */
import { toJsonSchema } from "@valibot/to-json-schema";
import { tools } from "./registry.ts";
import type { AnyTool } from "./tool.ts";

/** The schema of an input, which is an object for each tool. */
export interface InputSchema {
  readonly type: "object";
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** Returns the JSON Schema of a tool's input. */
export function inputSchemaOf({ input }: AnyTool): InputSchema {
  // Every input is an object, so the cast is safe.
  const { $schema, ...schema } = toJsonSchema(input as Parameters<typeof toJsonSchema>[0], {
    target: "draft-2020-12",
  }) as InputSchema & { readonly $schema?: string };
  return schema;
}

/** Where the tools are offered: not in a browser alone, which has no Node. The extension is not running yet when VS Code asks. */
const HAS_NODE = "!isWeb || remoteName";

/** A tool in `contributes.languageModelTools` of package.json. */
export interface LanguageModelTool {
  readonly name: string;
  readonly displayName: string;
  readonly toolReferenceName: string;
  readonly canBeReferencedInPrompt: boolean;
  readonly modelDescription: string;
  readonly inputSchema: InputSchema;
  readonly tags: readonly string[];
  readonly when: string;
}

/** Returns the tools for VS Code, which takes no pictures from them. */
export const languageModelTools = (): readonly LanguageModelTool[] =>
  tools
    .filter(({ answersWithPicture }) => answersWithPicture !== true)
    .map((tool) => ({
      name: `argmap_${tool.name}`,
      displayName: `%tool.${tool.name}%`,
      toolReferenceName: `argmap-${tool.name.replaceAll("_", "-")}`,
      canBeReferencedInPrompt: true,
      modelDescription: tool.description,
      inputSchema: inputSchemaOf(tool),
      tags: ["argmap"],
      when: HAS_NODE,
    }));
