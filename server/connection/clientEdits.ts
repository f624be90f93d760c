/** Edits as a client can take them. */
import { type ClientCapabilities, TextDocumentEdit, type TextEdit, type WorkspaceEdit } from "vscode-languageserver";
import { UserError } from "../features/shared/userError.ts";

/** Whether a client can make a file as a part of an edit. */
export const canCreateFiles = ({ workspace }: ClientCapabilities): boolean =>
  workspace?.workspaceEdit?.documentChanges === true &&
  workspace.workspaceEdit.resourceOperations?.includes("create") === true;

/**
 * An edit without what the client does not know: annotations, versions, files to be made.
 *
 * @throws {UserError} where the edit makes a file and the client cannot
 */
export function toClientEdit(edit: WorkspaceEdit, capabilities: ClientCapabilities): WorkspaceEdit {
  const support = capabilities.workspace?.workspaceEdit;
  const changes = edit.documentChanges ?? [];
  const textEdits = changes.filter(TextDocumentEdit.is);
  if (textEdits.length < changes.length && !canCreateFiles(capabilities)) {
    throw new UserError("This would make a new file, which this editor cannot do for a language server.");
  }
  if (support?.documentChanges !== true) {
    const editsByUri: Record<string, TextEdit[]> = { ...edit.changes };
    for (const { textDocument, edits } of textEdits) {
      editsByUri[textDocument.uri] = [...(editsByUri[textDocument.uri] ?? []), ...edits.map(withoutAnnotation)];
    }
    return { changes: editsByUri };
  }
  if (support.changeAnnotationSupport !== undefined) return edit;
  return {
    documentChanges: changes.map((change) =>
      TextDocumentEdit.is(change) ? { ...change, edits: change.edits.map(withoutAnnotation) } : change,
    ),
  };
}

function withoutAnnotation(edit: TextDocumentEdit["edits"][number]): TextEdit {
  if (!("newText" in edit)) throw new Error("No feature makes snippets.");
  return { range: edit.range, newText: edit.newText };
}
