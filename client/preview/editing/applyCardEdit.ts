/** Applies edits that the user makes on cards to the documents of the maps. */
import {
  commands,
  l10n,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  type ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import type { EditAnswer, ToPanel } from "../../../server/protocol/preview.ts";
import type { EditResult } from "../../../server/protocol/tree.ts";
import { toRange } from "../../editor/navigation.ts";
import { backgroundColumnOf, isOpenInTab } from "../../editor/viewColumns.ts";
import type { TreeClient } from "../treeClient.ts";

type EditMessage = Extract<ToPanel, { readonly type: "edit" }>;
type AcceptedEdit = Extract<EditResult, { readonly type: "edit" }>;

/**
 * Requests the text edits for an action on a card and applies them as one undo step. Also edits files that are not open.
 *
 * @param previewColumn the column of the preview, which must stay visible
 * @param onEdited called with the document that contains the edited entry, after the edit
 */
export async function applyCardEdit(
  trees: TreeClient,
  { map, card, version, action }: EditMessage,
  previewColumn: ViewColumn | undefined,
  onEdited: (document: TextDocument) => void,
): Promise<EditAnswer> {
  const result = await trees.requestEdit(Uri.parse(map), card, version, action);
  if (result === undefined)
    return { type: "rejected", message: l10n.t("The language server did not answer. Try again.") };
  if (result.type !== "edit") return result;
  if (!isCurrent(result)) return { type: "stale" };
  const isApplied = await workspace.applyEdit(toWorkspaceEdit(result));
  if (!isApplied)
    return { type: "rejected", message: l10n.t("Could not edit the text. Check whether the file is read-only.") };
  try {
    onEdited(await workspace.openTextDocument(Uri.parse(result.location.uri)));
    moveCursor(result);
    await openInBackground(result, previewColumn);
    showChangedFiles(result, map);
  } catch {
    // The edit is applied. If showing it fails, the page must still not repeat it.
  }
  return { type: "applied" };
}

/** Whether the documents still have the versions that the edit is for. A document just opened may differ from its file. */
const isCurrent = ({ edit }: AcceptedEdit): boolean =>
  edit.documentChanges.every(({ textDocument: { uri, version } }) => {
    const open = workspace.textDocuments.find((document) => document.uri.toString() === Uri.parse(uri).toString());
    return (open?.version ?? null) === version;
  });

function toWorkspaceEdit({ edit }: AcceptedEdit): WorkspaceEdit {
  const workspaceEdit = new WorkspaceEdit();
  for (const { textDocument, edits } of edit.documentChanges) {
    for (const { range, newText } of edits) workspaceEdit.replace(Uri.parse(textDocument.uri), toRange(range), newText);
  }
  return workspaceEdit;
}

/** Moves the cursor to the edited entry if its document is visible. The focus stays in the preview. */
function moveCursor({ location }: AcceptedEdit): void {
  const uri = Uri.parse(location.uri).toString();
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  if (editor === undefined) return;
  const { end } = toRange(location.range);
  editor.selection = new Selection(end, end);
  editor.revealRange(toRange(location.range), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Opens edited documents in background tabs, so that the user sees that they are unsaved. */
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
    // If this fails, VS Code opens a tab for the unsaved document itself, a little later.
    await Promise.resolve(commands.executeCommand("vscode.open", uri, showOptions)).catch(() => undefined);
  }
}

/** Shows the changed files other than the map in the status bar. */
function showChangedFiles({ edit }: AcceptedEdit, map: string): void {
  const changed = edit.documentChanges.map(({ textDocument }) => Uri.parse(textDocument.uri));
  const names = changed.filter((uri) => uri.toString() !== map).map((uri) => workspace.asRelativePath(uri));
  if (names.length > 0) window.setStatusBarMessage(l10n.t("Edited {0}", names.join(", ")), STATUS_TIMEOUT);
}

/** In milliseconds. */
const STATUS_TIMEOUT = 6000;
