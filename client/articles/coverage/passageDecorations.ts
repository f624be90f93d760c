/** Decorates the passages of articles that maps cite, colored by the kind of the citing entry. */
import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  OverviewRulerLane,
  type TextDocument,
  type TextEditor,
  ThemeColor,
  Uri,
  window,
  workspace,
} from "vscode";
import { READER_TEXT_SCHEME } from "../../../server/core/articles/readerTextUri.ts";
import type { CitingKind } from "../../../server/protocol/articles.ts";
import { isFileScheme } from "../../editor/isFileScheme.ts";
import { toRange } from "../../editor/navigation.ts";
import { LANGUAGE } from "../../language.ts";
import type { ArticleClient } from "../articleClient.ts";
import { splitOverlaps } from "./disjointRanges.ts";

/** Gutter colors of each style. Gutter icons are images, so they cannot use theme colors. */
const styleColors = {
  objection: { light: "#bc4c00", dark: "#f0883e" },
  reason: { light: "#0a7d6b", dark: "#3fb8a3" },
  premise: { light: "#1a7fd4", dark: "#4daafc" },
  claim: { light: "#57606a", dark: "#a0a7ae" },
} as const;
type PassageStyle = keyof typeof styleColors;
/** If several entries cite a passage, it gets the first of their styles in this order. */
const stylePrecedence: readonly PassageStyle[] = ["objection", "reason", "premise", "claim"];
const styleOfKind: { readonly [K in CitingKind]: PassageStyle } = {
  objection: "objection",
  reason: "reason",
  premise: "premise",
  assumption: "premise",
  claim: "claim",
  question: "claim",
};

export interface PassageDecorations extends Disposable {
  /** Whether a map is known to use the document as the file of a source. */
  isArticle(document: TextDocument): boolean;
  /** The server has answered whether a visible document is an article. */
  readonly onArticlesUpdated: Event<void>;
}

/** Decorates all visible articles, and maintains the context key `argmap.isArticle` for the active editor. */
export function decoratePassages(articles: ArticleClient): PassageDecorations {
  const articleUris = new Set<string>();
  const articlesUpdated = new EventEmitter<void>();
  const decorationTypes = stylePrecedence.map((style) => ({ style, type: createDecorationType(style) }));
  const isArticle = ({ uri }: TextDocument): boolean => articleUris.has(uri.toString());

  function updateContextKey(): void {
    const document = window.activeTextEditor?.document;
    void commands.executeCommand("setContext", "argmap.isArticle", document !== undefined && isArticle(document));
  }

  async function decorate(editor: TextEditor): Promise<void> {
    const { document } = editor;
    if (!canBeArticle(document)) return;
    const answer = await articles.passages(document.uri);
    if (answer === undefined) return;
    if (answer) articleUris.add(document.uri.toString());
    else articleUris.delete(document.uri.toString());
    updateContextKey();
    const segments = splitOverlaps(answer?.passages ?? []);
    for (const { style, type } of decorationTypes) {
      const ownSegments = segments.filter(({ passage }) => styleOf(passage.kinds) === style);
      editor.setDecorations(
        type,
        ownSegments.map(({ range }) => toRange(range)),
      );
    }
    articlesUpdated.fire();
  }
  const decorateAll = (): void => {
    for (const editor of window.visibleTextEditors) void decorate(editor);
  };
  decorateAll();

  const subscriptions = Disposable.from(
    articlesUpdated,
    ...decorationTypes.map(({ type }) => type),
    articles.onServerRestart(decorateAll),
    articles.onChanged((uri) => {
      const showsArticle = (editor: TextEditor) => editor.document.uri.toString() === uri.toString();
      for (const editor of window.visibleTextEditors.filter(showsArticle)) void decorate(editor);
    }),
    window.onDidChangeVisibleTextEditors(decorateAll),
    window.onDidChangeActiveTextEditor(updateContextKey),
    workspace.onDidCloseTextDocument(({ uri }) => articleUris.delete(uri.toString())),
    // A document whose language changes is closed and opened again, in the same editor.
    workspace.onDidOpenTextDocument((document) => {
      for (const editor of window.visibleTextEditors) if (editor.document === document) void decorate(editor);
    }),
  );
  return { isArticle, onArticlesUpdated: articlesUpdated.event, dispose: () => subscriptions.dispose() };
}

/** Excludes maps, and schemes such as output channels and the left side of a diff. */
const canBeArticle = ({ uri, languageId }: TextDocument): boolean =>
  languageId !== LANGUAGE && (["untitled", READER_TEXT_SCHEME].includes(uri.scheme) || isFileScheme(uri.scheme));

const styleOf = (kinds: readonly CitingKind[]): PassageStyle =>
  stylePrecedence.find((style) => kinds.some((kind) => styleOfKind[kind] === style)) ?? "claim";

function createDecorationType(style: PassageStyle) {
  const color = new ThemeColor(`argmap.${style}Passage`);
  return window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor(`argmap.${style}PassageBackground`),
    borderColor: color,
    borderStyle: "solid",
    borderWidth: "0 0 2px 0",
    overviewRulerColor: color,
    overviewRulerLane: OverviewRulerLane.Center,
    light: { gutterIconPath: gutterBar(styleColors[style].light) },
    dark: { gutterIconPath: gutterBar(styleColors[style].dark) },
    gutterIconSize: "contain",
  });
}

/** A vertical bar as a gutter icon. `dash` is an SVG dash pattern. */
export function gutterBar(color: string, dash = ""): Uri {
  const line = `<path d="M10 0V16" stroke="${color}" stroke-width="3" stroke-dasharray="${dash}"/>`;
  const image = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">${line}</svg>`;
  return Uri.parse(`data:image/svg+xml;base64,${btoa(image)}`);
}
