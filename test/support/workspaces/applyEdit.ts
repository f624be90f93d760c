/** Applies workspace edits as an editor does. */
import { TextDocumentEdit, type WorkspaceEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Workspace } from "../../../server/workspace/workspace.ts";

/** Returns the texts of all files that an edit changes or creates, by URI. Throws if edits overlap. */
export function applyWorkspaceEdit(workspace: Workspace, edit: WorkspaceEdit): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const change of edit.documentChanges ?? []) {
    if (!TextDocumentEdit.is(change)) {
      if (change.kind === "create") texts[change.uri] = "";
      continue;
    }
    const { uri } = change.textDocument;
    const text = texts[uri] ?? workspace.get(uri)?.file.syntax.text ?? "";
    const textEdits = change.edits.flatMap((edit) =>
      "newText" in edit ? [{ range: edit.range, newText: edit.newText }] : [],
    );
    texts[uri] = TextDocument.applyEdits(TextDocument.create(uri, "argmap", 1, text), textEdits);
  }
  return texts;
}
