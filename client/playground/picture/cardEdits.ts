/** Makes the edits of the picture in the texts of the maps, and undoes them. */
import { isolateHistory, redo, undo } from "@codemirror/commands";
import type { EditAnswer, ToPanel } from "../../../server/protocol/preview.ts";
import { EDIT, editResult } from "../../../server/protocol/tree.ts";
import { afterUndo, emptyHistory, nextTextUri, recordEdit } from "../../preview/editing/undoHistory.ts";
import type { ServerRequests } from "../connection/serverRequests.ts";
import { applyEdit } from "../editor/applyEdit.ts";
import type { OpenMap } from "../editor/openMaps.ts";
import { toOffset } from "../editor/positions.ts";

export interface CardEdits {
  /** Makes an edit, as one step to undo in each text. */
  apply(message: Extract<ToPanel, { readonly type: "edit" }>): Promise<EditAnswer>;
  /** Undoes or redoes in the text that was last edited from the picture, or else in the map. */
  undoRedo(command: "undo" | "redo"): Promise<void>;
  /** Another map is shown: the edits so far belong to the previous one. */
  forget(): void;
}

interface EditContext {
  readonly server: ServerRequests;
  readonly fileOf: (uri: string) => OpenMap | null;
  /** The map that the picture shows. */
  readonly shownMap: () => string;
  /** True if the text has the focus. */
  readonly isWriting: () => boolean;
}

/** Returns the edits of the picture, with a history that is empty at first. */
export function createCardEdits({ server, fileOf, shownMap, isWriting }: EditContext): CardEdits {
  let history = emptyHistory;
  let lastEdit: Promise<unknown> = Promise.resolve();

  async function apply({ map, card, version, action }: Parameters<CardEdits["apply"]>[0]): Promise<EditAnswer> {
    const result = await server.request(EDIT, { uri: map, card, version, action }, editResult);
    if (result === undefined) return { type: "rejected", message: "The language server did not answer. Try again." };
    if (result.type !== "edit") return result;
    const edits = result.edit.documentChanges.map(({ textDocument: { uri, version: base }, edits: changes }) => ({
      uri,
      base,
      edits: changes,
    }));
    const spec = { annotations: isolateHistory.of("full"), userEvent: "input.picture" };
    if (applyEdit(edits, fileOf, spec) === "stale") return { type: "stale" };
    const edited = fileOf(result.location.uri);
    if (edited !== null) {
      // The focus stays in the picture. A user who has gone to the text goes on writing where the cursor is.
      const anchor = toOffset(edited.state.doc, result.location.range.end);
      if (!isWriting()) edited.dispatch({ selection: { anchor }, scrollIntoView: true });
      history = recordEdit(history, { uri: edited.uri, contentAfter: edited.state.doc.toString() });
    }
    return { type: "applied" };
  }

  return {
    apply(message) {
      const answer = apply(message);
      lastEdit = answer;
      return answer;
    },
    async undoRedo(command) {
      await lastEdit;
      const file = fileOf(nextTextUri(history, command) ?? shownMap());
      if (file === null) return;
      const before = file.state.doc.toString();
      const run = command === "undo" ? undo : redo;
      run({ state: file.state, dispatch: (transaction) => file.apply(transaction) });
      history = afterUndo(history, command, before, file.state.doc.toString());
    },
    forget() {
      history = emptyHistory;
    },
  };
}
