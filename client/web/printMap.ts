import { l10n, type Uri, window } from "vscode";

/** Says that a browser cannot make a PDF for the printer, and what to do. */
export async function printMap(_map: Uri): Promise<undefined> {
  void window.showErrorMessage(
    l10n.t("VS Code in a browser cannot make a PDF. Export the map as HTML and print that page, or export it as SVG."),
  );
  return undefined;
}
