/** Adapts workspace edits to the capabilities of the client. */
import { type ClientCapabilities, TextDocumentEdit, type TextEdit, type WorkspaceEdit } from "vscode-languageserver";
import { UserError } from "../features/shared/userError.ts";

/** Whether a client can create a file as part of an edit. */
export const canCreateFiles = ({ workspace }: ClientCapabilities): boolean =>
  workspace?.workspaceEdit?.documentChanges === true &&
  workspace.workspaceEdit.resourceOperations?.includes("create") === true;

/**
 * The edit without features that the client does not support, such as annotations and versions.
 *
 * @throws {UserError} if the edit creates a file and the client cannot
 */
export function toClientEdit(edit: WorkspaceEdit, capabilities: ClientCapabilities): WorkspaceEdit {
  const support = capabilities.workspace?.workspaceEdit;
  const changes = edit.documentChanges ?? [];
  const textEdits = changes.filter(TextDocumentEdit.is);
  if (textEdits.length < changes.length && !canCreateFiles(capabilities)) {
    throw new UserError("This action creates a file, which this editor does not support for language servers.");
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
  if (!("newText" in edit)) throw new Error("Snippet edits are not supported.");
  return { range: edit.range, newText: edit.newText };
}
