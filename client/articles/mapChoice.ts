/** Helpers for commands that choose a map for a passage of an article, and edit that map. */
import { l10n, type WorkspaceEdit, window, workspace } from "vscode";
import { LANGUAGE } from "../language.ts";

/** The URIs of the maps that are visible in the window. */
export const visibleMaps = (): ReadonlySet<string> =>
  new Set(
    window.visibleTextEditors
      .filter(({ document }) => document.languageId === LANGUAGE)
      .map(({ document }) => document.uri.toString()),
  );

/** Says that the workspace has no map, and how to create one. */
export const noMapMessage = (): string =>
  l10n.t("There is no map in this workspace. Run “Argmap: Map This Article” to create one.");

/** Applies an edit that the server made for a map. Returns whether that succeeded; if not, a message says why. */
export async function applyMapEdit(edit: WorkspaceEdit): Promise<boolean> {
  if (await workspace.applyEdit(edit)) return true;
  void window.showWarningMessage(l10n.t("The map has changed in the meantime. Try again."));
  return false;
}
