/** Chooses the file of an imported map. A file that exists is never replaced. */
import { l10n, type QuickPickItem, type Uri, window, workspace } from "vscode";
import { fileName } from "../editor/fileName.ts";
import { unusedName } from "../editor/unusedName.ts";
import { MAP_EXTENSION } from "../language.ts";

/** The user wants a text that is no file yet. */
export const UNTITLED = "untitled";

interface TargetItem extends QuickPickItem {
  readonly target: () => Thenable<Uri | typeof UNTITLED | undefined>;
}

/**
 * Returns the file beside an imported one that gets its map. If the usual name is taken, the user chooses another, or a text
 * that is no file yet. Undefined if the user cancels.
 */
export async function promptMapFile(imported: Uri): Promise<Uri | typeof UNTITLED | undefined> {
  if (imported.scheme === "untitled") return UNTITLED;
  const sibling = (name: string): Uri => imported.with({ path: imported.path.replace(/[^/]*$/, () => name) });
  const stem = fileName(imported).replace(/\.[^.]*$/, "");
  const taken = (await workspace.fs.readDirectory(sibling(""))).map(([name]) => name);
  const usual = `${stem}${MAP_EXTENSION}`;
  const free = unusedName(stem, taken);
  if (free === usual) return sibling(usual);
  const items: readonly TargetItem[] = [
    { label: `$(new-file) ${l10n.t("Create “{0}”", free)}`, target: async () => sibling(free) },
    { label: `$(save-as) ${l10n.t("Choose another name…")}`, target: () => promptOtherFile(sibling(free)) },
    { label: `$(file) ${l10n.t("Open it without a file")}`, target: async () => UNTITLED },
  ];
  const placeHolder = l10n.t("“{0}” already exists.", usual);
  const options = { title: l10n.t("Import into Argmap"), placeHolder, ignoreFocusOut: true };
  return (await window.showQuickPick(items, options))?.target();
}

/** Asks for a file that does not exist. */
async function promptOtherFile(defaultUri: Uri): Promise<Uri | undefined> {
  for (;;) {
    const chosen = await window.showSaveDialog({
      defaultUri,
      filters: { Argmap: [MAP_EXTENSION.slice(1)] },
      title: l10n.t("Import into Argmap"),
      saveLabel: l10n.t("Import"),
    });
    if (chosen === undefined || !(await exists(chosen))) return chosen;
    void window.showWarningMessage(l10n.t("“{0}” already exists. Choose another name.", fileName(chosen)));
  }
}

const exists = (file: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(file)).then(
    () => true,
    () => false,
  );
