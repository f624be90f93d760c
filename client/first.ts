/** The first window of `npm start` shows a map with its preview; the environment asks for it. */
import { Disposable, window } from "vscode";
import type { Preview } from "./preview/panel.ts";
import { LANGUAGE } from "./server.ts";

/** Opens the preview of the first map that becomes active, where the environment says so. */
export function openFirstPreview(preview: Preview): Disposable {
  if (!process.env.ARGMAP_PREVIEW) return new Disposable(() => {});
  const listening = window.onDidChangeActiveTextEditor(open);
  function open(): void {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE) return;
    listening.dispose();
    preview.open(document.uri);
  }
  open();
  return listening;
}
