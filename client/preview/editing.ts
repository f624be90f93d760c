/** Carries out in the texts what the user does to a card. */
import {
  commands,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  type WebviewPanel,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import type { EditResult } from "../../server/tree/protocol.ts";
import type { EditAnswer, ToPanel } from "./messages.ts";
import { showText } from "./reveal.ts";
import type { Trees } from "./trees.ts";

type Asked = Extract<ToPanel, { readonly type: "edit" }>;
type Granted = Extract<EditResult, { readonly is: "edit" }>;

/**
 * Asks the server for the edit and makes it, as one step that one undo takes back, in texts that are not open too.
 *
 * @param onEdited hears which text has been edited
 */
export async function carryOut(
  trees: Trees,
  { map, card, version, action }: Asked,
  onEdited: (text: Uri) => void,
): Promise<EditAnswer> {
  const result = await trees.edit(Uri.parse(map), card, version, action);
  if (result === undefined) return { is: "refused", why: "The language server gave no answer just now. Try again." };
  if (result.is !== "edit") return result;
  if (!isOfNow(result)) return { is: "stale" };
  const made = await workspace.applyEdit(editOf(result));
  if (!made) return { is: "refused", why: "The text could not be changed. Is it read-only?" };
  onEdited(Uri.parse(result.at.uri));
  moveCursor(result);
  return { is: "done" };
}

/** Whether the texts are those that the edit is for. One that has been opened meanwhile may be another one. */
const isOfNow = ({ edit }: Granted): boolean =>
  edit.documentChanges.every(({ textDocument: { uri, version } }) => {
    const open = workspace.textDocuments.find((one) => one.uri.toString() === Uri.parse(uri).toString());
    return (open?.version ?? null) === version;
  });

function editOf({ edit }: Granted): WorkspaceEdit {
  const all = new WorkspaceEdit();
  for (const { textDocument, edits } of edit.documentChanges) {
    for (const { range, newText } of edits) all.replace(Uri.parse(textDocument.uri), rangeOf(range), newText);
  }
  return all;
}

/** Puts the cursor where the words are now, in an editor that is to be seen; the keys stay with the preview. */
function moveCursor({ at }: Granted): void {
  const uri = Uri.parse(at.uri).toString();
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  if (editor === undefined) return;
  const { end } = rangeOf(at.range);
  editor.selection = new Selection(end, end);
  editor.revealRange(rangeOf(at.range), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Takes back, or does again, what was last done in a text. An editor can do so only while it has the keys. */
export async function takeBack(what: "undo" | "redo", text: Uri, panel: WebviewPanel): Promise<void> {
  await showText(text, panel.viewColumn);
  await commands.executeCommand(what);
  panel.reveal(panel.viewColumn);
}

const rangeOf = ({ start, end }: Granted["at"]["range"]): Range =>
  new Range(start.line, start.character, end.line, end.character);
