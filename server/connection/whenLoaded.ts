import type { Workspace } from "../workspace/workspace.ts";

/**
 * Waits until the maps that an answer depends on are loaded, so that it is not given from half a map.
 *
 * @param uri the normalized URI of the document that the request is about; undefined if there is none
 * @param needsAllMaps whether the answer depends on all maps of the workspace
 */
export async function whenLoaded(workspace: Workspace, uri: string | undefined, needsAllMaps: boolean): Promise<void> {
  // Everything about an article depends on the maps that cite it, which may be any of the workspace.
  const isArticle = uri !== undefined && workspace.get(uri) === undefined;
  await (needsAllMaps || isArticle ? workspace.whenAllMapsLoaded() : workspace.whenMapsIdle());
}
