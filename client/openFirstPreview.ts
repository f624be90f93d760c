/** The first window of `npm start` shows a map with its preview; the environment asks for it. */
import { Disposable, window } from "vscode";
import { LANGUAGE } from "./languageClient.ts";
import type { Previews } from "./preview/previews.ts";

/** Opens the preview of the first map that becomes active, where the environment says so. */
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
