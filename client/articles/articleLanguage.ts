/**
 * The language of articles. VS Code shows plain text and HTML unwrapped, with each paragraph as one endless line. An article
 * that a map cites therefore gets a language of its own, whose default settings suit reading. `package.json` declares the
 * languages and their settings, so that users can change them.
 */
import { type Disposable, languages, type TextDocument, window } from "vscode";
import type { PassageDecorations } from "./coverage/passageDecorations.ts";

/** The languages of articles, by those that VS Code chooses for their files. Markdown is wrapped already. */
const articleLanguages: Readonly<Record<string, string>> = {
  plaintext: "argmap-article",
  html: "argmap-article-html",
};

/** Shows a document as an article. Another language, which the user may have chosen, stays. */
export async function setArticleLanguage(document: TextDocument): Promise<TextDocument> {
  const language = articleLanguages[document.languageId];
  return language === undefined ? document : languages.setTextDocumentLanguage(document, language);
}

/** Shows every visible document as an article that a map is known to cite. */
export const keepArticleLanguages = (decorations: PassageDecorations): Disposable =>
  decorations.onArticlesUpdated(() => {
    const documents = new Set(window.visibleTextEditors.map(({ document }) => document));
    for (const document of documents) if (decorations.isArticle(document)) void setArticleLanguage(document);
  });
