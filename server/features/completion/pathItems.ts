/** Completion of paths. */
import type { CompletionItem, Range } from "vscode-languageserver";
import { parentFolder, resolvePath } from "../../workspace/files/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { PathContext } from "./completionContext.ts";

const FILE = 17;
const FOLDER = 19;

/** Items for the files and folders in the folder of a path: maps for an import, other files for a source. */
export async function pathItems(
  workspace: Workspace,
  uri: string,
  { folder, fileKind }: PathContext,
  range: Range,
  leadingSpace: string,
): Promise<CompletionItem[]> {
  const placeholderUri = resolvePath(uri, `${folder}x`);
  if (placeholderUri === undefined) return [];
  const names = await workspace.fileSystem.list(parentFolder(placeholderUri));
  const isCandidate = (name: string): boolean => {
    if (name.startsWith(".")) return false;
    if (name.endsWith("/")) return name !== "node_modules/";
    return name.endsWith(".argmap") === (fileKind === "map") && resolvePath(uri, folder + name) !== uri;
  };
  // The parent folder is rarely meant, so it comes last.
  return [...names.filter(isCandidate), "../"].map((name) => {
    const isFolder = name.endsWith("/");
    return {
      label: name,
      kind: isFolder ? FOLDER : FILE,
      sortText: `${name === "../" ? 2 : isFolder ? 1 : 0}${name}`,
      textEdit: { range, newText: leadingSpace + name },
    };
  });
}
