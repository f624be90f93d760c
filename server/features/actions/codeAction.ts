/** Code actions before they are converted to LSP. */
import type { CodeActionKind, Position, Range, WorkspaceEdit } from "vscode-languageserver";
import type { Entry } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import type { Problem } from "../../core/language/problem.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/** The position for which code actions are requested. */
export interface ActionContext {
  readonly workspace: Workspace;
  readonly file: MapFile;
  /** The selection, or an empty range at the cursor. */
  readonly range: Range;
  /** The entry that owns the first selected line. */
  readonly entry: Entry | undefined;
}

/** A code action that is offered to the user. */
export interface ProposedAction {
  /** The title of the action, as a command: “Convert to an objection”. Unique among the actions at a position. */
  readonly title: string;
  readonly kind: CodeActionKind;
  /** The problem that it fixes. */
  readonly fixes?: Problem;
  /** Whether it is the most likely choice, in the sense of `CodeAction.isPreferred`. */
  readonly isPreferred?: boolean;
  /** Whether it can be applied to all such problems at once, without asking the user. */
  readonly isSafeForFixAll?: boolean;
  /** Whether it creates a file, which some clients do not support. */
  readonly createsFile?: boolean;
  /**
   * Returns the edit. It is a function because a client may ask only for the edit of the action that the user selects.
   */
  readonly edit: () => WorkspaceEdit;
  /** The position, after the edit, of a generated name. Clients that support it start renaming there. */
  readonly rename?: { readonly uri: string; readonly position: Position };
}

/** Returns the actions of one kind that fix a problem; none if this kind does not apply. */
export type QuickFix = (context: ActionContext, problem: Problem) => readonly ProposedAction[];

/** A quick fix that needs to read a folder or a file, or to load code. */
export interface AsyncAction extends Omit<ProposedAction, "edit"> {
  /** Whether the edit takes long, so that clients should request it only when the user chooses the action. */
  readonly isSlow?: true;
  /** Throws a {@link UserError} if there is no right edit. */
  readonly edit: () => WorkspaceEdit | Promise<WorkspaceEdit>;
}

/** Returns the actions of one kind that fix some problems, with edits that are valid for the version of the map at the call. */
export type AsyncFix = (
  context: Pick<ActionContext, "workspace" | "file">,
  problems: readonly Problem[],
) => Promise<readonly AsyncAction[]>;

/** Returns the refactorings of one kind at a position; none if this kind does not apply. */
export type Refactoring = (context: ActionContext) => readonly ProposedAction[];
