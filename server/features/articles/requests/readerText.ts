import { documentOf } from "../../../core/articles/articleDocument.ts";
import { readerTextUri } from "../../../core/articles/readerTextUri.ts";
import type { ReaderTextResult } from "../../../protocol/articles.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { readSelectedArticle } from "../shared/selectedArticle.ts";

/**
 * Returns the reader text of an article, with its pages.
 *
 * @throws {UserError} if the article cannot be read
 */
export async function readerText(workspace: Workspace, uri: string): Promise<ReaderTextResult> {
  const { file, article } = await readSelectedArticle(workspace, uri);
  const document = documentOf(article, file, readerTextUri(file));
  const pages = article.pages.map((page) => ({ label: page.label, range: document.rangeOf(page) }));
  return { uri: document.uri, file, text: article.text, pages };
}
