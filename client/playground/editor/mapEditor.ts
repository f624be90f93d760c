/** The editor, which shows one file of the project at a time. */
import type { LSPClient } from "@codemirror/lsp-client";
import { EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { LANGUAGE } from "../../language.ts";
import { articleExtensions, mapExtensions } from "./extensions.ts";
import { lineBreakOf, OpenMap } from "./openMaps.ts";
import { type LspRange, toOffsets } from "./positions.ts";
import type { QuotePaste } from "./quotePaste.ts";

/** What is in the editor. */
export type ShownText =
  | { readonly kind: "map"; readonly file: OpenMap }
  /** `uri` names what is shown: the file of the article, or the text that its reader sees. */
  | { readonly kind: "article"; readonly uri: string };

export interface MapEditor {
  readonly view: EditorView;
  readonly shown: () => ShownText | undefined;
  /** Creates a map that the editor can show. */
  createFile(uri: string, name: string, text: string): OpenMap;
  showMap(file: OpenMap): void;
  /** Shows the text of an article, which cannot be changed. */
  showArticle(uri: string, name: string, text: string): void;
  /** Moves the cursor to a range, and marks it in an article. */
  select(range: LspRange, focus: boolean): void;
}

interface EditorOptions {
  readonly parent: ShadowRoot;
  readonly client: LSPClient;
  readonly quotePaste: QuotePaste;
  /** Goes to the definition of the name at the cursor. */
  readonly onGoToDefinition: (file: OpenMap) => void;
  /** Renames the name at the cursor. */
  readonly onRename: (file: OpenMap) => void;
  /** Called after each change of the text or the selection of a map. */
  readonly onUpdate: (file: OpenMap, change: { readonly isEdited: boolean }) => void;
  /** Called after each change of a map that is not shown. */
  readonly onHiddenEdit: () => void;
  /** Called when another text is shown. */
  readonly onShow: (shown: ShownText) => void;
}

const markPassage = StateEffect.define<{ readonly from: number; readonly to: number }>();

/** The passage of an article that the user came for. */
const passage = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (shown, { effects }) =>
    effects.reduce(
      (marks, effect) =>
        effect.is(markPassage) && effect.value.from < effect.value.to
          ? Decoration.set(Decoration.mark({ class: "cm-passage" }).range(effect.value.from, effect.value.to))
          : marks,
      shown,
    ),
  provide: (field) => EditorView.decorations.from(field),
});

/** Creates the editor in a shadow root, whose style sheets need no exception of the content security policy. */
export function createMapEditor({
  parent,
  client,
  quotePaste,
  onGoToDefinition,
  onRename,
  onUpdate,
  onHiddenEdit,
  onShow,
}: EditorOptions): MapEditor {
  let shown: ShownText | undefined;
  let view = new EditorView({ root: parent, parent });
  /** Where each map was scrolled to. */
  const scrollPositions = new WeakMap<OpenMap, StateEffect<unknown>>();

  const listener = EditorView.updateListener.of(({ docChanged, selectionSet }) => {
    if (shown?.kind !== "map" || !(docChanged || selectionSet)) return;
    onUpdate(shown.file, { isEdited: docChanged });
    // After the plugins have taken note of the change.
    if (docChanged) queueMicrotask(() => client.sync());
  });

  const withMap = (run: (file: OpenMap) => void) => (): boolean => {
    if (shown?.kind === "map") run(shown.file);
    return shown?.kind === "map";
  };
  const commands = { goToDefinition: withMap(onGoToDefinition), rename: withMap(onRename) };

  function show(next: ShownText, state: EditorState): void {
    client.sync();
    if (shown?.kind === "map") {
      shown.file.keepState(view.state);
      scrollPositions.set(shown.file, view.scrollSnapshot());
    }
    shown = next;
    // Not `setState`: tooltips of the old text would be placed in the new one.
    view.destroy();
    const scrollTo = next.kind === "map" ? scrollPositions.get(next.file) : undefined;
    view = new EditorView({ state, root: parent, parent, ...(scrollTo && { scrollTo }) });
    onShow(next);
  }

  const stateOf = (doc: string, extensions: Extension): EditorState => EditorState.create({ doc, extensions });

  return {
    get view() {
      return view;
    },
    shown: () => shown,
    createFile: (uri, name, text) =>
      new OpenMap(
        uri,
        stateOf(text, mapExtensions(name, commands, [client.plugin(uri, LANGUAGE), quotePaste.ofMaps, listener])),
        () => {
          queueMicrotask(() => client.sync());
          onHiddenEdit();
        },
        lineBreakOf(text),
      ),
    showMap(file) {
      if (shown?.kind !== "map" || shown.file !== file) show({ kind: "map", file }, file.state);
    },
    showArticle(uri, name, text) {
      if (shown?.kind === "article" && shown.uri === uri) return;
      show({ kind: "article", uri }, stateOf(text, [articleExtensions(name), quotePaste.ofArticle(uri), passage]));
    },
    select(range, focus) {
      const { from, to } = toOffsets(view.state.doc, range);
      const isArticle = shown?.kind === "article";
      view.dispatch({
        selection: { anchor: from },
        effects: [
          EditorView.scrollIntoView(from, { y: "center" }),
          ...(isArticle ? [markPassage.of({ from, to })] : []),
        ],
      });
      if (focus) view.focus();
    },
  };
}
