/** Articles that the user has chosen, whether a map names them as a source or not. */
import type { Range } from "vscode-languageserver";
import type { ArticleDocument } from "../../sources/document.ts";
import { documentOf } from "../../sources/document.ts";
import { type Quoting, quotingOf } from "../../sources/quoting.ts";
import type { Unreadable } from "../../sources/source.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { Refused } from "../refused.ts";
import { fileOfDocument } from "./document.ts";

const reasons: { readonly [S in Unreadable["state"] | "missing" | "outside" | "unknown"]: string } = {
  "too-large": "The article is larger than 20 MB.",
  denied: "The article cannot be read: it is no file, or may not be read.",
  foreign: "Articles of this kind are not read: save it as plain text, HTML or PDF, and choose that.",
  binary: "The article is no text.",
  broken: "The article is a PDF that cannot be read.",
  locked: "The article is a PDF that asks for a password.",
  wordless: "The article is a PDF of pictures, without words.",
  slow: "The article is a PDF that takes too long to be read.",
  missing: "There is no such file.",
  outside: "The article lies outside the folders of the workspace.",
  unknown: "The article has not been read yet.",
};

/**
 * The article under a URI, read where it has not been.
 *
 * @throws Refused where there is none
 */
export async function chosenDocument(workspace: Workspace, uri: string): Promise<ArticleDocument> {
  const file = fileOfDocument(uri);
  if (workspace.get(file) !== undefined) throw new Refused("This is a map: choose the article that it is to quote.");
  workspace.articleAt(file);
  await workspace.settled();
  const read = workspace.articleAt(file);
  if (read.state !== "found") throw new Refused(reasons[read.state]);
  return documentOf(read.article, file, uri);
}

/**
 * The quote of what is selected in an article.
 *
 * @throws Refused where no word is
 */
export function quotingIn(document: ArticleDocument, selections: readonly Range[]): Quoting {
  const quoting = quotingOf(
    document.article,
    selections.map((range) => document.passageOf(range)),
  );
  if (quoting === undefined) throw new Refused("Select the words of the article that are to be quoted first.");
  return quoting;
}
