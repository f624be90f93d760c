/** The table of all tools. Each protocol that assistants speak takes names, descriptions and schemas from here. */
import * as v from "valibot";
import { UserError } from "../features/shared/userError.ts";
import type { AssistantSession } from "./session.ts";
import type { AnyTool, Tool, ToolAnswer } from "./tool.ts";
import { addEntryTool } from "./tools/addEntry.ts";
import { checkMapTool } from "./tools/checkMap.ts";
import { coverageTool } from "./tools/coverage.ts";
import { drawMapTool } from "./tools/drawMap.ts";
import { editEntryTool } from "./tools/editEntry.ts";
import { evaluateMapTool } from "./tools/evaluateMap.ts";
import { findPassagesTool } from "./tools/findPassages.ts";
import { listMapsTool } from "./tools/listMaps.ts";
import { moveEntryTool } from "./tools/moveEntry.ts";
import { readMapTool } from "./tools/readMap.ts";
import { renameEntryTool } from "./tools/renameEntry.ts";

/** Adds the check of the input to a tool. */
const checked = <Input extends v.ObjectEntries>(tool: Tool<Input>): AnyTool => ({
  ...tool,
  run: async (session, input) => tool.run(session, v.parse(tool.input, input)),
});

/** The tools in the order in which assistants see them. */
export const tools: readonly AnyTool[] = [
  checked(listMapsTool),
  checked(readMapTool),
  checked(checkMapTool),
  checked(findPassagesTool),
  checked(coverageTool),
  checked(evaluateMapTool),
  checked(drawMapTool),
  checked(addEntryTool),
  checked(editEntryTool),
  checked(moveEntryTool),
  checked(renameEntryTool),
];

/**
 * Runs a tool on the maps as they are on disk, after the calls before it.
 *
 * @throws {UserError} with the reason why the request cannot be met, and what to do
 */
export async function runTool(session: AssistantSession, tool: AnyTool, input: unknown): Promise<ToolAnswer> {
  try {
    return await session.inTurn(() => tool.run(session, input));
  } catch (error) {
    throw error instanceof v.ValiError ? new UserError(inputMessage(error)) : error;
  }
}

/** Says which part of an input is wrong. */
function inputMessage({ issues, message }: v.ValiError<v.GenericSchema>): string {
  const [issue] = issues;
  const path = issue === undefined ? null : v.getDotPath(issue);
  return `${path === null ? "The input" : `\`${path}\``} is not valid: ${issue?.message ?? message}.`;
}
