/** The table of all tools. Each protocol that assistants speak takes names, descriptions and schemas from here. */
import * as v from "valibot";
import { UserError } from "../features/shared/userError.ts";
import type { AssistantSession } from "./session.ts";
import type { AnyTool, Tool, ToolAnswer } from "./tool.ts";
import { addEntry } from "./tools/addEntry.ts";
import { checkMap } from "./tools/checkMap.ts";
import { drawMap } from "./tools/drawMap.ts";
import { editEntryTool } from "./tools/editEntry.ts";
import { evaluateMap } from "./tools/evaluateMap.ts";
import { findGaps } from "./tools/findGaps.ts";
import { listMaps } from "./tools/listMaps.ts";
import { moveEntry } from "./tools/moveEntry.ts";
import { readMap } from "./tools/readMap.ts";
import { renameEntry } from "./tools/renameEntry.ts";
import { searchArticle } from "./tools/searchArticle.ts";

/** Adds the check of the input to a tool. */
const checked = <Input extends v.ObjectEntries>(tool: Tool<Input>): AnyTool => ({
  ...tool,
  run: async (session, input) => tool.run(session, v.parse(tool.input, input)),
});

/** The tools in the order in which assistants see them. */
export const tools: readonly AnyTool[] = [
  checked(listMaps),
  checked(readMap),
  checked(checkMap),
  checked(searchArticle),
  checked(findGaps),
  checked(evaluateMap),
  checked(drawMap),
  checked(addEntry),
  checked(editEntryTool),
  checked(moveEntry),
  checked(renameEntry),
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
