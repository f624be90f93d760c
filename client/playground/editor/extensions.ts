/** The extensions of the editor for a map, and for an article, which can only be read. */
import { acceptCompletion, autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore, toggleComment } from "@codemirror/commands";
import { codeFolding, foldGutter, foldKeymap, indentUnit } from "@codemirror/language";
import { lintKeymap } from "@codemirror/lint";
import { findReferencesKeymap, formatKeymap } from "@codemirror/lsp-client";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension, Prec } from "@codemirror/state";
import {
  type Command,
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { breakLine, closeWrittenCompletion, INDENT } from "./enter.ts";
import { folding } from "./folding.ts";
import { hangingIndent } from "./hangingIndent.ts";
import { theme } from "./theme.ts";

/** Tab indents, except that it inserts a step of spaces within a line. */
const indent: Command = (view) => {
  const { state } = view;
  const { head, empty } = state.selection.main;
  const { from, text } = state.doc.lineAt(head);
  if (!empty || text.slice(0, head - from).trim() === "") return indentMore(view);
  view.dispatch(state.replaceSelection(INDENT), { scrollIntoView: true, userEvent: "input" });
  return true;
};

/** The words of the search panel and of dialogs. */
const phrases = EditorState.phrases.of({
  next: "Next",
  previous: "Previous",
  all: "All",
  "match case": "Match case",
  regexp: "Regular expression",
  "by word": "Whole word",
  replace: "Replace",
  "replace all": "Replace all",
});

/** Files that are dropped are opened by the page. CodeMirror would insert their text. */
const leaveFilesToPage = EditorView.domEventHandlers({
  drop: ({ dataTransfer }) => (dataTransfer?.files.length ?? 0) > 0,
});

const common: Extension = [
  leaveFilesToPage,
  phrases,
  theme,
  lineNumbers(),
  drawSelection(),
  EditorView.lineWrapping,
  search({ top: true }),
  highlightSelectionMatches(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
];

/** Ctrl or Cmd with a click goes to the definition of a name. */
const clickToDefinition = (goToDefinition: Command): Extension =>
  EditorView.domEventHandlers({
    mousedown(event, view) {
      if (event.button !== 0 || !(event.ctrlKey || event.metaKey)) return false;
      const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
      if (position === null) return false;
      view.dispatch({ selection: { anchor: position } });
      event.preventDefault();
      return goToDefinition(view);
    },
  });

/**
 * Replaces a selection by what is typed. Chromium would give the typed text the style of the selected one, as an attribute that the
 * content security policy forbids.
 */
const typeOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { inputType, data } = event;
    if (inputType !== "insertText" || data === null || view.state.selection.main.empty) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(data), { scrollIntoView: true, userEvent: "input.type" });
    return true;
  },
});

/** What the server does at the cursor. */
interface MapCommands {
  readonly goToDefinition: Command;
  readonly rename: Command;
}

/** Returns the extensions for a map. `more` are those of the server and of the page. */
export const mapExtensions = (label: string, { goToDefinition, rename }: MapCommands, more: Extension): Extension => [
  more,
  common,
  history(),
  dropCursor(),
  foldGutter({ openText: "⌄", closedText: "›" }),
  codeFolding({ placeholderText: "…" }),
  folding,
  hangingIndent,
  // As in VS Code, a key chooses at once, also while the list has just been opened.
  autocompletion({ interactionDelay: 0 }),
  clickToDefinition(goToDefinition),
  typeOverSelection,
  indentUnit.of(INDENT),
  EditorState.tabSize.of(INDENT.length),
  EditorState.allowMultipleSelections.of(true),
  EditorState.languageData.of(() => [{ commentTokens: { line: "//" }, wordChars: "-_" }]),
  EditorView.contentAttributes.of({
    "aria-label": label,
    "aria-description": "Tab indents. To leave the text, press Escape and then Tab.",
    tabindex: "0",
    autocapitalize: "sentences",
    spellcheck: "false",
  }),
  Prec.highest(keymap.of([{ key: "Enter", run: closeWrittenCompletion }])),
  keymap.of([
    ...completionKeymap,
    { key: "Tab", run: acceptCompletion },
    { key: "Enter", run: breakLine },
    { key: "Tab", run: indent, shift: indentLess },
    { key: "Mod-/", run: toggleComment },
    ...formatKeymap,
    { key: "F2", run: rename, preventDefault: true },
    { key: "F12", run: goToDefinition, preventDefault: true },
    ...findReferencesKeymap,
    ...searchKeymap,
    ...historyKeymap,
    ...foldKeymap,
    ...lintKeymap.filter(({ key }) => key !== "Mod-Shift-m"),
    ...defaultKeymap,
  ]),
];

/** Returns the extensions for an article. */
export const articleExtensions = (label: string): Extension => [
  common,
  EditorState.readOnly.of(true),
  EditorView.contentAttributes.of({ "aria-label": label, "aria-readonly": "true", tabindex: "0" }),
  keymap.of([...searchKeymap, ...defaultKeymap]),
];
