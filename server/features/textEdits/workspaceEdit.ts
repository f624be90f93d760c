/** Edits of maps in the terms of LSP: what renaming, mending and refactoring are made of. */
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  Range,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { Workspace } from "../../workspace/workspace.ts";
import { isBefore } from "../shared/positions.ts";

/** Text put in the place of a range of a file. */
export interface FileEdit {
  /** As everywhere below the rim. */
  readonly uri: string;
  readonly range: Range;
  readonly newText: string;
  /** Why it is made, where a client lets its user look at edits before they are made. */
  readonly annotation?: string;
}

/**
 * Edits of any number of files as one change. Files come in the order in which they are first met, each with the version
 * that the edits are for, and `null` where the file is not open; the edits of a file in the order of its text.
 *
 * @param annotations by the names that the edits use
 * @throws Error where two edits overlap: what came of them would depend on the editor
 */
export function workspaceEdit(
  workspace: Workspace,
  edits: readonly FileEdit[],
  annotations: Readonly<Record<string, ChangeAnnotation>> = {},
): WorkspaceEdit {
  const files = new Map<string, AnnotatedTextEdit[]>();
  for (const { uri } of edits) files.set(uri, []);
  for (const { uri, range, newText, annotation } of edits.toSorted(compareRanges)) {
    files
      .get(uri)
      ?.push(
        annotation === undefined
          ? ({ range, newText } as AnnotatedTextEdit)
          : { range, newText, annotationId: annotation },
      );
  }
  for (const fileEdits of files.values()) assertNoOverlap(fileEdits);
  const documentChanges = [...files].map(
    ([uri, fileEdits]): TextDocumentEdit => ({
      textDocument: { uri, version: workspace.get(uri)?.version ?? null },
      edits: fileEdits,
    }),
  );
  const usedAnnotations = Object.entries(annotations).filter(([name]) =>
    edits.some(({ annotation }) => annotation === name),
  );
  return {
    documentChanges,
    ...(usedAnnotations.length > 0 && { changeAnnotations: Object.fromEntries(usedAnnotations) }),
  };
}

/** What is put somewhere comes before what takes the place of words there. */
function compareRanges({ range: a }: FileEdit, { range: b }: FileEdit): number {
  if (isBefore(a.start, b.start) || isBefore(b.start, a.start)) return isBefore(a.start, b.start) ? -1 : 1;
  return isBefore(a.end, b.end) ? -1 : isBefore(b.end, a.end) ? 1 : 0;
}

function assertNoOverlap(edits: readonly AnnotatedTextEdit[]): void {
  for (const [index, { range }] of edits.entries()) {
    const before = edits[index - 1]?.range;
    if (before !== undefined && isBefore(range.start, before.end)) {
      throw new Error(`Two edits overlap in line ${range.start.line}.`);
    }
  }
}
