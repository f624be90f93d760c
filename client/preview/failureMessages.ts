/** The messages to the user if a message of the page could not be handled. */
import { l10n } from "vscode";
import type { ToPanel } from "../../server/protocol/preview.ts";

/** Returns what failed. The reason is appended. */
export function failureMessage(type: ToPanel["type"]): string {
  switch (type) {
    case "openCard":
      return l10n.t("Could not open this card's entry in the editor.");
    case "openPassage":
      return l10n.t("Could not open the article.");
    case "undo":
      return l10n.t("Could not undo, because the file could not be opened.");
    case "redo":
      return l10n.t("Could not redo, because the file could not be opened.");
    default:
      return l10n.t("The preview could not complete this action.");
  }
}

/** Returns the reason. */
export const errorMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error));
