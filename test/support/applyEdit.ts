/** What files are after an edit of a workspace, as an editor would make it. */
import { TextDocumentEdit, type WorkspaceEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Workspace } from "../../server/workspace/workspace.ts";

/** The texts of all files that an edit changes or makes, by URI; a file that it makes is empty at first. */
export function applyWorkspaceEdit(workspace: Workspace, edit: WorkspaceEdit): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const change of edit.documentChanges ?? []) {
    if (!TextDocumentEdit.is(change)) {
      if (change.kind === "create") texts[change.uri] = "";
      continue;
    }
    const { uri } = change.textDocument;
    const text = texts[uri] ?? workspace.get(uri)?.file.syntax.text ?? "";
    const textEdits = change.edits.flatMap((one) =>
      "newText" in one ? [{ range: one.range, newText: one.newText }] : [],
    );
    // Throws where edits overlap.
    texts[uri] = TextDocument.applyEdits(TextDocument.create(uri, "argmap", 1, text), textEdits);
  }
  return texts;
}
