/** Turns words that are copied from an article into a quote when they are pasted on a line of their own in a map. */
import { ChangeSet, type EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import * as v from "valibot";
import { PASTE, pasteResult } from "../../../server/protocol/articles.ts";
import type { ServerRequests } from "../connection/serverRequests.ts";
import { applyEdit, mapEdits, snapshotOf, workspaceEdit } from "./applyEdit.ts";
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
  /** The maps that are open in the server. */
  readonly maps: () => readonly OpenMap[];
  /** The map in the editor. */
  readonly shownMap: () => OpenMap | undefined;
  /** Called if the quote has more words than were copied, because those occur more than once. */
  readonly onLengthened: () => void;
}

/** Returns the extensions of the editor that notice what is copied, and turn it into a quote when it is pasted. */
export function createQuotePaste({ server, maps, shownMap, onLengthened }: QuotePasteContext): QuotePaste {
  let copied: CopiedPassage | undefined;

  async function paste(file: OpenMap, passage: CopiedPassage): Promise<void> {
    const { doc, selection } = file.state;
    const { from, to } = selection.main;
    const texts = snapshotOf(maps());
    const textPosition = { uri: file.uri, position: toPosition(doc, from) };
    const pasted = await server().request(PASTE, { ...passage, textPosition }, pasteResult);
    // Another project may be open by now. The editor may show another file: then the map is changed in the background.
    if (!maps().includes(file)) return;
    const insertText = (): void => file.dispatch({ ...file.state.replaceSelection(passage.text), ...typed });
    // At the end of a line, the user may be writing the text of the entry.
    if (!pasted || /^\r?\n/.test(pasted.text)) return insertText();
    const { changes } = v.parse(workspaceEdit, pasted.edit ?? {});
    const edits = [{ range: toRange(doc, from, to), newText: pasted.text }, ...(changes[file.uri] ?? [])];
    const fileOf = (uri: string): OpenMap | null => maps().find((map) => map.uri === uri) ?? null;
    const answer = applyEdit(mapEdits({ changes: { ...changes, [file.uri]: edits } }, texts), fileOf, typed);
    if (answer === "stale") return insertText();
    const inserted = ChangeSet.of(
      edits.map(({ range, newText }) => ({ ...toOffsets(doc, range), insert: newText })),
      doc.length,
    );
    file.dispatch({ selection: { anchor: inserted.mapPos(to, 1) }, scrollIntoView: true });
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
      paste(event) {
        const file = shownMap();
        const text = event.clipboardData?.getData("text/plain").replaceAll("\r\n", "\n");
        if (file === undefined || copied === undefined || copied.text === "" || copied.text !== text) return false;
        event.preventDefault();
        void paste(file, copied);
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
