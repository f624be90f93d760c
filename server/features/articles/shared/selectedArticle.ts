/** Reads an article that the user selected, whether or not a map has it as a source. */
import type { Range } from "vscode-languageserver";
import type { ArticleDocument } from "../../../core/articles/articleDocument.ts";
import { documentOf } from "../../../core/articles/articleDocument.ts";
import { quoteFromSelection, type SelectedQuote } from "../../../core/articles/quotes/quoteFromSelection.ts";
import { unreadableMessage } from "../../../core/checks/support/unreadableSource.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { UserError } from "../../shared/userError.ts";
import { articleFileOf } from "./articleDocuments.ts";

/**
 * Returns the article with a URI, and reads it if necessary.
 *
 * @throws {UserError} if it cannot be read
 */
export async function readSelectedArticle(workspace: Workspace, uri: string): Promise<ArticleDocument> {
  const file = articleFileOf(uri);
  if (workspace.get(file) !== undefined) throw new UserError("This file is a map. Select an article instead.");
  workspace.sources.articleAt(file);
  await workspace.sources.articles.whenRead([file]);
  const result = workspace.sources.articleAt(file);
  if (result.state === "found") return documentOf(result.article, file, uri);
  // No source keeps this article in the cache yet, so it may have been evicted while it was read.
  if (result.state === "unknown") throw new UserError("Reading the file was interrupted. Try again.");
  throw new UserError(unreadableMessage(result) ?? "The file does not exist.");
}

/**
 * Returns the quote for the selections in an article.
 *
 * @throws {UserError} if they contain no word
 */
export function selectedQuote(document: ArticleDocument, selections: readonly Range[]): SelectedQuote {
  if (document.isRaw) throw new UserError("This editor shows the raw file. Open its text and select a passage there.");
  const quote = quoteFromSelection(
    document.article,
    selections.map((range) => document.passageOf(range)),
  );
  if (quote === undefined) throw new UserError("Nothing is selected. Select the passage of the article to quote.");
  return quote;
}
