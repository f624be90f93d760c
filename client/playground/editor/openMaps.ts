/** The maps that are open in the server. One of them is in the editor; the others keep their state, with what can be undone. */
import { type LSPClient, LSPPlugin, Workspace, type WorkspaceFile } from "@codemirror/lsp-client";
import { ChangeSet, type EditorState, type Text, type Transaction, type TransactionSpec } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { LANGUAGE } from "../../language.ts";

/** A map that is open in the server. */
export class OpenMap implements WorkspaceFile {
  readonly uri: string;
  readonly languageId = LANGUAGE;
  version = 0;
  doc: Text;
  #state: EditorState;
  #view: EditorView | undefined;
  /** The changes since `doc` that were made while no editor shows the file. */
  #unsynced: ChangeSet;

  readonly #onHiddenEdit: () => void;
  readonly #lineBreak: string;

  /**
   * @param onHiddenEdit called when the text is changed while no editor shows it
   * @param lineBreak between the lines of `text`; the editor and the server know only `\n`
   */
  constructor(uri: string, state: EditorState, onHiddenEdit: () => void, lineBreak = "\n") {
    this.uri = uri;
    this.#onHiddenEdit = onHiddenEdit;
    this.#lineBreak = lineBreak;
    this.doc = state.doc;
    this.#state = state;
    this.#unsynced = ChangeSet.empty(state.doc.length);
  }

  get state(): EditorState {
    return this.#view?.state ?? this.#state;
  }

  /** The text with the line breaks of its file, as it is saved. */
  get text(): string {
    return this.state.doc.sliceString(0, this.state.doc.length, this.#lineBreak);
  }

  getView(): EditorView | null {
    return this.#view ?? null;
  }

  /** The editor shows the file from now on, or no longer. */
  setView(view: EditorView | undefined): void {
    this.#view = view;
  }

  /** Keeps the state of the editor, which is about to show another file. All changes must have been sent. */
  keepState(state: EditorState): void {
    this.#state = state;
    this.#unsynced = ChangeSet.empty(state.doc.length);
  }

  /** Changes the text or the state, in the editor if it shows the file. */
  dispatch(spec: TransactionSpec): void {
    if (this.#view) this.#view.dispatch(spec);
    else this.apply(this.#state.update(spec));
  }

  /** Applies a transaction that was made from `state`. */
  apply(transaction: Transaction): void {
    if (this.#view) this.#view.dispatch(transaction);
    else {
      this.#state = transaction.state;
      this.#unsynced = this.#unsynced.compose(transaction.changes);
      if (transaction.docChanged) this.#onHiddenEdit();
    }
  }

  /** Returns the changes that the server does not know yet, and marks them as sent. Undefined if there are none. */
  takeChanges(): ChangeSet | undefined {
    const plugin = this.#view && LSPPlugin.get(this.#view);
    const changes = plugin ? plugin.unsyncedChanges : this.#unsynced;
    if (changes.empty) return undefined;
    this.doc = this.state.doc;
    this.version += 1;
    this.#unsynced = ChangeSet.empty(this.doc.length);
    plugin?.clear();
    return changes;
  }
}

/** Returns the line break of a text that an editor on Windows has written, or else that of all other systems. */
export const lineBreakOf = (text: string): string => (/^[^\n]*\r\n/.test(text) ? "\r\n" : "\n");

/** The maps of the project. */
export class MapWorkspace extends Workspace {
  override files: OpenMap[] = [];
  readonly #showFile: (uri: string) => EditorView | undefined;

  /** @param showFile shows a file in the editor; undefined if there is none with this URI */
  constructor(client: LSPClient, showFile: (uri: string) => EditorView | undefined) {
    super(client);
    this.#showFile = showFile;
  }

  override getFile(uri: string): OpenMap | null {
    return this.files.find((file) => file.uri === uri) ?? null;
  }

  /** Opens a file in the server. */
  add(file: OpenMap): void {
    this.files.push(file);
    this.client.didOpen(file);
  }

  /** Closes all files in the server. */
  clear(): void {
    for (const { uri } of this.files) this.client.didClose(uri);
    this.files = [];
  }

  // The files are opened by `add`, before the server answers its first request.
  override connected(): void {}

  override syncFiles() {
    return this.files.flatMap((file) => {
      const prevDoc = file.doc;
      const changes = file.takeChanges();
      return changes === undefined ? [] : [{ file, prevDoc, changes }];
    });
  }

  override openFile(uri: string, _languageId: string, view: EditorView): void {
    this.getFile(uri)?.setView(view);
  }

  override closeFile(uri: string): void {
    this.getFile(uri)?.setView(undefined);
  }

  override updateFile(uri: string, update: TransactionSpec): void {
    this.getFile(uri)?.dispatch(update);
  }

  override async displayFile(uri: string): Promise<EditorView | null> {
    return this.#showFile(uri) ?? null;
  }
}
