/** Articles that the user has chosen, whether a map names them as a source or not. */
import type { Range } from "vscode-languageserver";
import { whyUnreadable } from "../../../core/checks/rules/sources/unreadable-source.ts";
import type { ArticleDocument } from "../../../core/sources/articleDocument.ts";
import { documentOf } from "../../../core/sources/articleDocument.ts";
import { type Quoting, quotingOf } from "../../../core/sources/quotes/quoteFromSelection.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { Refused } from "../../shared/userError.ts";
import { fileOfDocument } from "./articleDocuments.ts";

/**
 * The article under a URI, read where it has not been.
 *
 * @throws Refused where there is none
 */
export async function chosenDocument(workspace: Workspace, uri: string): Promise<ArticleDocument> {
  const file = fileOfDocument(uri);
  if (workspace.get(file) !== undefined) throw new Refused("This is a map: choose the article that it is to quote.");
  workspace.sources.at(file);
  await workspace.settled();
  const read = workspace.sources.at(file);
  if (read.state === "found") return documentOf(read.article, file, uri);
  // No source leads to it yet: it may have been let go while it was read.
  if (read.state === "unknown") throw new Refused("The file was not read to its end. Try again.");
  throw new Refused(whyUnreadable(read) ?? "There is no such file.");
}

/**
 * The quote of what is selected in an article.
 *
 * @throws Refused where no word is
 */
export function quotingIn(document: ArticleDocument, selections: readonly Range[]): Quoting {
  if (document.isRaw) throw new Refused("These are the bytes of the file: open it as text and select the words there.");
  const quoting = quotingOf(
    document.article,
    selections.map((range) => document.passageOf(range)),
  );
  if (quoting === undefined) throw new Refused("Select the words of the article that are to be quoted first.");
  return quoting;
}
