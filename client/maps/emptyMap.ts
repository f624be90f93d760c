/** Decorates an empty map: a dimmed first line to type over, and links to the templates above it. */
import {
  CodeLens,
  commands,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  Range,
  SnippetString,
  type TextDocument,
  type TextEditor,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from "vscode";
import { LANGUAGE } from "../language.ts";
import { type MapTemplate, templates } from "./templates.ts";

const INSERT_COMMAND = "argmap.insertTemplate";
/** Context key: whether the active editor shows an empty map, so that Tab writes the dimmed keyword. */
const EMPTY_CONTEXT = "argmap.isEmptyMap";
/** A longer text is never looked at as a whole. */
const MAX_BLANK_LINES = 10;
const FIRST_LINE = "claim: ";
/** The maps that are being filled, by their URI. */
const mapsBeingFilled = new Set<string>();

/** Runs a function that opens and fills a map. The map shows no hint in the meantime. */
export async function withoutHint<Result>(map: Uri, fill: () => Promise<Result>): Promise<Result> {
  mapsBeingFilled.add(map.toString());
  try {
    return await fill();
  } finally {
    mapsBeingFilled.delete(map.toString());
  }
}

/** Registers the dimmed line, its links and their commands. */
export function registerEmptyMapHint(): Disposable {
  const dimmedLine = window.createTextEditorDecorationType({
    after: { color: new ThemeColor("editorGhostText.foreground") },
  });
  const lensesChanged = new EventEmitter<void>();
  /** The editors that show the dimmed line, so that typing in any other map changes nothing. */
  const hinted = new Set<TextEditor>();

  function update(editor: TextEditor): void {
    const isEmpty = showsHint(editor.document);
    if (isEmpty === hinted.has(editor)) return;
    if (isEmpty) hinted.add(editor);
    else hinted.delete(editor);
    editor.setDecorations(dimmedLine, isEmpty ? [dimmedText()] : []);
    lensesChanged.fire();
  }
  function updateAll(): void {
    for (const editor of hinted) if (!window.visibleTextEditors.includes(editor)) hinted.delete(editor);
    for (const editor of window.visibleTextEditors) update(editor);
    updateContext();
  }
  function updateContext(): void {
    const editor = window.activeTextEditor;
    void commands.executeCommand("setContext", EMPTY_CONTEXT, editor !== undefined && hinted.has(editor));
  }
  updateAll();

  return Disposable.from(
    dimmedLine,
    lensesChanged,
    window.onDidChangeVisibleTextEditors(updateAll),
    window.onDidChangeActiveTextEditor(updateAll),
    workspace.onDidOpenTextDocument(updateAll),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId !== LANGUAGE) return;
      for (const editor of window.visibleTextEditors) if (editor.document === document) update(editor);
      updateContext();
    }),
    languages.registerCodeLensProvider(LANGUAGE, {
      onDidChangeCodeLenses: lensesChanged.event,
      provideCodeLenses: (document) => (showsHint(document) ? [lensHeading(), ...templates.map(templateLens)] : []),
    }),
    commands.registerCommand(INSERT_COMMAND, async (label?: unknown) => {
      const editor = window.activeTextEditor;
      if (!editor || !isEmptyMap(editor.document)) return;
      const template = templates.find((one) => one.label === label);
      const whole = new Range(0, 0, editor.document.lineCount, 0);
      await editor.insertSnippet(new SnippetString(template?.snippet ?? `${FIRST_LINE}$0`), whole);
    }),
  );
}

/** Whether a map has nothing but blank lines. */
function isEmptyMap(document: TextDocument): boolean {
  return document.languageId === LANGUAGE && document.lineCount <= MAX_BLANK_LINES && document.getText().trim() === "";
}

const showsHint = (document: TextDocument): boolean =>
  isEmptyMap(document) && !mapsBeingFilled.has(document.uri.toString());

const dimmedText = () => ({
  range: new Range(0, 0, 0, 0),
  renderOptions: {
    after: { contentText: `${FIRST_LINE}${l10n.t("press Tab, then type your main claim")}` },
  },
});

/** A lens without a command is shown as plain text. */
const lensHeading = (): CodeLens =>
  new CodeLens(new Range(0, 0, 0, 0), { title: l10n.t("Start from a template"), command: "" });

const templateLens = ({ label, detail }: MapTemplate): CodeLens =>
  new CodeLens(new Range(0, 0, 0, 0), { title: label, tooltip: detail, command: INSERT_COMMAND, arguments: [label] });
