import { readMetadata } from "../../../core/articles/read/metadata.ts";
import { baseName } from "../../../core/strings/baseName.ts";
import type { NewMapResult } from "../../../protocol/articles.ts";
import { parentFolder, stemOf } from "../../../workspace/files/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { UserError } from "../../shared/userError.ts";
import { readSelectedArticle } from "../shared/selectedArticle.ts";
import { relativePathTo, sourceLines, sourceNameFor } from "../shared/sourceEntry.ts";

const INDENT_UNIT = "  ";

/**
 * Returns a new map for an article: an unused URI in the same folder, the content with the source filled in, and the
 * cursor position at its end. Writes nothing.
 *
 * @throws {UserError} if the article cannot be read or is not in a folder
 */
export async function newMap(workspace: Workspace, article: string): Promise<NewMapResult> {
  const { file, article: content } = await readSelectedArticle(workspace, article);
  const folder = parentFolder(file);
  if (folder === "" || !file.includes(":/"))
    throw new UserError("The article has no file that a map can refer to. Save it first.");
  const uri = await freeUri(workspace, folder, stemOf(baseName(file)) || "map");
  const metadata = await readMetadata(content);
  const source = sourceLines(sourceNameFor(file, []), relativePathTo(uri, file), metadata, INDENT_UNIT);
  const lines = [`map: ${metadata.title ?? stemOf(baseName(file))}`, "", ...source, "", ""];
  const end = { line: lines.length - 1, character: 0 };
  return { uri, content: lines.join("\n"), cursor: { start: end, end } };
}

/** An unused URI in a folder. Ignores case, because some file systems do. */
async function freeUri(workspace: Workspace, folder: string, stem: string): Promise<string> {
  const taken = new Set((await workspace.fileSystem.list(folder)).map((name) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const name = `${stem}${number === 1 ? "" : `-${number}`}.argmap`;
    const uri = `${folder}/${encodeURIComponent(name)}`;
    // An open map may not be on disk yet.
    if (!taken.has(name.toLowerCase()) && workspace.get(uri) === undefined) return uri;
  }
}
