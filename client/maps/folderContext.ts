/**
 * Says in a context key what the open folders contain, and expands the view *Argument Maps* where it says how to begin. It
 * runs in every window, so it loads nothing else of the extension.
 */
import { commands, Disposable, type Event, EventEmitter, type Memento, type Uri, workspace } from "vscode";
import { folderKind } from "../editor/folderContents.ts";
import type { FolderKind } from "../editor/folderKind.ts";
import { MAP_EXTENSION } from "../language.ts";
import { MAPS_VIEW } from "./mapsView.ts";

/** Context key: what the open folders contain. The view, its welcome texts and some commands depend on it. */
const FOLDER_CONTEXT = "argmap.folder";
/** In milliseconds: files often change in groups. */
const REFRESH_DELAY = 200;
/** Workspace state: whether the view was expanded once, in a folder where it says how to begin. */
const EXPANDED_KEY = "argmap.maps.expanded";

/** What the open folders contain, from now on. */
export interface FolderContext extends Disposable {
  /** Resolves to what the folders contain, once the context key says the same. */
  kind(): Promise<FolderKind | undefined>;
  /** Files have been added or removed, or a map has been saved. The context key is up to date again. */
  readonly onChanged: Event<void>;
}

/** Keeps the context key up to date. `state` remembers whether the view was expanded. */
export function trackFolders(state: Memento): FolderContext {
  const changed = new EventEmitter<void>();
  let refreshTimer: NodeJS.Timeout | undefined;
  let updated = update();

  async function update(): Promise<FolderKind | undefined> {
    const kind = await folderKind();
    await commands.executeCommand("setContext", FOLDER_CONTEXT, kind);
    if ((kind === "empty" || kind === "articles") && !state.get(EXPANDED_KEY)) void expand();
    return kind;
  }
  async function expand(): Promise<void> {
    await state.update(EXPANDED_KEY, true);
    // VS Code collapses views that extensions add to the Explorer. Later it remembers what the user does.
    await commands.executeCommand(`${MAPS_VIEW}.focus`, { preserveFocus: true });
  }
  async function refresh(): Promise<void> {
    updated = update();
    await updated;
    changed.fire();
  }
  const refreshSoon = (): void => {
    clearTimeout(refreshTimer);
    refreshTimer = setTimeout(refresh, REFRESH_DELAY);
  };
  /** Other folders, such as those of programs, can be large and change often. There, only maps matter. */
  async function refreshFor(file: Uri): Promise<void> {
    if (isMap(file) || (await updated) !== "other") refreshSoon();
  }

  const watcher = workspace.createFileSystemWatcher("**/*", false, true);
  const subscriptions = Disposable.from(
    changed,
    watcher,
    watcher.onDidCreate(refreshFor),
    watcher.onDidDelete(refreshFor),
    workspace.onDidSaveTextDocument(({ uri }) => isMap(uri) && refreshSoon()),
    workspace.onDidChangeWorkspaceFolders(refreshSoon),
  );
  return {
    kind: () => updated,
    onChanged: changed.event,
    dispose() {
      clearTimeout(refreshTimer);
      subscriptions.dispose();
    },
  };
}

const isMap = ({ path }: Uri): boolean => path.endsWith(MAP_EXTENSION);
