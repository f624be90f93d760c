import { Disposable, type TextDocument, workspace } from "vscode";
import { LANGUAGE } from "./language.ts";
import type { FolderContext } from "./maps/folderContext.ts";

/** Calls a function once, as soon as a map is open or the folders contain one. */
export function onFirstMap(folders: FolderContext, run: () => void): Disposable {
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
  const runIfMaps = async (): Promise<void> => {
    if ((await folders.kind()) === "maps") runOnce();
  };
  const subscription = Disposable.from(
    folders.onChanged(runIfMaps),
    workspace.onDidOpenTextDocument((document) => isMap(document) && runOnce()),
  );
  void runIfMaps();
  return new Disposable(() => {
    isWaiting = false;
    subscription.dispose();
  });
}
