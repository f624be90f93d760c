/** Whether a map exists, on disk or as an unsaved text in a tab. */
import {
  Disposable,
  type Event,
  EventEmitter,
  FileSystemError,
  TabInputText,
  type Uri,
  window,
  workspace,
} from "vscode";
import { isOpenInTab } from "../editor/viewColumns.ts";
import { uriAfterRename } from "./viewStateStore.ts";

export interface MapExistence extends Disposable {
  /**
   * Whether a map exists on disk or in a tab. The server cannot tell: VS Code keeps the text of a closed tab for some
   * minutes, even if its file is deleted, and during that time the server still has the map.
   */
  exists(map: Uri): Promise<boolean>;
  /** A file, folder or tab that may have been created or deleted. */
  readonly onChange: Event<Uri>;
}

/** Watches all files of the workspace and all tabs. */
export function watchMapExistence(): MapExistence {
  const changed = new EventEmitter<Uri>();
  // All files and folders: when a folder is deleted, there is no event for the files in it. Changes too: VS Code merges a
  // deletion and a creation that follow each other quickly into one change.
  const watcher = workspace.createFileSystemWatcher("**/*");
  const subscriptions = Disposable.from(
    changed,
    watcher,
    watcher.onDidCreate((uri) => changed.fire(uri)),
    watcher.onDidChange((uri) => changed.fire(uri)),
    watcher.onDidDelete((uri) => changed.fire(uri)),
    window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
      for (const { input } of [...opened, ...closed]) if (input instanceof TabInputText) changed.fire(input.uri);
    }),
  );
  return {
    exists: async (map) => isOpenInTab(map) || (await isOnDisk(map)),
    onChange: changed.event,
    dispose: () => subscriptions.dispose(),
  };
}

/** Whether a changed file or folder is a map, or contains it. */
export const affects = (changed: Uri, map: Uri): boolean =>
  uriAfterRename(map.toString(), changed.toString(), "") !== undefined;

async function isOnDisk(map: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(map);
    return true;
  } catch (error) {
    // If the file cannot be accessed, it may exist.
    return !(error instanceof FileSystemError && error.code === "FileNotFound");
  }
}
