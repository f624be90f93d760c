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
import { rangeOf } from "../editor/navigation.ts";
import { isInTab } from "../editor/viewColumns.ts";
import { LANGUAGE } from "../languageClient.ts";
import type { Articles } from "./articleClient.ts";
import { bar, type Marks } from "./passageDecorations.ts";
import { pickUncited } from "./pickUncited.ts";

export interface Coverage extends Disposable {
  readonly on: boolean;
  /** Switched on or off. */
  readonly onToggled: Event<boolean>;
  /** What is cited may be something else now, or is shown no more. */
  readonly onRefreshed: Event<void>;
  /** What of the articles of a map is cited; undefined while that is not shown, or where it has none. */
  of(map: Uri): Promise<CoverageCounts | undefined>;
}

/** How many of an article's paragraphs some entry cites, of all articles together. */
interface Counts {
  readonly cited: number;
  readonly paragraphs: number;
}

/** Registers the command that shows and hides it, and the one of the status bar. */
export function createCoverage(articles: Articles, marks: Marks): Coverage {
  let on = false;
  let waiting: NodeJS.Timeout | undefined;
  const toggled = new EventEmitter<boolean>();
  const refreshed = new EventEmitter<void>();
  const uncited = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor("argmap.uncitedParagraphBackground"),
    overviewRulerColor: new ThemeColor("argmap.uncitedParagraph"),
    overviewRulerLane: OverviewRulerLane.Left,
    light: { gutterIconPath: bar("#8c959f", "2 3") },
    dark: { gutterIconPath: bar("#6e7681", "2 3") },
    gutterIconSize: "contain",
  });
  const status = window.createStatusBarItem("argmap.coverage", StatusBarAlignment.Left, 10);
  status.name = "Argmap: Coverage";
  status.command = "argmap.showUncited";
  /** The text whose counts are shown: a preview that is active has none of its own. */
  let counted: Uri | undefined;

  async function paint(): Promise<void> {
    for (const editor of window.visibleTextEditors) {
      const { document } = editor;
      if (!on || !marks.isArticle(document)) {
        editor.setDecorations(uncited, []);
        continue;
      }
      const paragraphs = (await articles.coverage(document.uri))?.articles[0]?.paragraphs ?? [];
      editor.setDecorations(
        uncited,
        on ? paragraphs.filter(({ cited }) => cited.length === 0).map(({ range }) => rangeOf(range)) : [],
      );
    }
  }

  const isCounted = (document: TextDocument): boolean => document.languageId === LANGUAGE || marks.isArticle(document);

  /** The text that is meant: the active one, or the last one, where what is active now has no text. */
  function meant(): Uri | undefined {
    const active = window.tabGroups.activeTabGroup.activeTab?.input;
    if (active instanceof TabInputText) {
      const document = workspace.textDocuments.find(({ uri }) => uri.toString() === active.uri.toString());
      return document && isCounted(document) ? document.uri : undefined;
    }
    return counted && isInTab(counted) ? counted : undefined;
  }

  async function count(): Promise<void> {
    counted = meant();
    const answer = on && counted ? await articles.coverage(counted) : undefined;
    if (!on || !answer || answer.articles.length === 0) return status.hide();
    const { cited, paragraphs } = countsOf(answer);
    status.text = `$(quote) Argmap: ${cited} of ${paragraphs} paragraphs cited`;
    const quoted = answer.entries - answer.unquoted.length;
    status.tooltip = `${quoted} of ${answer.entries} entries rest on a quote.\nClick to go to what is not cited, and to entries without a quote.`;
    status.show();
  }

  const refresh = (): void => {
    void paint();
    void count();
    refreshed.fire();
  };
  /** While one types, the counts may lag behind. */
  const refreshSoon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 300);
  };

  const listening = [
    toggled,
    refreshed,
    uncited,
    status,
    commands.registerCommand("argmap.toggleCoverage", () => {
      on = !on;
      void commands.executeCommand("setContext", "argmap.coverage", on);
      toggled.fire(on);
      refresh();
    }),
    commands.registerCommand("argmap.showUncited", async (text?: unknown) => {
      const uri = text instanceof Uri ? text : counted;
      const answer = uri && (await articles.coverage(uri));
      if (answer) await pickUncited(answer);
    }),
    articles.onChanged(() => on && refreshSoon()),
    articles.onStarted(() => on && refreshSoon()),
    marks.onKnown(() => on && refreshSoon()),
    window.onDidChangeActiveTextEditor(() => on && refreshSoon()),
    window.tabGroups.onDidChangeTabs(({ closed }) => on && closed.length > 0 && refreshSoon()),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (on && isCounted(document)) refreshSoon();
    }),
  ];
  return {
    get on() {
      return on;
    },
    onToggled: toggled.event,
    onRefreshed: refreshed.event,
    async of(map) {
      const answer = on ? await articles.coverage(map) : undefined;
      if (!on || !answer || answer.articles.length === 0) return undefined;
      return { ...countsOf(answer), unquoted: answer.unquoted.length };
    },
    dispose() {
      clearTimeout(waiting);
      for (const each of listening) each.dispose();
    },
  };
}

/** The counts of all articles together. */
export function countsOf({ articles }: NonNullable<CoverageResult>): Counts {
  const sum = (of: keyof Counts) => articles.reduce((all, { counts }) => all + counts[of], 0);
  return { cited: sum("cited"), paragraphs: sum("paragraphs") };
}
