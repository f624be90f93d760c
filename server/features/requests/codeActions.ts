import * as v from "valibot";
import type { CodeAction, Range, WorkspaceEdit } from "vscode-languageserver";
import { severityOf } from "../../core/checks/severity.ts";
import type { Entry } from "../../core/language/entry.ts";
import type { Problem } from "../../core/language/problem.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { Offer, Place } from "../actions/codeAction.ts";
import { organizeImports } from "../actions/organizeImports.ts";
import { mends } from "../actions/quickFixes/index.ts";
import { refactorings } from "../actions/refactorings/index.ts";
import { filesNear } from "../actions/similarFiles.ts";
import { articleActions } from "../articles/requests/codeActions.ts";
import { isBefore } from "../shared/positions.ts";
import { type Edit, workspaceEdit } from "../textEdits/workspaceEdit.ts";
import { type DiagnosticOptions, toDiagnostic } from "./diagnostics.ts";

export interface ActionOptions {
  /** Kinds that are wanted; undefined: all that show in the menu. */
  readonly only?: readonly string[] | undefined;
  /** Whether the client asks for the edit of an action when it is chosen. */
  readonly resolves: boolean;
  /** Whether the client can begin to rename what an action has made. */
  readonly renames: boolean;
  /** Whether the client can make a file for an action. */
  readonly makesFiles: boolean;
  /** How problems are told. */
  readonly diagnostics: DiagnosticOptions;
  /** The commands that the client has. */
  readonly commands?: ReadonlySet<string>;
}

const FIX_ALL = "source.fixAll.argmap";
const ORGANIZE_IMPORTS = "source.organizeImports";
/** More lines than a screen has are not looked through for what could be done to them. */
const MOST_LINES = 200;

/**
 * What can be done at a range: mends of the problems there, refactorings of the entry that the range begins in; and, where
 * they are asked for by kind, what tidies the whole file. In an article: what can be made of the words that are selected.
 */
export function codeActions(workspace: Workspace, uri: string, range: Range, options: ActionOptions): CodeAction[] {
  const { only, resolves, makesFiles } = options;
  const known = workspace.get(uri);
  if (known === undefined)
    return articleActions(workspace, uri, range, { only, commands: options.commands ?? new Set() });
  const wants = (kind: string): boolean => only === undefined || only.some((one) => isOfKind(kind, one));
  const actions = offersAt(workspace, uri, range)
    .filter(({ kind, makesFile }) => wants(kind) && (makesFiles || makesFile !== true))
    .map((offer): CodeAction => {
      const action = actionOf(offer, workspace, uri, options);
      return resolves
        ? { ...action, data: { uri, range, title: offer.title, version: known.version ?? null } }
        : { ...action, edit: offer.edit() };
    });
  if (only !== undefined && wants(FIX_ALL))
    actions.push(...sourceAction("Mend all that is sure", FIX_ALL, fixAll(workspace, uri)));
  if (only !== undefined && wants(ORGANIZE_IMPORTS)) {
    actions.push(...sourceAction("Organise imports", ORGANIZE_IMPORTS, organizeImports(workspace, known.file)));
  }
  return actions;
}

/**
 * What else can be done at a range once folders have been looked into: a source whose file is not there may have been meant
 * for one beside it. With their edits; none where the map has changed in the meantime.
 */
export async function fileActions(
  workspace: Workspace,
  uri: string,
  range: Range,
  options: ActionOptions,
): Promise<CodeAction[]> {
  const known = workspace.get(uri);
  const { only } = options;
  if (known === undefined || (only !== undefined && !only.some((one) => isOfKind("quickfix", one)))) return [];
  const { version, file } = known;
  const actions: CodeAction[] = [];
  for (const problem of problemsIn(workspace, uri, range)) {
    if (problem.code !== "source-not-found" || problem.to !== undefined) continue;
    const at = file.syntax.rangeOf(problem.at);
    const paths = await filesNear(workspace, uri, problem.at.line.reading.raw.slice(problem.at.start, problem.at.end));
    if (workspace.get(uri)?.version !== version) return [];
    for (const [index, path] of paths.entries()) {
      const edit = workspaceEdit(workspace, [{ uri, range: at, newText: path }]);
      const offer: Offer = {
        title: `Write “${path}”`,
        kind: "quickfix",
        mends: problem,
        preferred: index === 0,
        edit: () => edit,
      };
      actions.push({ ...actionOf(offer, workspace, uri, options), edit });
    }
  }
  return actions;
}

