/** What the extension does with articles: starts what is in the files beside this one. */
import { Disposable } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Articles } from "./articleClient.ts";
import { type Coverage, createCoverage } from "./coverage.ts";
import { registerEncoding } from "./encode.ts";
import { registerEncodeArticle } from "./encodeArticle.ts";
import { markPassages } from "./passageDecorations.ts";
import { quoteWhatIsPasted } from "./paste.ts";
import { showTexts } from "./readerTextDocuments.ts";
import type { UnquotedHint } from "./unquotedHint.ts";

/** Starts it; nothing is asked before the server runs. Previews show what is covered too. */
export function followSources(
  server: LanguageClient,
  articles: Articles,
  hint: UnquotedHint,
): Disposable & { readonly coverage: Coverage } {
  const marks = markPassages(articles);
  const coverage = createCoverage(articles, marks);
  const all = Disposable.from(
    marks,
    coverage,
    coverage.onToggled((on) => hint.show(server, on)),
    showTexts(articles),
    ...registerEncoding(articles),
    registerEncodeArticle(articles),
    quoteWhatIsPasted(articles, marks),
  );
  return { coverage, dispose: () => all.dispose() };
}
