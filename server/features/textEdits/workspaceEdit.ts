/** Builds the `WorkspaceEdit` of a rename, a quick fix or a refactoring. */
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  Range,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { Workspace } from "../../workspace/workspace.ts";
import { isBefore } from "../shared/positions.ts";

/** Text that replaces a range of a file. */
export interface FileEdit {
  /** Normalized. */
  readonly uri: string;
  readonly range: Range;
  readonly newText: string;
  /** The id of a change annotation, for clients that let the user review the edits first. */
  readonly annotation?: string;
}

/**
 * Returns one change for edits in any number of files. Files keep the order of their first edit; each has the version
 * that the edits apply to, or `null` if it is not open. The edits of a file are in text order.
 *
 * @param annotations change annotations by id
 * @throws Error if two edits overlap, because editors apply such edits differently
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

/** By start. At the same start, an insertion comes before a replacement. */
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
