import type { NameChange } from "../core/language/nameChange.ts";
import type { SyntaxChange } from "../core/language/parsing/nesting.ts";

/** The effect of an edit, or of a change on disk, on one file of the workspace. */
export interface FileChange {
  readonly uri: string;
  /**
   * `problems` if only problems may have changed, because an article changed or the map was evaluated. Undefined if anything
   * may have changed.
   */
  readonly change: SyntaxChange | "problems" | undefined;
  /** The names that an edit affects; undefined if they are not known. */
  readonly names?: NameChange;
  /** Whether this is the file that the editor opened or edited. */
  readonly isEdited: boolean;
}

/** Returns the change of a file that was affected by a change elsewhere. */
export const externalChange = (uri: string): FileChange => ({ uri, change: undefined, isEdited: false });
