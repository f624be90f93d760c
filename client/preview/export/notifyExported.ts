import { env, l10n, type Uri, window, workspace } from "vscode";

/** Says that a file was written, and offers to open it. */
export async function notifyExported(file: Uri): Promise<void> {
  const open = l10n.t("Open");
  const message = l10n.t("Exported to “{0}”.", workspace.asRelativePath(file));
  const chosen = await window.showInformationMessage(message, open);
  if (chosen === open) await env.openExternal(file);
}
