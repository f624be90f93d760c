/** *Show Coverage*: what of an article no entry cites, as marks in it and a count in the status bar. */
import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  OverviewRulerLane,
  StatusBarAlignment,
  TabInputText,
  type TextDocument,
  ThemeColor,
  Uri,
  window,
  workspace,
} from "vscode";
import type { CoverageResult } from "../../server/protocol/articles.ts";
import type { CoverageCounts } from "../../server/protocol/preview.ts";
import { toRange } from "../editor/navigation.ts";
import { isOpenInTab } from "../editor/viewColumns.ts";
import { LANGUAGE } from "../languageClient.ts";
import type { ArticleClient } from "./articleClient.ts";
import { gutterBar, type PassageDecorations } from "./passageDecorations.ts";
import { pickUncited } from "./pickUncited.ts";

export interface Coverage extends Disposable {
  readonly isOn: boolean;
  /** Switched on or off. */
  readonly onToggled: Event<boolean>;
  /** What is cited may be something else now, or is shown no more. */
  readonly onRefreshed: Event<void>;
  /** What of the articles of a map is cited; undefined while that is not shown, or where it has none. */
  countsFor(map: Uri): Promise<CoverageCounts | undefined>;
}

/** How many of an article's paragraphs some entry cites, of all articles together. */
interface Counts {
  readonly cited: number;
  readonly paragraphs: number;
}

/** Registers the command that shows and hides it, and the one of the status bar. */
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
  status.name = "Argmap: Coverage";
  status.command = "argmap.showUncited";
  /** The text whose counts are shown: a preview that is active has none of its own. */
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

  /** The text that is meant: the active one, or the last one, where what is active now has no text. */
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
    if (!isOn || !answer || answer.articles.length === 0) return status.hide();
    const { cited, paragraphs } = totalCounts(answer);
    status.text = `$(quote) Argmap: ${cited} of ${paragraphs} paragraphs cited`;
    const quoted = answer.entries - answer.unquoted.length;
    status.tooltip = `${quoted} of ${answer.entries} entries rest on a quote.\nClick to go to what is not cited, and to entries without a quote.`;
    status.show();
  }

  const refresh = (): void => {
    void decorate();
    void updateStatus();
    refreshed.fire();
  };
  /** While one types, the counts may lag behind. */
  const scheduleRefresh = (): void => {
    clearTimeout(refreshTimer);
    refreshTimer = setTimeout(refresh, 300);
  };

  const subscriptions = [
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
  ];
  return {
    get isOn() {
      return isOn;
    },
    onToggled: toggled.event,
    onRefreshed: refreshed.event,
    async countsFor(map) {
      const answer = isOn ? await articles.coverage(map) : undefined;
      if (!isOn || !answer || answer.articles.length === 0) return undefined;
      return { ...totalCounts(answer), unquoted: answer.unquoted.length };
    },
    dispose() {
      clearTimeout(refreshTimer);
      for (const each of subscriptions) each.dispose();
    },
  };
}

/** The counts of all articles together. */
export function totalCounts({ articles }: NonNullable<CoverageResult>): Counts {
  const sum = (field: keyof Counts) => articles.reduce((all, { counts }) => all + counts[field], 0);
  return { cited: sum("cited"), paragraphs: sum("paragraphs") };
}
