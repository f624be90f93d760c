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
import { backgroundColumnOf, isOpenInTab } from "../editor/viewColumns.ts";
import type { TreeClient } from "./treeClient.ts";

type EditMessage = Extract<ToPanel, { readonly type: "edit" }>;
type AcceptedEdit = Extract<EditResult, { readonly is: "edit" }>;

/**
 * Asks the server for the edit and makes it, as one step that one undo takes back, in texts that are not open too.
 *
 * @param previewColumn the column of the preview, which is not to be hidden
 * @param onEdited hears which text has been edited
 */
export async function applyCardEdit(
  trees: TreeClient,
  { map, card, version, action }: EditMessage,
  previewColumn: ViewColumn | undefined,
  onEdited: (text: TextDocument) => void,
): Promise<EditAnswer> {
  const result = await trees.requestEdit(Uri.parse(map), card, version, action);
  if (result === undefined) return { is: "refused", why: "The language server gave no answer just now. Try again." };
  if (result.is !== "edit") return result;
  if (!isCurrent(result)) return { is: "stale" };
  const isApplied = await workspace.applyEdit(toWorkspaceEdit(result));
  if (!isApplied) return { is: "refused", why: "The text could not be changed. Is it read-only?" };
  try {
    onEdited(await workspace.openTextDocument(Uri.parse(result.at.uri)));
    moveCursor(result);
    await openInBackground(result, previewColumn);
    showChangedFiles(result, map);
  } catch {
    // The edit is made: that it could not be shown must not have the page ask for it again.
  }
  return { is: "done" };
}

/** Whether the texts are those that the edit is for. One that has been opened meanwhile may be another one. */
const isCurrent = ({ edit }: AcceptedEdit): boolean =>
  edit.documentChanges.every(({ textDocument: { uri, version } }) => {
    const open = workspace.textDocuments.find((one) => one.uri.toString() === Uri.parse(uri).toString());
    return (open?.version ?? null) === version;
  });

function toWorkspaceEdit({ edit }: AcceptedEdit): WorkspaceEdit {
  const workspaceEdit = new WorkspaceEdit();
  for (const { textDocument, edits } of edit.documentChanges) {
    for (const { range, newText } of edits) workspaceEdit.replace(Uri.parse(textDocument.uri), toRange(range), newText);
  }
  return workspaceEdit;
}

/** Puts the cursor where the words are now, in an editor that is to be seen; the keys stay with the preview. */
function moveCursor({ at }: AcceptedEdit): void {
  const uri = Uri.parse(at.uri).toString();
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  if (editor === undefined) return;
  const { end } = toRange(at.range);
  editor.selection = new Selection(end, end);
  editor.revealRange(toRange(at.range), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Opens the texts that were edited and are in no tab behind what is seen, so that one sees that they are to be saved. */
async function openInBackground({ edit }: AcceptedEdit, previewColumn: ViewColumn | undefined): Promise<void> {
  for (const { textDocument } of edit.documentChanges) {
    const uri = Uri.parse(textDocument.uri);
    if (isOpenInTab(uri)) continue;
    const showOptions = {
      viewColumn: backgroundColumnOf(uri, previewColumn),
      preview: false,
      preserveFocus: true,
      background: true,
    };
    // Where that fails, VS Code itself opens it a little later; the edit is made all the same.
    await Promise.resolve(commands.executeCommand("vscode.open", uri, showOptions)).catch(() => undefined);
  }
}

/** Says for a while which other files than the map have changed. */
function showChangedFiles({ edit }: AcceptedEdit, map: string): void {
  const others = edit.documentChanges.map(({ textDocument }) => Uri.parse(textDocument.uri));
  const names = others.filter((uri) => uri.toString() !== map).map((uri) => workspace.asRelativePath(uri));
  if (names.length > 0) window.setStatusBarMessage(`Changed in ${names.join(", ")}`, STATUS_TIMEOUT);
}

/** In milliseconds: long enough to be read. */
const STATUS_TIMEOUT = 6000;

const toRange = ({ start, end }: AcceptedEdit["at"]["range"]): Range =>
  new Range(start.line, start.character, end.line, end.character);
