/** Whether a map is there: on disk, or as a text in a tab. */
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
   * Whether a map is there. VS Code goes on holding the text of a tab that was closed for some minutes, and so the server
   * knows it, also where the file was deleted: what nobody sees any more does not count.
   */
  exists(map: Uri): Promise<boolean>;
  /** Something that may have come or gone: a file, a folder, a text in a tab. */
  readonly onChange: Event<Uri>;
}

/** Looks at all files of the workspace and all tabs. */
export function watchMapExistence(): MapExistence {
  const changed = new EventEmitter<Uri>();
  // Of a folder that goes, nothing is told of the files in it.
  const watcher = workspace.createFileSystemWatcher("**/*", false, true, false);
  const subscriptions = Disposable.from(
    changed,
    watcher,
    watcher.onDidCreate((uri) => changed.fire(uri)),
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

/** Whether something that happens to a file or folder happens to a map. */
export const affects = (changed: Uri, map: Uri): boolean =>
  uriAfterRename(map.toString(), changed.toString(), "") !== undefined;

async function isOnDisk(map: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(map);
    return true;
  } catch (error) {
    // What cannot be looked at may be there.
    return !(error instanceof FileSystemError && error.code === "FileNotFound");
  }
}
