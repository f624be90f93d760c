/** *Toggle Coverage*: marks the paragraphs of articles that no entry cites, and shows counts in the status bar. */
import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  l10n,
  OverviewRulerLane,
  StatusBarAlignment,
  TabInputText,
  type TextDocument,
  ThemeColor,
  Uri,
  window,
  workspace,
} from "vscode";
import type { CoverageCounts } from "../../../server/protocol/preview.ts";
import { toRange } from "../../editor/navigation.ts";
import { isOpenInTab } from "../../editor/viewColumns.ts";
import { LANGUAGE } from "../../language.ts";
import type { ArticleClient } from "../articleClient.ts";
import { countCoverage } from "./coverageCounts.ts";
import { gutterBar, type PassageDecorations } from "./passageDecorations.ts";
import { pickUncited } from "./pickUncited.ts";

export interface Coverage extends Disposable {
  /** The user has turned coverage on or off. */
  readonly onToggled: Event<boolean>;
  /** The counts may have changed, or coverage was turned on or off. */
  readonly onRefreshed: Event<void>;
  /** The coverage of the articles of a map. Undefined while coverage is off, or if the map has no articles. */
  countsFor(map: Uri): Promise<CoverageCounts | undefined>;
}

/** In milliseconds: the counts may lag behind while the user types. */
const REFRESH_DELAY = 300;

/** Registers *Toggle Coverage*, the status bar item and its command. */
export function createCoverage(articles: ArticleClient, decorations: PassageDecorations): Coverage {
  let isOn = false;
  let refreshTimer: NodeJS.Timeout | undefined;
  const toggled = new EventEmitter<boolean>();
  const refreshed = new EventEmitter<void>();
  const uncited = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor("argmap.uncitedParagraphBackground"),
    overviewRulerColor: new ThemeColor("argmap.uncitedParagraph"),
    overviewRulerLane: OverviewRulerLane.Left,
    light: { gutterIconPath: gutterBar("#8c959f", "2 3") },
    dark: { gutterIconPath: gutterBar("#6e7681", "2 3") },
    gutterIconSize: "contain",
  });
  const status = window.createStatusBarItem("argmap.coverage", StatusBarAlignment.Left, 10);
  status.name = l10n.t("Argmap: Coverage");
  status.command = "argmap.showUncited";
  /** The document whose counts are shown. It stays the same while a preview is active. */
  let countedText: Uri | undefined;

  async function decorate(): Promise<void> {
    for (const editor of window.visibleTextEditors) {
      const { document } = editor;
      if (!isOn || !decorations.isArticle(document)) {
        editor.setDecorations(uncited, []);
        continue;
      }
      const paragraphs = (await articles.coverage(document.uri))?.articles[0]?.paragraphs ?? [];
      editor.setDecorations(
        uncited,
        isOn ? paragraphs.filter(({ cited }) => cited.length === 0).map(({ range }) => toRange(range)) : [],
      );
    }
  }

  const hasCounts = (document: TextDocument): boolean =>
    document.languageId === LANGUAGE || decorations.isArticle(document);

  /** The active document, or the last one if the active tab shows none. Undefined if that document has no counts. */
  function textToCount(): Uri | undefined {
    const active = window.tabGroups.activeTabGroup.activeTab?.input;
    if (active instanceof TabInputText) {
      const document = workspace.textDocuments.find(({ uri }) => uri.toString() === active.uri.toString());
      return document && hasCounts(document) ? document.uri : undefined;
    }
    return countedText && isOpenInTab(countedText) ? countedText : undefined;
  }

  async function updateStatus(): Promise<void> {
    countedText = textToCount();
    const answer = isOn && countedText ? await articles.coverage(countedText) : undefined;
    const counts = countCoverage(answer);
    if (!isOn || !answer || !counts) return status.hide();
    status.text = `$(quote) ${l10n.t("Argmap: {0} of {1} paragraphs cited", counts.cited, counts.paragraphs)}`;
    status.tooltip = [
      l10n.t("{0} of {1} entries have a quote.", answer.entries - counts.unquoted, answer.entries),
      l10n.t("Click to list uncited paragraphs and entries without a quote."),
    ].join("\n");
    status.show();
  }

  const refresh = (): void => {
    void decorate();
    void updateStatus();
    refreshed.fire();
  };
  const scheduleRefresh = (): void => {
    clearTimeout(refreshTimer);
    refreshTimer = setTimeout(refresh, REFRESH_DELAY);
  };

  const subscriptions = Disposable.from(
    toggled,
    refreshed,
    uncited,
    status,
    commands.registerCommand("argmap.toggleCoverage", () => {
      isOn = !isOn;
      void commands.executeCommand("setContext", "argmap.coverage", isOn);
      toggled.fire(isOn);
      refresh();
    }),
    commands.registerCommand("argmap.showUncited", async (text?: unknown) => {
      const uri = text instanceof Uri ? text : countedText;
      const answer = uri && (await articles.coverage(uri));
      if (answer) await pickUncited(answer);
    }),
    articles.onChanged(() => isOn && scheduleRefresh()),
    articles.onServerRestart(() => isOn && scheduleRefresh()),
    decorations.onArticlesUpdated(() => isOn && scheduleRefresh()),
    window.onDidChangeActiveTextEditor(() => isOn && scheduleRefresh()),
    window.tabGroups.onDidChangeTabs(({ closed }) => isOn && closed.length > 0 && scheduleRefresh()),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isOn && hasCounts(document)) scheduleRefresh();
    }),
  );
  return {
    onToggled: toggled.event,
    onRefreshed: refreshed.event,
    async countsFor(map) {
      const answer = isOn ? await articles.coverage(map) : undefined;
      return isOn ? countCoverage(answer) : undefined;
    },
    dispose() {
      clearTimeout(refreshTimer);
      subscriptions.dispose();
    },
  };
}
