/** Code actions: quick fixes, refactorings and source actions. */
import * as v from "valibot";
import type { CodeAction, Range, WorkspaceEdit } from "vscode-languageserver";
import { severityOf } from "../../../core/checks/severity.ts";
import type { Entry } from "../../../core/language/entry.ts";
import type { Problem } from "../../../core/language/problem.ts";
import { SUPPOSE_COMMAND } from "../../../protocol/weighing.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { asyncFixes } from "../../actions/asyncFixes.ts";
import type { ActionContext, AsyncAction, ProposedAction } from "../../actions/codeAction.ts";
import { organizeImports } from "../../actions/organizeImports.ts";
import { quickFixes } from "../../actions/quickFixes/index.ts";
import { refactorings } from "../../actions/refactorings/index.ts";
import { SUPPOSE_KIND, supposeActions } from "../../actions/supposeActions.ts";
import { articleActions } from "../../articles/requests/codeActions.ts";
import { touches } from "../../shared/positions.ts";
import { multiLineRange } from "../../shared/ranges.ts";
import { UserError } from "../../shared/userError.ts";
import { type FileEdit, workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import { type DiagnosticOptions, toDiagnostic } from "../display/diagnostics.ts";

export interface ActionOptions {
  /** The requested kinds. Undefined requests all kinds except source actions. */
  readonly only?: readonly string[] | undefined;
  /** Whether the client resolves the edit of an action when the user chooses it. */
  readonly canResolveEdits: boolean;
  /** Whether the client has the command that starts renaming after an action. */
  readonly canRename: boolean;
  /** Whether the client supports file creation in workspace edits. */
  readonly canCreateFiles: boolean;
  readonly diagnostics: DiagnosticOptions;
  /** The commands that the client supports. */
  readonly commands?: ReadonlySet<string>;
}

const FIX_ALL = "source.fixAll.argmap";
const ORGANIZE_IMPORTS = "source.organizeImports";
/** Quick fixes are computed for this many lines of a range at most, which is more than a screen shows. */
const MAX_LINES = 200;

/**
 * Returns the actions for a range: quick fixes for its problems and refactorings of the entry at its start. Source actions
 * for the whole file are included only if requested by kind. In an article, returns the actions for the selected text.
 */
export function codeActions(workspace: Workspace, uri: string, range: Range, options: ActionOptions): CodeAction[] {
  const { only, canResolveEdits, canCreateFiles } = options;
  const workspaceFile = workspace.get(uri);
  if (workspaceFile === undefined)
    return articleActions(workspace, uri, range, { only, commands: options.commands ?? new Set() });
  const isWanted = (kind: string): boolean => only === undefined || only.some((wanted) => isOfKind(kind, wanted));
  const actions = proposedActionsAt(workspace, uri, range)
    .filter(({ kind, createsFile }) => isWanted(kind) && (canCreateFiles || createsFile !== true))
    .map((proposal): CodeAction => {
      const action = toCodeAction(proposal, workspace, uri, options);
      return canResolveEdits
        ? { ...action, data: { uri, range, title: proposal.title, version: workspaceFile.version ?? null } }
        : { ...action, edit: proposal.edit() };
    });
  if (only !== undefined && isWanted(FIX_ALL))
    actions.push(...sourceAction("Fix all auto-fixable problems", FIX_ALL, fixAll(workspace, uri)));
  if (only !== undefined && isWanted(ORGANIZE_IMPORTS)) {
    actions.push(...sourceAction("Organize imports", ORGANIZE_IMPORTS, organizeImports(workspace, workspaceFile.file)));
  }
  if (options.commands?.has(SUPPOSE_COMMAND) === true && isWanted(SUPPOSE_KIND))
    actions.push(...supposeActions(workspace, uri, range));
  return actions;
}

/**
 * Returns the quick fixes that need to read files or to load code, with their edits: see `asyncFixes`. Without those whose
 * edit is refused; empty if the map changes in the meantime.
 */
export async function asyncActions(
  workspace: Workspace,
  uri: string,
  range: Range,
  options: ActionOptions,
): Promise<CodeAction[]> {
  const workspaceFile = workspace.get(uri);
  const { only } = options;
  if (workspaceFile === undefined || (only !== undefined && !only.some((wanted) => isOfKind("quickfix", wanted))))
    return [];
  const { version, file } = workspaceFile;
  const actions: CodeAction[] = [];
  const problems = problemsIn(workspace, uri, range);
  for (const asyncFix of asyncFixes) {
    const proposals = await asyncFix({ workspace, file }, problems);
    if (workspace.get(uri)?.version !== version) return [];
    for (const proposal of proposals) {
      const action = toCodeAction(proposal, workspace, uri, options);
      const isDelayed = proposal.isSlow === true && options.canResolveEdits;
      const data = { uri, range, title: proposal.title, version: version ?? null };
      const edit = isDelayed ? undefined : await editOrRefusal(proposal);
      if (isDelayed) actions.push({ ...action, data });
      else if (edit !== undefined) actions.push({ ...action, edit });
      if (workspace.get(uri)?.version !== version) return [];
    }
  }
  return actions;
}

/** Returns the edit of an action; undefined if it is refused. One such action must not hide the others. */
async function editOrRefusal({ edit }: AsyncAction): Promise<WorkspaceEdit | undefined> {
  try {
    return await edit();
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

const position = v.object({ line: v.number(), character: v.number() });
const actionData = v.object({
  uri: v.string(),
  range: v.object({ start: position, end: position }),
  title: v.string(),
  version: v.nullable(v.number()),
});

/** Returns the action with its edit. If the map has changed since, returns the action without an edit. */
export async function resolveCodeAction(
  workspace: Workspace,
  action: CodeAction,
  options: ActionOptions,
): Promise<CodeAction> {
  const parsed = v.safeParse(actionData, action.data);
  if (!parsed.success) return action;
  const { uri, range, title, version } = parsed.output;
  if ((workspace.get(uri)?.version ?? null) !== version) return action;
  const hasTitle = (candidate: { readonly title: string }): boolean => candidate.title === title;
  const proposal =
    proposedActionsAt(workspace, uri, range).find(hasTitle) ??
    (await proposedAsyncActions(workspace, uri, range)).find(hasTitle);
  return proposal === undefined
    ? action
    : { ...toCodeAction(proposal, workspace, uri, options), edit: await proposal.edit() };
}

async function proposedAsyncActions(workspace: Workspace, uri: string, range: Range): Promise<readonly AsyncAction[]> {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return [];
  const problems = problemsIn(workspace, uri, range);
  return (await Promise.all(asyncFixes.map((asyncFix) => asyncFix({ workspace, file }, problems)))).flat();
}

/** Whether `kind` is `wanted` or one of its subkinds. The empty kind includes all others. */
const isOfKind = (kind: string, wanted: string): boolean =>
  wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`);

const sourceAction = (title: string, kind: string, edit: WorkspaceEdit | undefined): readonly CodeAction[] =>
  edit === undefined ? [] : [{ title, kind, edit }];

function toCodeAction(
  proposal: ProposedAction | AsyncAction,
  workspace: Workspace,
  uri: string,
  { canRename, diagnostics }: ActionOptions,
): CodeAction {
  const file = workspace.get(uri)?.file;
  const { title, kind, fixes: problem, isPreferred, rename } = proposal;
  const severity = problem && severityOf(problem, diagnostics.severities);
  const isShown = problem !== undefined && file !== undefined && severity !== undefined && severity !== "off";
  return {
    title,
    kind,
    ...(isPreferred === true && { isPreferred: true }),
    ...(isShown && { diagnostics: [toDiagnostic(file, problem, severity, diagnostics)] }),
    ...(rename !== undefined &&
      canRename && { command: { title: "Rename", command: "argmap.renameAt", arguments: [rename] } }),
  };
}

/** The quick fixes and refactorings at a range, each title once. */
function proposedActionsAt(workspace: Workspace, uri: string, range: Range): readonly ProposedAction[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return [];
  const entry = file.syntax.lines.at(range.start.line)?.owner;
  const context: ActionContext = { workspace, file, range, entry };
  const proposals = [
    ...problemsIn(workspace, uri, range).flatMap((problem) =>
      quickFixes.flatMap((quickFix) => quickFix(context, problem)),
    ),
    ...refactorings.flatMap((refactoring) => refactoring(context)),
  ];
  const titles = new Set<string>();
  return proposals.filter(({ title }) => !titles.has(title) && titles.add(title));
}

/** The problems whose range touches the given range. */
function problemsIn(workspace: Workspace, uri: string, range: Range): readonly Problem[] {
  const workspaceFile = workspace.get(uri);
  if (workspaceFile === undefined) return [];
  const { file, checker } = workspaceFile;
  const { lines } = file.syntax;
  const owners = new Set<Entry>();
  const problems: Problem[] = [];
  const last = Math.min(range.end.line, range.start.line + MAX_LINES, lines.length - 1);
  for (let number = Math.max(0, range.start.line); number <= last; number++) {
    const line = lines.at(number);
    if (line === undefined) continue;
    problems.push(...checker.problemsOfLine(line));
    if (line.owner !== undefined) owners.add(line.owner);
  }
  workspace.sources.requestArticles(file, owners);
  for (const owner of owners) problems.push(...checker.problemsOf(owner));
  return problems.filter((problem) => touches(multiLineRange(file, problem), range));
}

/** One edit that applies all safe quick fixes of a file. Fixes that touch an earlier one are left out. */
export function fixAll(workspace: Workspace, uri: string): WorkspaceEdit | undefined {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return undefined;
  const edits: FileEdit[] = [];
  for (const problem of workspace.problemsOf(uri)) {
    const range = file.syntax.rangeOf(problem.at);
    const context: ActionContext = { workspace, file, range, entry: problem.entry };
    const proposal = quickFixes
      .flatMap((quickFix) => quickFix(context, problem))
      .find(({ isSafeForFixAll }) => isSafeForFixAll === true);
    for (const change of proposal?.edit().documentChanges ?? []) {
      if (!("edits" in change)) continue;
      for (const edit of change.edits) if ("newText" in edit) edits.push({ uri: change.textDocument.uri, ...edit });
    }
  }
  const nonOverlapping = edits.filter(
    (edit, index) => !edits.slice(0, index).some((other) => touches(edit.range, other.range)),
  );
  return nonOverlapping.length === 0 ? undefined : workspaceEdit(workspace, nonOverlapping);
}
