/** All previews. As with Markdown, at most one follows the active editor, and any number are locked to their maps. */
import * as v from "valibot";
import {
  commands,
  Disposable,
  type ExtensionContext,
  l10n,
  TabInputText,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import { persistedPanel } from "../../server/protocol/preview.ts";
import { columnForPicture } from "../editor/editorLayout.ts";
import { visibleColumnOf } from "../editor/viewColumns.ts";
import { MAP_EXTENSION } from "../language.ts";
import type { ArticleServices } from "./articleServices.ts";
import { trackCursor } from "./cursor.ts";
import { createUndoQueue } from "./editing/undo.ts";
import { watchMapExistence } from "./mapExistence.ts";
import { createPreview, type Preview, type PreviewState } from "./panel.ts";
import type { TreeClient } from "./treeClient.ts";
import { createViewStateStore } from "./viewStateStore.ts";
import { PREVIEW_VIEW_TYPE } from "./viewType.ts";

/** Context key: whether the active preview can go back to an importing map. */
const CAN_GO_BACK_CONTEXT = "argmap.preview.canGoBack";

export interface Previews extends Disposable {
  /** Shows a map in the preview that follows the active editor, and opens it to the side if there is none. */
  open(map: Uri): Preview;
  /** Shows a map whose text is visible in the preview that follows the active editor, so that neither covers the other. */
  openBelow(map: Uri): Promise<void>;
  /** Shows a map in a preview that is locked to it, and opens one to the side if there is none. */
  openLocked(map: Uri): void;
  /** Shows the map of a preview of an earlier window in its panel. `state` is what its page stored. */
  restore(panel: WebviewPanel, state: unknown): void;
  /** Locks or unlocks a preview. Unlocking one locks the preview that has followed the active editor so far. */
  toggleLock(preview: Preview): void;
  /** A preview of this map, preferably a visible one. */
  previewOf(map: Uri): Preview | undefined;
  /** The preview in the active tab. */
  readonly active: Preview | undefined;
}

/** Creates the owner of all previews. */
export function createPreviews(
  context: ExtensionContext,
  trees: TreeClient,
  articleServices: ArticleServices,
  refreshLenses: () => void,
): Previews {
  const { extensionUri, workspaceState } = context;
  const viewStates = createViewStateStore(workspaceState);
  const cursor = trackCursor();
  const mapExistence = watchMapExistence();
  const previewContext = {
    trees,
    articleServices,
    viewStates,
    cursor,
    undoQueue: createUndoQueue(cursor, refreshLenses),
    mapExistence,
    extensionUri,
  };
  const previews = new Set<Preview>();
  const active = (): Preview | undefined => [...previews].find(({ panel }) => panel.active);
  const followingPreview = (): Preview | undefined => [...previews].find(({ state }) => !state.locked);

  const updateContextKeys = (): void =>
    void commands.executeCommand("setContext", CAN_GO_BACK_CONTEXT, active()?.canGoBack === true);

  function addPreview(panel: WebviewPanel, state: PreviewState): Preview {
    const preview = createPreview(panel, state, previewContext, updateContextKeys);
    previews.add(preview);
    panel.onDidChangeViewState(updateContextKeys);
    panel.onDidDispose(() => {
      previews.delete(preview);
      updateContextKeys();
    });
    return preview;
  }

  function openBeside(state: PreviewState, viewColumn = ViewColumn.Beside): Preview {
    const showOptions = { viewColumn, preserveFocus: true };
    // Hidden pages stay alive, so that they keep their zoom and folding.
    return addPreview(
      window.createWebviewPanel(PREVIEW_VIEW_TYPE, l10n.t("Preview"), showOptions, { retainContextWhenHidden: true }),
      state,
    );
  }

  async function openBelow(map: Uri): Promise<void> {
    const textColumn = visibleColumnOf(map);
    const isCovering = ({ panel }: Preview): boolean => panel.viewColumn === textColumn;
    const existing = followingPreview();
    if (textColumn === undefined || (existing && !isCovering(existing))) return void open(map);
    const column = await columnForPicture(textColumn);
    // The user may have opened one in the meantime.
    const preview = followingPreview() ?? openBeside({ map, locked: false }, column);
    preview.show(map);
    preview.panel.reveal(isCovering(preview) ? column : undefined, true);
  }

  function open(map: Uri): Preview {
    const preview = followingPreview();
    if (!preview) return openBeside({ map, locked: false });
    preview.show(map);
    preview.panel.reveal(undefined, true);
    return preview;
  }

  const subscriptions = Disposable.from(
    cursor,
    mapExistence,
    articleServices.onMapped(openBelow),
    articleServices.onAdded(({ uri, range }) => cursor.moveTo({ uri, position: range.start })),
    cursor.onActive((text) => {
      for (const preview of previews) preview.follow(text);
    }),
    workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) {
        viewStates.handleRename(oldUri.toString(), newUri.toString());
        for (const preview of previews) preview.handleRename(oldUri, newUri);
      }
    }),
  );

  function restore(panel: WebviewPanel, state: unknown): void {
    const parsed = v.safeParse(persistedPanel, state);
    // A window that closes at once may not have stored the state of its newest panel. That panel follows the editor.
    const map = parsed.success ? Uri.parse(parsed.output.panel.map) : (cursor.textPosition?.uri ?? findOpenMap());
    if (!map || (!parsed.success && followingPreview())) return void panel.dispose();
    const locked = parsed.success && (parsed.output.panel.locked || followingPreview() !== undefined);
    addPreview(panel, { map, locked });
  }

  return {
    open,
    openBelow,
    restore,
    openLocked(map) {
      const preview = [...previews].find(({ state }) => state.locked && state.map.toString() === map.toString());
      if (!preview) return void openBeside({ map, locked: true });
      preview.panel.reveal(undefined, true);
    },
    toggleLock(preview) {
      const { locked } = preview.state;
      if (locked) followingPreview()?.setLocked(true);
      preview.setLocked(!locked);
    },
    previewOf(map) {
      const candidates = [...previews].filter(({ state }) => state.map.toString() === map.toString());
      return candidates.find(({ panel }) => panel.visible) ?? candidates[0];
    },
    get active() {
      return active();
    },
    dispose() {
      for (const preview of previews) preview.stop();
      subscriptions.dispose();
    },
  };
}

/** A map that is open in a tab, preferably a visible one. */
function findOpenMap(): Uri | undefined {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const maps = [...tabs.filter(({ isActive }) => isActive), ...tabs].flatMap(({ input }) =>
    input instanceof TabInputText && input.uri.path.endsWith(MAP_EXTENSION) ? [input.uri] : [],
  );
  return maps[0];
}
