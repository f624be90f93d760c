/** Articles that the user has chosen, whether a map names them as a source or not. */

import type { Range } from "vscode-languageserver";
import { unreadableMessage } from "../../../core/checks/support/unreadableSource.ts";
import type { ArticleDocument } from "../../../core/sources/articleDocument.ts";
import { documentOf } from "../../../core/sources/articleDocument.ts";
import { quoteFromSelection, type SelectedQuote } from "../../../core/sources/quotes/quoteFromSelection.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { UserError } from "../../shared/userError.ts";
import { articleFileOf } from "./articleDocuments.ts";

/**
 * The article under a URI, read where it has not been.
 *
 * @throws {UserError} where there is none
 */
export async function readSelectedArticle(workspace: Workspace, uri: string): Promise<ArticleDocument> {
  const file = articleFileOf(uri);
  if (workspace.get(file) !== undefined) throw new UserError("This is a map: choose the article that it is to quote.");
  workspace.sources.articleAt(file);
  await workspace.whenIdle();
  const result = workspace.sources.articleAt(file);
  if (result.state === "found") return documentOf(result.article, file, uri);
  // No source leads to it yet: it may have been let go while it was read.
  if (result.state === "unknown") throw new UserError("The file was not read to its end. Try again.");
  throw new UserError(unreadableMessage(result) ?? "There is no such file.");
}

/**
 * The quote of what is selected in an article.
 *
 * @throws {UserError} where no word is
 */
export function selectedQuote(document: ArticleDocument, selections: readonly Range[]): SelectedQuote {
  if (document.isRaw)
    throw new UserError("These are the bytes of the file: open it as text and select the words there.");
  const quoting = quoteFromSelection(
    document.article,
    selections.map((range) => document.passageOf(range)),
  );
  if (quoting === undefined) throw new UserError("Select the words of the article that are to be quoted first.");
  return quoting;
}
