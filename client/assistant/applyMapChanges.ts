/** Writes the changes of an assistant into documents, as one undo step. */
import { EndOfLine, l10n, Range, type TextDocument, Uri, WorkspaceEdit, workspace } from "vscode";
import type { MapChange } from "../../server/protocol/assistant.ts";
import { replacedPart } from "./replacedPart.ts";

/** @throws {Error} if a map is not as it was before, or VS Code refuses the edit */
export async function applyMapChanges(changes: readonly MapChange[]): Promise<void> {
  const edit = new WorkspaceEdit();
  for (const { uri, before, after } of changes) {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    const text = document.getText();
    if (asInDocument(before, document) !== text)
      throw new Error(l10n.t("{0} has changed in the meantime, so nothing was written.", document.uri.fsPath));
    const { start, end, replacement } = replacedPart(text, asInDocument(after, document));
    edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), replacement);
  }
  if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t("VS Code did not apply the change."));
}

/** Returns a text as a document has it: without a byte-order mark, and with one kind of line ends. */
const asInDocument = (text: string, { eol }: TextDocument): string =>
  text.replace(/^\ufeff/, "").replaceAll(/\r\n|\r|\n/g, eol === EndOfLine.LF ? "\n" : "\r\n");
