import { Disposable, type TextDocument, workspace } from "vscode";
import { LANGUAGE, MAP_EXTENSION } from "./language.ts";

/** Calls a function once, as soon as a map is open or the workspace contains one. */
export function onFirstMap(run: () => void): Disposable {
  const isMap = ({ languageId }: TextDocument): boolean => languageId === LANGUAGE;
  if (workspace.textDocuments.some(isMap)) {
    run();
    return new Disposable(() => {});
  }
  let isWaiting = true;
  const runOnce = (): void => {
    if (!isWaiting) return;
    isWaiting = false;
    subscription.dispose();
    run();
  };
  const watcher = workspace.createFileSystemWatcher(`**/*${MAP_EXTENSION}`, false, true, true);
  const subscription = Disposable.from(
    watcher,
    watcher.onDidCreate(runOnce),
    workspace.onDidOpenTextDocument((document) => isMap(document) && runOnce()),
  );
  workspace.findFiles(`**/*${MAP_EXTENSION}`, undefined, 1).then(([map]) => map && runOnce());
  return new Disposable(() => {
    isWaiting = false;
    subscription.dispose();
  });
}
