import { readMetadata } from "../../../core/sources/read/metadata.ts";
import type { NewMapResult } from "../../../protocol/articles.ts";
import { baseName, parentFolder, stemOf } from "../../../workspace/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { UserError } from "../../shared/userError.ts";
import { readSelectedArticle } from "../shared/selectedArticle.ts";
import { relativePathTo, sourceLines, sourceNameFor } from "../shared/sourceEntry.ts";

const INDENT_UNIT = "  ";

/**
 * A new map beside an article: its URI, which no file has yet, and its text, the source filled in. The cursor belongs at
 * its end.
 *
 * @throws {UserError} where there is no article, or no folder for the map
 */
export async function newMap(workspace: Workspace, article: string): Promise<NewMapResult> {
  const { file, article: content } = await readSelectedArticle(workspace, article);
  const folder = parentFolder(file);
  if (folder === "" || !file.includes(":/"))
    throw new UserError("Save the article first, so that the map can name its file.");
  const uri = await freeUri(workspace, folder, stemOf(baseName(file)) || "map");
  const about = await readMetadata(content);
  const source = sourceLines(sourceNameFor(file, []), relativePathTo(uri, file), about, INDENT_UNIT);
  const lines = [`map: ${about.title ?? baseName(file)}`, "", ...source, "", ""];
  const end = { line: lines.length - 1, character: 0 };
  return { uri, content: lines.join("\n"), cursor: { start: end, end } };
}

/** A URI in a folder that no file has, whatever the case of its letters: on some disks that makes no difference. */
async function freeUri(workspace: Workspace, folder: string, stem: string): Promise<string> {
  const taken = new Set((await workspace.fileSystem.list(folder)).map((name) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const name = `${stem}${number === 1 ? "" : `-${number}`}.argmap`;
    const uri = `${folder}/${encodeURIComponent(name)}`;
    // One that is open may not be on disk yet.
    if (!taken.has(name.toLowerCase()) && workspace.get(uri) === undefined) return uri;
  }
}
