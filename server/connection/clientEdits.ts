/** Edits as a client can take them. */
import { type ClientCapabilities, TextDocumentEdit, type TextEdit, type WorkspaceEdit } from "vscode-languageserver";
import { Refused } from "../features/shared/userError.ts";

/** Whether a client can make a file as a part of an edit. */
export const makesFiles = ({ workspace }: ClientCapabilities): boolean =>
  workspace?.workspaceEdit?.documentChanges === true &&
  workspace.workspaceEdit.resourceOperations?.includes("create") === true;

/**
 * An edit without what the client does not know: annotations, versions, files to be made.
 *
 * @throws Refused where the edit makes a file and the client cannot
 */
export function editFor(edit: WorkspaceEdit, capabilities: ClientCapabilities): WorkspaceEdit {
  const able = capabilities.workspace?.workspaceEdit;
  const changes = edit.documentChanges ?? [];
  const inTexts = changes.filter(TextDocumentEdit.is);
  if (inTexts.length < changes.length && !makesFiles(capabilities)) {
    throw new Refused("This would make a new file, which this editor cannot do for a language server.");
  }
  if (able?.documentChanges !== true) {
    const byFile: Record<string, TextEdit[]> = { ...edit.changes };
    for (const { textDocument, edits } of inTexts) {
      byFile[textDocument.uri] = [...(byFile[textDocument.uri] ?? []), ...edits.map(plain)];
    }
    return { changes: byFile };
  }
  if (able.changeAnnotationSupport !== undefined) return edit;
  return {
    documentChanges: changes.map((change) =>
      TextDocumentEdit.is(change) ? { ...change, edits: change.edits.map(plain) } : change,
    ),
  };
}

function plain(edit: TextDocumentEdit["edits"][number]): TextEdit {
  if (!("newText" in edit)) throw new Error("No feature makes snippets.");
  return { range: edit.range, newText: edit.newText };
}
