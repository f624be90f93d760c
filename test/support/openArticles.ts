/** A marked map with its articles, read as they are when a request comes. */
import { isCited } from "../../server/features/articles/shared/articleDocuments.ts";
import { type OpenWorkspace, openWorkspace } from "./openWorkspace.ts";

/** Opens a marked map or article, and reads the articles that are asked about. */
export async function openArticles(source: string): Promise<OpenWorkspace> {
  const opened = await openWorkspace(source);
  for (const uri of Object.keys(opened.files)) isCited(opened.workspace, uri);
  await opened.workspace.whenIdle();
  return opened;
}

/** Puts another text in the place of an open article. */
export async function replaceArticle({ workspace }: OpenWorkspace, uri: string, text: string): Promise<void> {
  workspace.sources.open(uri, text);
  await workspace.whenIdle();
}