const position = v.object({ line: v.number(), character: v.number() });
const data = v.object({
  uri: v.string(),
  range: v.object({ start: position, end: position }),
  title: v.string(),
  version: v.nullable(v.number()),
});

/** An action with its edit. One whose text has changed since has none, and its client asks anew. */
export function resolveCodeAction(workspace: Workspace, action: CodeAction, options: ActionOptions): CodeAction {
  const parsed = v.safeParse(data, action.data);
  if (!parsed.success) return action;
  const { uri, range, title, version } = parsed.output;
  if ((workspace.get(uri)?.version ?? null) !== version) return action;
  const offer = offersAt(workspace, uri, range).find((one) => one.title === title);
  return offer === undefined ? action : { ...actionOf(offer, workspace, uri, options), edit: offer.edit() };
}

const isOfKind = (kind: string, wanted: string): boolean =>
  wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`);

const sourceAction = (title: string, kind: string, edit: WorkspaceEdit | undefined): readonly CodeAction[] =>
  edit === undefined ? [] : [{ title, kind, edit }];

function actionOf(
  offer: Offer,
  workspace: Workspace,
  uri: string,
  { renames, diagnostics }: ActionOptions,
): CodeAction {
  const file = workspace.get(uri)?.file;
  const { title, kind, mends: problem, preferred, rename } = offer;
  const severity = problem && severityOf(problem, diagnostics.severities);
  const shown = problem !== undefined && file !== undefined && severity !== undefined && severity !== "off";
  return {
    title,
    kind,
    ...(preferred === true && { isPreferred: true }),
    ...(shown && { diagnostics: [toDiagnostic(file, problem, severity, diagnostics)] }),
    ...(rename !== undefined &&
      renames && { command: { title: "Rename", command: "argmap.renameAt", arguments: [rename] } }),
  };
}

/** All that can be done at a place, each title once. */
function offersAt(workspace: Workspace, uri: string, range: Range): readonly Offer[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return [];
  const entry = file.syntax.lines.at(range.start.line)?.owner;
  const place: Place = { workspace, file, range, entry };
  const offers = [
    ...problemsIn(workspace, uri, range).flatMap((problem) => mends.flatMap((mend) => mend(place, problem))),
    ...refactorings.flatMap((refactoring) => refactoring(place)),
  ];
  const titles = new Set<string>();
  return offers.filter(({ title }) => !titles.has(title) && titles.add(title));
}

/** The problems whose marked words a range touches. */
function problemsIn(workspace: Workspace, uri: string, range: Range): readonly Problem[] {
  const known = workspace.get(uri);
  if (known === undefined) return [];
  const { file, checker } = known;
  const { lines } = file.syntax;
  const owners = new Set<Entry>();
  const problems: Problem[] = [];
  const last = Math.min(range.end.line, range.start.line + MOST_LINES, lines.length - 1);
  for (let number = Math.max(0, range.start.line); number <= last; number++) {
    const line = lines.at(number);
    if (line === undefined) continue;
    problems.push(...checker.problemsOfLine(line));
    if (line.owner !== undefined) owners.add(line.owner);
  }
  for (const owner of owners) problems.push(...checker.problemsOf(owner));
  return problems.filter(({ at, to }) => {
    const start = file.syntax.rangeOf(at).start;
    const { end } = file.syntax.rangeOf(to ?? at);
    return !isBefore(end, range.start) && !isBefore(range.end, start);
  });
}

/** All mends of a file that nobody would not want, as one edit. */
function fixAll(workspace: Workspace, uri: string): WorkspaceEdit | undefined {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return undefined;
  const edits: Edit[] = [];
  for (const problem of workspace.problemsOf(uri)) {
    const range = file.syntax.rangeOf(problem.at);
    const place: Place = { workspace, file, range, entry: problem.entry };
    const offer = mends.flatMap((mend) => mend(place, problem)).find(({ sure }) => sure === true);
    for (const change of offer?.edit().documentChanges ?? []) {
      if (!("edits" in change)) continue;
      for (const edit of change.edits) if ("newText" in edit) edits.push({ uri: change.textDocument.uri, ...edit });
    }
  }
  const clear = edits.filter((edit, index) => !edits.slice(0, index).some((other) => overlap(edit.range, other.range)));
  return clear.length === 0 ? undefined : workspaceEdit(workspace, clear);
}

const overlap = (a: Range, b: Range): boolean => !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
