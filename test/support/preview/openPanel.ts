/** Opens a panel of the preview with everything around it faked. Tests that use it replace `vscode` by `fakeVscode.ts`. */
import { expect, type Mock, vi } from "vitest";
import { createPanelController, type PreviewContext } from "../../../client/preview/panelController.ts";
import { EventEmitter, Uri } from "../fakeVscode.ts";

/** The map that the panel shows. */
export const map = Uri.parse("file:///maps/ferry.argmap");
/** Its tree. */
export const tree = {
  title: undefined,
  language: undefined,
  cards: [],
  positions: [],
  contradictions: [],
  sections: [],
};

/** A panel that shows a map, with everything around it faked. Tests change `state` and fire events. */
export function openPanel() {
  const state = {
    exists: true,
    /** The answer of the server to requests for the tree. */
    fetchTree: async (): Promise<unknown> => ({ version: 1, tree }),
    counts: undefined as { cited: number; paragraphs: number; unquoted: number } | undefined,
    locateCard: async (): Promise<unknown> => undefined,
    requestEdit: async (): Promise<unknown> => undefined,
    undone: [] as string[],
    weigh: (_map: string, _params: unknown): unknown => null,
    watched: [] as string[],
    saved: [] as unknown[],
  };
  const events = {
    received: new EventEmitter<unknown>(),
    changed: new EventEmitter<unknown>(),
    replaced: new EventEmitter<Uri>(),
    restarted: new EventEmitter<void>(),
    moved: new EventEmitter<void>(),
    existence: new EventEmitter<Uri>(),
    refreshed: new EventEmitter<void>(),
  };
  const posted: { readonly type: string; readonly [field: string]: unknown }[] = [];
  const webview = {
    html: "",
    cspSource: "vscode-resource:",
    asWebviewUri: (uri: Uri) => uri,
    postMessage: async (message: (typeof posted)[number]) => posted.push(message),
    onDidReceiveMessage: events.received.event,
  };
  const context = {
    extensionUri: Uri.parse("file:///extension"),
    trees: {
      watch(uri: Uri) {
        state.watched.push(uri.toString());
        return { dispose: () => state.watched.splice(state.watched.indexOf(uri.toString()), 1) };
      },
      fetchTree: () => state.fetchTree(),
      locateCard: () => state.locateCard(),
      cardAt: async () => "card",
      requestEdit: () => state.requestEdit(),
      weigh: async (uri: Uri, params: unknown) => state.weigh(uri.toString(), params),
      explainStanding: async (uri: Uri, params: unknown) => ({ uri: uri.toString(), params }),
      makeTables: async (uri: Uri, params: unknown) => ({ uri: uri.toString(), params }),
      onChanged: events.changed.event,
      onReplaced: events.replaced.event,
      onServerRestart: events.restarted.event,
    },
    articleServices: {
      locateQuote: async () => undefined,
      coverage: { countsFor: async () => state.counts, onRefreshed: events.refreshed.event },
    },
    viewStates: { get: () => "stored", save: (...saved: unknown[]) => state.saved.push(saved), handleRename() {} },
    undoQueue: { undoRedo: async (command: string) => state.undone.push(command) },
    cursor: { textPosition: { uri: map, position: {} }, onMoved: events.moved.event },
    mapExistence: { exists: async () => state.exists, onChange: events.existence.event },
  };
  const ready: Mock<() => void> = vi.fn();
  // The fakes have only the members that the controller uses here.
  const controller = createPanelController({ webview, viewColumn: 2 } as never, context as unknown as PreviewContext, {
    onReady: ready,
    onOpen() {},
  });
  const receive = (message: Readonly<Record<string, unknown>>): void => events.received.fire(message);
  const typesPosted = (): readonly string[] => posted.map(({ type }) => type);
  return { state, events, posted, typesPosted, webview, controller, ready, receive };
}

/** A panel whose page has loaded and received the tree of `map`. */
export async function openLoadedPanel() {
  const panel = openPanel();
  panel.controller.show(map as never);
  panel.receive({ type: "ready" });
  await expect.poll(panel.typesPosted).toEqual(["tree", "cursor", "coverage"]);
  panel.posted.length = 0;
  return panel;
}
