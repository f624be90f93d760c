/** Opens marked maps together with their articles. */
import { type OpenWorkspace, openWorkspace } from "./openWorkspace.ts";

/** Opens a marked map or article, and reads all cited articles. */
export async function openArticles(source: string): Promise<OpenWorkspace> {
  const opened = await openWorkspace(source);
  const { citations } = opened.workspace;
  for (const uri of Object.keys(opened.files)) if (citations.sourcesOf(uri).size > 0) citations.passagesIn(uri);
  await opened.workspace.whenIdle();
  return opened;
}

/** Replaces the text of an open article. */
export async function replaceArticle({ workspace }: OpenWorkspace, uri: string, text: string): Promise<void> {
  workspace.sources.open(uri, text);
  await workspace.whenIdle();
}
