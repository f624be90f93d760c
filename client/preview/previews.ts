/** All previews: at most one follows the active text, any number are locked to their maps, as those of Markdown are. */
import * as v from "valibot";
import {
  commands,
  Disposable,
  type ExtensionContext,
  TabInputText,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import { kept } from "../../server/protocol/preview.ts";
import { followCursor } from "./cursor.ts";
import { watchPresence } from "./mapExistence.ts";
import { fillPanel, type Preview, type PreviewState } from "./panel.ts";
import type { Passages } from "./panelController.ts";
import type { Trees } from "./treeClient.ts";
import { createUndoing } from "./undo.ts";
import { createMemory } from "./viewStateStore.ts";

const VIEW = "argmap.preview";
/** Whether the active preview was led to its map from another one, for the button that leads back. */
const CAN_GO_BACK = "argmap.preview.canGoBack";

export interface Previews extends Disposable {
  /** Shows a map beside the text, in the preview that follows. */
  open(map: Uri): Preview;
  /** Shows a map beside the text, in a preview that stays with it. */
  openLocked(map: Uri): void;
  /** Makes the preview follow that was locked, or the other way round. Where another one follows, that is locked then. */
  toggleLock(preview: Preview): void;
  /** A preview that shows this map, the one seen last before any other; undefined where there is none. */
  showing(map: Uri): Preview | undefined;
  /** The preview that the user is in. */
  readonly active: Preview | undefined;
}

/** None is open until one is asked for or VS Code brings back those of an earlier window. */
export function createPreviews(
  context: ExtensionContext,
  trees: Trees,
  passages: Passages,
  countAgain: () => void,
): Previews {
  const { extensionUri: extension, workspaceState } = context;
  const memory = createMemory(workspaceState);
  const cursor = followCursor();
  const presence = watchPresence();
  const shared = { trees, passages, memory, cursor, undoing: createUndoing(cursor, countAgain), presence, extension };
  const all = new Set<Preview>();
  const active = (): Preview | undefined => [...all].find(({ panel }) => panel.active);
  const following = (): Preview | undefined => [...all].find(({ state }) => !state.locked);

  const tellMenus = (): void => void commands.executeCommand("setContext", CAN_GO_BACK, active()?.canGoBack === true);

  function fill(panel: WebviewPanel, state: PreviewState): Preview {
    const preview = fillPanel(panel, state, shared, tellMenus);
    all.add(preview);
    panel.onDidChangeViewState(tellMenus);
    panel.onDidDispose(() => {
      all.delete(preview);
      tellMenus();
    });
    return preview;
  }

  function openBeside(state: PreviewState): Preview {
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    // Kept alive behind other tabs, so that it comes back as it was: zoomed, moved, folded.
    return fill(window.createWebviewPanel(VIEW, "Preview", place, { retainContextWhenHidden: true }), state);
  }

  const listening = Disposable.from(
    cursor,
    presence,
    cursor.onActive((text) => {
      for (const preview of all) preview.follow(text);
    }),
    workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) {
        memory.renamed(oldUri.toString(), newUri.toString());
        for (const preview of all) preview.renamed(oldUri, newUri);
      }
    }),
    window.registerWebviewPanelSerializer(VIEW, {
      async deserializeWebviewPanel(panel: WebviewPanel, state: unknown) {
        const parsed = v.safeParse(kept, state);
        // A window that goes at once may not have kept what its newest panel is: then it follows the text.
        const map = parsed.success ? Uri.parse(parsed.output.panel.map) : (cursor.place?.uri ?? openMap());
        if (!map || (!parsed.success && following())) return panel.dispose();
        const locked = parsed.success && (parsed.output.panel.locked || following() !== undefined);
        fill(panel, { map, locked });
      },
    }),
  );

  return {
    open(map) {
      const preview = following();
      if (!preview) return openBeside({ map, locked: false });
      preview.show(map);
      preview.panel.reveal(undefined, true);
      return preview;
    },
    openLocked(map) {
      const preview = [...all].find(({ state }) => state.locked && state.map.toString() === map.toString());
      if (!preview) return void openBeside({ map, locked: true });
      preview.panel.reveal(undefined, true);
    },
    toggleLock(preview) {
      const { locked } = preview.state;
      if (locked) following()?.lock(true);
      preview.lock(!locked);
    },
    showing(map) {
      const those = [...all].filter(({ state }) => state.map.toString() === map.toString());
      return those.find(({ panel }) => panel.visible) ?? those[0];
    },
    get active() {
      return active();
    },
    dispose() {
      for (const preview of all) preview.stop();
      listening.dispose();
    },
  };
}

/** A map that is open in a tab; those that are seen go first. */
function openMap(): Uri | undefined {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const maps = [...tabs.filter(({ isActive }) => isActive), ...tabs].flatMap(({ input }) =>
    input instanceof TabInputText && input.uri.path.endsWith(".argmap") ? [input.uri] : [],
  );
  return maps[0];
}
