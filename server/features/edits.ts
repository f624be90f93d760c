/** Edits of maps in the terms of LSP: what renaming, mending and refactoring are made of. */
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  Range,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { Workspace } from "../workspace/workspace.ts";

/** Text put in the place of a range of a file. */
export interface Edit {
  /** As everywhere below the rim. */
  readonly uri: string;
  readonly range: Range;
  readonly newText: string;
  /** Why it is made, where a client lets its user look at edits before they are made. */
  readonly annotation?: string;
}

/**
 * Edits of any number of files as one change. Files come in the order in which they are first met, each with the version
 * that the edits are for, and `null` where the file is not open.
 *
 * @param annotations by the names that the edits use
 */
export function workspaceEdit(
  workspace: Workspace,
  edits: readonly Edit[],
  annotations: Readonly<Record<string, ChangeAnnotation>> = {},
): WorkspaceEdit {
  const files = new Map<string, AnnotatedTextEdit[]>();
  for (const { uri, range, newText, annotation } of edits) {
    const own = files.get(uri) ?? [];
    files.set(uri, own);
    own.push(
      annotation === undefined
        ? ({ range, newText } as AnnotatedTextEdit)
        : { range, newText, annotationId: annotation },
    );
  }
  const documentChanges = [...files].map(
    ([uri, own]): TextDocumentEdit => ({
      textDocument: { uri, version: workspace.get(uri)?.version ?? null },
      edits: own,
    }),
  );
  const used = Object.entries(annotations).filter(([name]) => edits.some(({ annotation }) => annotation === name));
  return { documentChanges, ...(used.length > 0 && { changeAnnotations: Object.fromEntries(used) }) };
}
