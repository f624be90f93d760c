/** Turns words that are copied from an article into a quote when they are pasted on a line of their own in a map. */
import type { EditorState, Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import * as v from "valibot";
import { PASTE, pasteResult } from "../../../server/protocol/articles.ts";
import type { ServerRequests } from "../connection/serverRequests.ts";
import { workspaceEdit } from "./codeActions.ts";
import type { OpenMap } from "./openMaps.ts";
import { type LspRange, toOffsets, toPosition, toRange } from "./positions.ts";

interface CopiedPassage {
  readonly article: string;
  readonly selections: readonly LspRange[];
  readonly text: string;
}

export interface QuotePaste {
  /** Notices what is copied from an article. */
  ofArticle(uri: string): Extension;
  readonly ofMaps: Extension;
}

interface QuotePasteContext {
  readonly server: () => ServerRequests;
  readonly fileOf: (uri: string) => OpenMap | null;
  /** The map in the editor. */
  readonly shownMap: () => OpenMap | undefined;
  /** Called if the quote has more words than were copied, because those occur more than once. */
  readonly onLengthened: () => void;
}

export function createQuotePaste({ server, fileOf, shownMap, onLengthened }: QuotePasteContext): QuotePaste {
  let copied: CopiedPassage | undefined;

  async function paste(view: EditorView, file: OpenMap, passage: CopiedPassage): Promise<void> {
    const { state } = view;
    const { from, to } = state.selection.main;
    const textPosition = { uri: file.uri, position: toPosition(state.doc, from) };
    const pasted = await server().request(PASTE, { ...passage, textPosition }, pasteResult);
    // At the end of a line, the user may be writing the text of the entry.
    const isPlain = !pasted || /^\r?\n/.test(pasted.text) || view.state.doc !== state.doc;
    if (isPlain) return view.dispatch(view.state.replaceSelection(passage.text), typed);
    const { changes: byFile } = v.parse(workspaceEdit, pasted.edit ?? {});
    for (const [uri, edits] of Object.entries(byFile)) {
      const other = uri === file.uri ? null : fileOf(uri);
      other?.dispatch({
        changes: edits.map((edit) => ({ ...toOffsets(other.doc, edit.range), insert: edit.newText })),
      });
    }
    const changes = state.changes([
      { from, to, insert: pasted.text },
      ...(byFile[file.uri] ?? []).map(({ range, newText }) => ({ ...toOffsets(state.doc, range), insert: newText })),
    ]);
    view.dispatch({ changes, selection: { anchor: changes.mapPos(to, 1) }, ...typed });
    if (pasted.lengthened) onLengthened();
  }

  return {
    ofArticle: (uri) =>
      EditorView.domEventObservers({
        copy(_event, { state }) {
          const { ranges } = state.selection;
          const selections = ranges.map(({ from, to }) => toRange(state.doc, from, to));
          copied = { article: uri, selections, text: ranges.map(textOf(state)).join("\n") };
        },
      }),
    ofMaps: EditorView.domEventHandlers({
      paste(event, view) {
        const file = shownMap();
        const text = event.clipboardData?.getData("text/plain").replaceAll("\r\n", "\n");
        if (file === undefined || copied === undefined || copied.text === "" || copied.text !== text) return false;
        event.preventDefault();
        void paste(view, file, copied);
        return true;
      },
    }),
  };
}

const typed = { scrollIntoView: true, userEvent: "input.paste" } as const;

const textOf =
  (state: EditorState) =>
  ({ from, to }: { readonly from: number; readonly to: number }): string =>
    state.sliceDoc(from, to);
