/** `argmap mcp`: lets an assistant work on the maps in folders. */
import { realpathSync, statSync } from "node:fs";
import { outermostFolders } from "../../workspace/files/folders.ts";
import { withoutTrailingSlash } from "../../workspace/files/paths.ts";
import { uriOf } from "../command.ts";
import { UsageError } from "../usageError.ts";

export interface McpCommandOptions {
  /** Whether the assistant may change maps. */
  readonly write?: boolean;
}

/**
 * Serves the tools over stdio until the client ends.
 *
 * @throws {UsageError} if a folder does not exist
 */
export async function mcp(targets: readonly string[], { write = false }: McpCommandOptions): Promise<number> {
  const folders = outermostFolders((targets.length === 0 ? ["."] : targets).map(realFolder));
  const { serve } = await import("../mcp/mcpServer.ts");
  await serve({ folders, canWrite: write });
  return 0;
}

/** Returns the URI of a folder without links. */
function realFolder(target: string): string {
  let folder: string;
  try {
    folder = realpathSync(target);
  } catch {
    throw new UsageError(`No such folder: ${target}`);
  }
  if (!statSync(folder).isDirectory()) throw new UsageError(`${target} is a file. Name the folder that contains it.`);
  return withoutTrailingSlash(uriOf(folder));
}
