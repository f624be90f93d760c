/** Requests code actions as a client that receives their edits at once, and applies them. */
import type { CodeAction } from "vscode-languageserver";
import { type ActionOptions, codeActions } from "../../../server/features/requests/editing/codeActions.ts";
import { applyWorkspaceEdit } from "./applyEdit.ts";
import { type OpenWorkspace, openWorkspace } from "./openWorkspace.ts";

export const actionOptions = {
  canResolveEdits: false,
  canRename: true,
  canCreateFiles: true,
  diagnostics: { severities: {}, referenceUri: undefined, supportsRelatedInformation: false },
} satisfies ActionOptions;

/** Returns the code actions of a kind at the cursor. */
export const actionsAt = ({ workspace, uri, cursor }: OpenWorkspace, kind: string): CodeAction[] =>
  codeActions(workspace, uri, { start: cursor, end: cursor }, { ...actionOptions, only: [kind] });

/** Applies the action with a title and returns the texts of all files that it changes, by file name. */
export function applyAction(at: OpenWorkspace, kind: string, title: string): Readonly<Record<string, string>> {
  const actions = actionsAt(at, kind);
  const action = actions.find((one) => one.title === title);
  if (action?.edit === undefined)
    throw new Error(`Not offered: ${title}. Offered: ${actions.map((one) => one.title).join(" | ")}`);
  const texts = Object.entries(applyWorkspaceEdit(at.workspace, action.edit));
  return Object.fromEntries(texts.map(([uri, text]) => [decodeURIComponent(uri.slice(at.folder.length)), text]));
}

/** Returns the titles of the quick fixes at the cursor of a marked map. */
export const quickFixTitles = async (source: string): Promise<readonly string[]> =>
  actionsAt(await openWorkspace(source), "quickfix").map(({ title }) => title);

/** Applies a quick fix at the cursor of a marked map and returns the text of its only changed file. */
export const quickFixed = async (source: string, title: string): Promise<string> =>
  onlyText(applyAction(await openWorkspace(source), "quickfix", title));

/** Returns the titles of the refactorings at the cursor of a marked map. */
export const refactoringTitles = async (source: string): Promise<readonly string[]> =>
  actionsAt(await openWorkspace(source), "refactor").map(({ title }) => title);

/** Applies a refactoring at the cursor of a marked map and returns the texts of all changed files, by file name. */
export const refactoredFiles = async (source: string, title: string): Promise<Readonly<Record<string, string>>> =>
  applyAction(await openWorkspace(source), "refactor", title);

/** Applies a refactoring at the cursor of a marked map and returns the text of `main.argmap`. */
export const refactored = async (source: string, title: string): Promise<string | undefined> =>
  (await refactoredFiles(source, title))["main.argmap"];

/** Applies the source action of a kind to a marked map and returns its text; undefined if there is no such action. */
export async function sourceAction(source: string, kind: string): Promise<string | undefined> {
  const at = await openWorkspace(source);
  const [action] = actionsAt(at, kind);
  return action?.edit === undefined ? undefined : applyWorkspaceEdit(at.workspace, action.edit)[at.uri];
}

/** Returns the text of a single file. */
export function onlyText(texts: Readonly<Record<string, string>>): string {
  const [text, ...others] = Object.values(texts);
  if (text === undefined || others.length > 0) throw new Error(`Changed files: ${Object.keys(texts).join(", ")}`);
  return text;
}
