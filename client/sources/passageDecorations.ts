/** Marks in articles: the passages that maps cite, coloured by the kind of entry that cites them. */
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
import { SHOWN } from "../../server/core/sources/readerTextUri.ts";
import type { CitingKind } from "../../server/protocol/articles.ts";
import { rangeOf } from "../editor/navigation.ts";
import { LANGUAGE } from "../languageClient.ts";
import type { Articles } from "./articleClient.ts";
import { stretchesOf } from "./disjointRanges.ts";

/** How a passage looks by what cites it; of several that what stands first here. In the gutter a theme has no say. */
const looks = {
  objection: { light: "#bc4c00", dark: "#f0883e" },
  reason: { light: "#0a7d6b", dark: "#3fb8a3" },
  premise: { light: "#1a7fd4", dark: "#4daafc" },
  claim: { light: "#57606a", dark: "#a0a7ae" },
} as const;
type Look = keyof typeof looks;
const order: readonly Look[] = ["objection", "reason", "premise", "claim"];
const likewise: { readonly [K in CitingKind]: Look } = {
  objection: "objection",
  reason: "reason",
  premise: "premise",
  assumption: "premise",
  claim: "claim",
  question: "claim",
};

export interface Marks extends Disposable {
  /** Whether maps name a document as the file of a source, as far as is known. */
  isArticle(document: TextDocument): boolean;
  /** An article in sight has been looked at, or has become none. */
  readonly onKnown: Event<void>;
}

/** Marks the articles that are in sight, and keeps the context key `argmap.isArticle` for the active editor. */
export function markPassages(articles: Articles): Marks {
  const known = new Set<string>();
  const looked = new EventEmitter<void>();
  const types = order.map((look) => ({ look, type: decoration(look) }));
  const isArticle = ({ uri }: TextDocument): boolean => known.has(uri.toString());

  function tell(): void {
    const document = window.activeTextEditor?.document;
    void commands.executeCommand("setContext", "argmap.isArticle", document !== undefined && isArticle(document));
  }

  async function paint(editor: TextEditor): Promise<void> {
    const { document } = editor;
    if (!canBeArticle(document)) return;
    const answer = await articles.passages(document.uri);
    if (answer === undefined) return;
    if (answer) known.add(document.uri.toString());
    else known.delete(document.uri.toString());
    tell();
    const stretches = stretchesOf(answer?.passages ?? []);
    for (const { look, type } of types) {
      const own = stretches.filter(({ passage }) => lookOf(passage.kinds) === look);
      editor.setDecorations(
        type,
        own.map(({ range }) => rangeOf(range)),
      );
    }
    looked.fire();
  }
  const paintAll = (): void => {
    for (const editor of window.visibleTextEditors) void paint(editor);
  };
  paintAll();

  const listening = Disposable.from(
    looked,
    ...types.map(({ type }) => type),
    articles.onStarted(paintAll),
    articles.onChanged((uri) => {
      const isIt = (editor: TextEditor) => editor.document.uri.toString() === uri.toString();
      for (const editor of window.visibleTextEditors.filter(isIt)) void paint(editor);
    }),
    window.onDidChangeVisibleTextEditors(paintAll),
    window.onDidChangeActiveTextEditor(tell),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString())),
  );
  return { isArticle, onKnown: looked.event, dispose: () => listening.dispose() };
}

/** Maps are marked by their own colours; other schemes are outputs, old sides of comparisons and the like. */
const canBeArticle = ({ uri, languageId }: TextDocument): boolean =>
  languageId !== LANGUAGE && ["file", "untitled", SHOWN].includes(uri.scheme);

const lookOf = (kinds: readonly CitingKind[]): Look =>
  order.find((look) => kinds.some((kind) => likewise[kind] === look)) ?? "claim";

function decoration(look: Look) {
  const colour = new ThemeColor(`argmap.${look}Passage`);
  return window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor(`argmap.${look}PassageBackground`),
    borderColor: colour,
    borderStyle: "solid",
    borderWidth: "0 0 2px 0",
    overviewRulerColor: colour,
    overviewRulerLane: OverviewRulerLane.Center,
    light: { gutterIconPath: bar(looks[look].light) },
    dark: { gutterIconPath: bar(looks[look].dark) },
    gutterIconSize: "contain",
  });
}

/** A quotation bar for the gutter. */
export function bar(colour: string, dash = ""): Uri {
  const line = `<path d="M10 0V16" stroke="${colour}" stroke-width="3" stroke-dasharray="${dash}"/>`;
  const image = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">${line}</svg>`;
  return Uri.parse(`data:image/svg+xml;base64,${Buffer.from(image).toString("base64")}`);
}
