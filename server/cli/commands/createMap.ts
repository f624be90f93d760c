/** `argmap new`: creates a map. */
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { baseName } from "../../core/strings/baseName.ts";
import { newMap } from "../../features/articles/requests/newMap.ts";
import { UserError } from "../../features/shared/userError.ts";
import { diskFileSystem } from "../../node/diskFileSystem.ts";
import { parentFolder, stemOf } from "../../workspace/files/paths.ts";
import { Workspace } from "../../workspace/workspace.ts";
import { uriOf, writeOutput } from "../command.ts";
import { UsageError } from "../usageError.ts";

export interface CreateMapOptions {
  /** The article that the map is about. */
  readonly from?: string;
  /** Whether to replace a file that exists. */
  readonly force?: boolean;
}

/**
 * Writes a map, and prints its name.
 *
 * @throws {UsageError} if neither a file nor an article is named, the article cannot be read, or the file exists
 */
export async function createMap(target: string | undefined, { from, force }: CreateMapOptions): Promise<number> {
  if (target === undefined && from === undefined) throw new UsageError("Name the new map, or an article with --from.");
  if (target !== undefined && !target.endsWith(".argmap"))
    throw new UsageError(`The name of a map ends in .argmap: ${target}.argmap`);
  const { file, content } = from === undefined ? emptyMap(target ?? "") : await mapOfArticle(from, target);
  if (existsSync(file) && force !== true) throw new UsageError(`${file} exists. Use --force to replace it.`);
  await writeOutput(file, content);
  process.stdout.write(`${file}\n`);
  return 0;
}

const emptyMap = (file: string): { readonly file: string; readonly content: string } => ({
  file,
  content: `map: ${stemOf(baseName(uriOf(file)))}\n\nclaim: \n`,
});

async function mapOfArticle(from: string, target: string | undefined) {
  const article = uriOf(from);
  const workspace = new Workspace(diskFileSystem, (error) => {
    throw error;
  });
  workspace.sources.allowFolder(parentFolder(article));
  try {
    const { uri, content } = await newMap(workspace, article);
    return { file: target ?? path.relative(process.cwd(), fileURLToPath(uri)), content };
  } catch (error) {
    throw error instanceof UserError ? new UsageError(`${from}: ${error.message}`) : error;
  }
}
