/** Says once how to quote, when the user maps the first article. */
import { env, l10n, type Memento, UIKind, window } from "vscode";

/** Kept on users' machines. */
const SHOWN_KEY = "argmap.hints.selectWords";

/** Shows the hint unless it was shown before. */
export function showSelectWordsHint(state: Memento): void {
  if (state.get(SHOWN_KEY)) return;
  void state.update(SHOWN_KEY, true);
  void window.showInformationMessage(
    l10n.t("Select words in the article and press {0} to add them to the map.", quickFixKey()),
  );
}

/** The default key of *Quick Fix*. In a browser, the extension cannot tell on which system the user types. */
function quickFixKey(): string {
  if (env.uiKind === UIKind.Web) return l10n.t("Ctrl+. (⌘. on a Mac)");
  return process.platform === "darwin" ? "⌘." : "Ctrl+.";
}
