/** Opens marked maps together with their articles. */
import { isCited } from "../../../server/features/articles/shared/articleDocuments.ts";
import { type OpenWorkspace, openWorkspace } from "./openWorkspace.ts";

/** Opens a marked map or article, and reads all cited articles. */
export async function openArticles(source: string): Promise<OpenWorkspace> {
  const opened = await openWorkspace(source);
  for (const uri of Object.keys(opened.files)) isCited(opened.workspace, uri);
  await opened.workspace.whenIdle();
  return opened;
}

/** Replaces the text of an open article. */
export async function replaceArticle({ workspace }: OpenWorkspace, uri: string, text: string): Promise<void> {
  workspace.sources.open(uri, text);
  await workspace.whenIdle();
}
