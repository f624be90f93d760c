/** Opens a preview when VS Code starts, for `npm start`. */
import { Disposable, window } from "vscode";
import { LANGUAGE } from "./language.ts";
import type { Previews } from "./preview/previews.ts";

/** Opens the preview of the first map that becomes active, if the environment variable `ARGMAP_PREVIEW` is set. */
export function openFirstPreview(previews: Previews): Disposable {
  if (!process.env.ARGMAP_PREVIEW) return new Disposable(() => {});
  const subscription = window.onDidChangeActiveTextEditor(openIfMap);
  function openIfMap(): void {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE) return;
    subscription.dispose();
    previews.open(document.uri);
  }
  openIfMap();
  return subscription;
}
