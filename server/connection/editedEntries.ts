/**
 * Knows which entry the user is writing, so that hints about it wait until the user leaves it. The user leaves it with an
 * edit or the cursor in another entry, or by saving, but not when the editor saves by itself after a delay. Editors ask for
 * highlights and code actions wherever the cursor goes, so these requests show where it is.
 */
import type { Line } from "../core/language/entry.ts";
import type { Problem } from "../core/language/problem.ts";
import type { WorkspaceFile } from "../workspace/maps/workspaceFile.ts";

/** Warnings about a line that looks unfinished, as every line does while it is written. */
const ABOUT_UNFINISHED_LINES: ReadonlySet<string> = new Set(["forgotten-colon", "near-keyword"]);

/** A change of a document as the client sends it. */
interface DocumentChange {
  readonly range?: { readonly start: { readonly line: number } };
  readonly text: string;
}

export interface EditedEntries {
  /** Notes an edit, before the workspace applies it. */
  readonly noteEdit: (uri: string, changes: readonly DocumentChange[]) => void;
  /** Ends the wait in a document. Returns whether there was one. */
  readonly leave: (uri: string) => boolean;
  /** Ends the wait if a line is not part of the entry that was edited. Returns whether it ended. */
  readonly moveCursor: (file: WorkspaceFile, lineNumber: number) => boolean;
  /** Returns which problems wait. */
  readonly isWaiting: (file: WorkspaceFile) => (problem: Problem) => boolean;
}

/** The line of the last edit: its number until the workspace has applied the edit, then the line itself. */
type EditedLine = { readonly number: number } | { readonly line: Line | undefined };

/** Creates the record of the lines that were edited last. */
export function createEditedEntries(): EditedEntries {
  const editedLines = new Map<string, EditedLine>();

  const editedLine = ({ file }: WorkspaceFile): Line | undefined => {
    const edited = editedLines.get(file.uri);
    if (edited === undefined || "line" in edited) return edited?.line;
    const line = file.syntax.lines.at(edited.number);
    editedLines.set(file.uri, { line });
    return line;
  };

  return {
    noteEdit(uri, changes) {
      const last = changes.at(-1);
      // The whole text is replaced by programs, not by typing.
      if (last?.range === undefined) editedLines.delete(uri);
      else editedLines.set(uri, { number: last.range.start.line + (last.text.match(/\r\n|\r|\n/g)?.length ?? 0) });
    },
    leave: (uri) => editedLines.delete(uri),
    moveCursor(workspaceFile, lineNumber) {
      const { file } = workspaceFile;
      const edited = editedLine(workspaceFile);
      const current = file.syntax.lines.at(lineNumber);
      if (
        edited === undefined ||
        current === edited ||
        (current?.owner !== undefined && current.owner === edited.owner)
      )
        return false;
      return editedLines.delete(file.uri);
    },
    isWaiting(workspaceFile) {
      const edited = editedLine(workspaceFile);
      if (edited === undefined) return () => false;
      return ({ code, severity, at }) =>
        severity === "hint"
          ? at.line === edited || (at.line.owner !== undefined && at.line.owner === edited.owner)
          : severity === "warning" && at.line === edited && ABOUT_UNFINISHED_LINES.has(code);
    },
  };
}
