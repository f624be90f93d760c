/** Registers the features for articles. */
import { Disposable, type Event, EventEmitter, type Memento, type Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { registerSelectionCommands } from "./adding/addFromSelection.ts";
import { createShownAddition, type ShownAddition } from "./adding/shownAddition.ts";
import type { ArticleClient } from "./articleClient.ts";
import { keepArticleLanguages } from "./articleLanguage.ts";
import { type Coverage, createCoverage } from "./coverage/coverage.ts";
import { decoratePassages } from "./coverage/passageDecorations.ts";
import { createSelectWordsHint } from "./hints/selectWordsHint.ts";
import type { UnquotedHint } from "./hints/unquotedHint.ts";
import { registerMapArticle } from "./mapArticle.ts";
import { registerPasteProviders } from "./paste.ts";
import { registerReaderTexts } from "./readerTextDocuments.ts";

/** The article data that previews show. */
interface ArticleFeatures extends Disposable {
  readonly coverage: Coverage;
  /** An article and its map have been opened side by side. */
  readonly onMapped: Event<Uri>;
  readonly onAdded: ShownAddition["onShown"];
}

/** Registers everything in this folder. Returns what previews show too. `state` outlives the window. */
export function registerArticles(
  client: BaseLanguageClient,
  articles: ArticleClient,
  hint: UnquotedHint,
  state: Memento,
): ArticleFeatures {
  const selectWordsHint = createSelectWordsHint(state);
  const decorations = decoratePassages(articles);
  const coverage = createCoverage(articles, decorations);
  const shownAddition = createShownAddition();
  const mapped = new EventEmitter<Uri>();
  const subscriptions = Disposable.from(
    decorations,
    coverage,
    coverage.onToggled((isOn) => hint.setShown(client, isOn)),
    registerReaderTexts(articles),
    shownAddition,
    ...registerSelectionCommands(articles, shownAddition),
    selectWordsHint,
    mapped,
    registerMapArticle(articles, selectWordsHint, (map) => mapped.fire(map)),
    keepArticleLanguages(decorations),
    registerPasteProviders(articles, decorations),
  );
  return { coverage, onMapped: mapped.event, onAdded: shownAddition.onShown, dispose: () => subscriptions.dispose() };
}
