/** What a code action offers, before it is put into the terms of LSP. */
import type { CodeActionKind, Position, Range, WorkspaceEdit } from "vscode-languageserver";
import type { Entry } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import type { Problem } from "../../core/language/problem.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/** Where an action is asked for. */
export interface ActionContext {
  readonly workspace: Workspace;
  readonly file: MapFile;
  /** What is selected; empty where the cursor stands. */
  readonly range: Range;
  /** The entry that the first selected line belongs to. */
  readonly entry: Entry | undefined;
}

/** Something that a user may choose to have done. */
export interface ProposedAction {
  /** What it does, as a command: “Turn into an objection”. Tells it from all other offers at its place. */
  readonly title: string;
  readonly kind: CodeActionKind;
  /** The problem that it mends. */
  readonly fixes?: Problem;
  /** Whether it is what one nearly always wants. */
  readonly isPreferred?: boolean;
  /** Whether nobody would not want it, so that it can be done to all such problems at once. */
  readonly isSafeForFixAll?: boolean;
  /** Whether it makes a file: some clients cannot. */
  readonly createsFile?: boolean;
  /** What it does. Asked only of what is shown or chosen, so that offering costs next to nothing. */
  readonly edit: () => WorkspaceEdit;
  /** Where, once the edit is made, a name stands that the user will want to choose: clients that can begin to rename it. */
  readonly rename?: { readonly uri: string; readonly position: Position };
}

/** One kind of mend: what it can do about a problem at a place, nothing where it does not apply. */
export type QuickFix = (context: ActionContext, problem: Problem) => readonly ProposedAction[];

/** One kind of refactoring: what it can do at a place, nothing where it does not apply. */
export type Refactoring = (context: ActionContext) => readonly ProposedAction[];
