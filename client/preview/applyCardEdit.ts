/** Carries out in the texts what the user does to a card. */
import {
  commands,
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  type ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import type { EditAnswer, ToPanel } from "../../server/protocol/preview.ts";
import type { EditResult } from "../../server/protocol/tree.ts";
import { columnBehind, isInTab } from "../editor/viewColumns.ts";
import type { Trees } from "./treeClient.ts";

type Asked = Extract<ToPanel, { readonly type: "edit" }>;
type Granted = Extract<EditResult, { readonly is: "edit" }>;

/**
 * Asks the server for the edit and makes it, as one step that one undo takes back, in texts that are not open too.
 *
 * @param preview the column of the preview, which is not to be hidden
 * @param onEdited hears which text has been edited
 */
export async function carryOut(
  trees: Trees,
  { map, card, version, action }: Asked,
  preview: ViewColumn | undefined,
  onEdited: (text: TextDocument) => void,
): Promise<EditAnswer> {
  const result = await trees.edit(Uri.parse(map), card, version, action);
  if (result === undefined) return { is: "refused", why: "The language server gave no answer just now. Try again." };
  if (result.is !== "edit") return result;
  if (!isOfNow(result)) return { is: "stale" };
  const made = await workspace.applyEdit(editOf(result));
  if (!made) return { is: "refused", why: "The text could not be changed. Is it read-only?" };
  try {
    onEdited(await workspace.openTextDocument(Uri.parse(result.at.uri)));
    moveCursor(result);
    await openBehind(result, preview);
    tellWhere(result, map);
  } catch {
    // The edit is made: that it could not be shown must not have the page ask for it again.
  }
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

/** Opens the texts that were edited and are in no tab behind what is seen, so that one sees that they are to be saved. */
async function openBehind({ edit }: Granted, preview: ViewColumn | undefined): Promise<void> {
  for (const { textDocument } of edit.documentChanges) {
    const uri = Uri.parse(textDocument.uri);
    if (isInTab(uri)) continue;
    const place = { viewColumn: columnBehind(uri, preview), preview: false, preserveFocus: true, background: true };
    // Where that fails, VS Code itself opens it a little later; the edit is made all the same.
    await Promise.resolve(commands.executeCommand("vscode.open", uri, place)).catch(() => undefined);
  }
}

/** Says for a while which other files than the map have changed. */
function tellWhere({ edit }: Granted, map: string): void {
  const others = edit.documentChanges.map(({ textDocument }) => Uri.parse(textDocument.uri));
  const names = others.filter((uri) => uri.toString() !== map).map((uri) => workspace.asRelativePath(uri));
  if (names.length > 0) window.setStatusBarMessage(`Changed in ${names.join(", ")}`, TOLD);
}

/** In milliseconds: long enough to be read. */
const TOLD = 6000;

const rangeOf = ({ start, end }: Granted["at"]["range"]): Range =>
  new Range(start.line, start.character, end.line, end.character);
