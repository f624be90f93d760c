import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { commands, Uri, window } from "../../support/fakeVscode.ts";
import { map, openLoadedPanel, openPanel, tree } from "../../support/preview/openPanel.ts";

vi.mock("vscode", () => import("../../support/fakeVscode.ts"));

const otherMap = Uri.parse("file:///maps/bridge.argmap");
const isAbsent = (html: string): boolean => html.includes("Map Not Found");

const errors: string[] = [];
const infos: string[] = [];
beforeEach(() => {
  errors.length = infos.length = 0;
  vi.spyOn(window, "showErrorMessage").mockImplementation(((message: string) => errors.push(message)) as never);
  vi.spyOn(window, "showInformationMessage").mockImplementation(((message: string) => infos.push(message)) as never);
});
afterEach(() => vi.restoreAllMocks());

test("sends the tree, the stored view state, the marked card and the coverage when the page is ready", async () => {
  const { controller, receive, posted, ready, state } = openPanel();
  state.counts = { cited: 1, paragraphs: 4, unquoted: 0 };
  controller.show(map as never);
  controller.post({ type: "cursor", card: null });
  expect(posted, "the page cannot receive messages yet").toEqual([]);
  receive({ type: "ready" });
  await expect.poll(() => posted).toHaveLength(3);
  expect(ready).toHaveBeenCalledOnce();
  expect(posted[0]).toEqual({ type: "tree", uri: map.toString(), savedView: "stored", version: 1, tree });
  expect(posted).toContainEqual({ type: "cursor", card: "card" });
  expect(posted).toContainEqual({ type: "coverage", counts: state.counts });
});

test("forwards changes of its own tree, but not of others", async () => {
  const { events, posted } = await openLoadedPanel();
  events.changed.fire({ uri: otherMap, from: 1, to: 2, change: {} });
  events.changed.fire({ uri: map, from: 1, to: 2, change: {} });
  expect(posted).toEqual([{ type: "change", from: 1, to: 2, change: {} }]);
});

test.each(["restarted", "replaced"] as const)(
  "sends the tree again when the server or the map was %s",
  async (event) => {
    const { events, typesPosted } = await openLoadedPanel();
    if (event === "restarted") events.restarted.fire();
    else events.replaced.fire(map);
    await expect.poll(typesPosted).toContain("tree");
  },
);

test("sends the tree again when the page asks for it", async () => {
  const { receive, typesPosted } = await openLoadedPanel();
  receive({ type: "requestTree" });
  await expect.poll(typesPosted).toContain("tree");
});

test("ignores the answer to an older request for the tree", async () => {
  const { events, state, posted } = await openLoadedPanel();
  const older = Promise.withResolvers<unknown>();
  state.fetchTree = () => older.promise;
  events.restarted.fire();
  await new Promise(setImmediate);
  state.fetchTree = async () => ({ version: 3, tree });
  events.restarted.fire();
  await expect.poll(() => posted.find(({ type }) => type === "tree")).toMatchObject({ version: 3 });
  older.resolve({ version: 2, tree });
  await new Promise(setImmediate);
  expect(posted.filter(({ type }) => type === "tree")).toHaveLength(1);
});

test("shows that the map is absent when it is deleted, and the map again when it is restored", async () => {
  const { events, state, webview, receive, typesPosted } = await openLoadedPanel();
  state.exists = false;
  events.existence.fire(map);
  await expect.poll(() => isAbsent(webview.html)).toBe(true);
  receive({ type: "ready" });
  expect(typesPosted(), "a late message of the replaced page does nothing").toEqual([]);
  state.exists = true;
  events.existence.fire(map);
  await expect.poll(() => isAbsent(webview.html)).toBe(false);
  receive({ type: "ready" });
  await expect.poll(typesPosted).toContain("tree");
});

test("reacts to the deletion of the map's folder, but not of other files", async () => {
  const { events, state, webview } = await openLoadedPanel();
  state.exists = false;
  events.existence.fire(otherMap);
  await new Promise(setImmediate);
  expect(isAbsent(webview.html)).toBe(false);
  events.existence.fire(Uri.parse("file:///maps"));
  await expect.poll(() => isAbsent(webview.html)).toBe(true);
});

test("rejects an export if the map is absent, and sends a pending one when a page has loaded", async () => {
  const { events, state, webview, controller, receive, posted } = await openLoadedPanel();
  const request = { format: "svg", colors: "print" } as const;
  const rejected = controller.requestExport(request);
  state.exists = false;
  events.existence.fire(map);
  await expect(rejected).rejects.toThrow("The map no longer exists.");
  posted.length = 0;
  state.exists = true;
  events.existence.fire(map);
  await expect.poll(() => isAbsent(webview.html)).toBe(false);
  void controller.requestExport(request);
  receive({ type: "ready" });
  await expect.poll(() => posted.filter(({ type }) => type === "export")).toHaveLength(1);
});

test("watches the new map before it releases the old one, and releases it when it is disposed", async () => {
  const { controller, state } = await openLoadedPanel();
  controller.show(otherMap as never);
  expect(state.watched).toEqual([otherMap.toString()]);
  controller.show(otherMap as never);
  expect(state.watched).toHaveLength(1);
  controller.dispose();
  expect(state.watched).toEqual([]);
});

test("sends the coverage again when it was refreshed", async () => {
  const { events, state, posted } = await openLoadedPanel();
  state.counts = { cited: 2, paragraphs: 4, unquoted: 1 };
  events.refreshed.fire();
  await expect.poll(() => posted).toEqual([{ type: "coverage", counts: state.counts }]);
});

test("passes what the page asks about the argument to the server, and the answers back", async () => {
  const { receive, posted, state } = await openLoadedPanel();
  state.weigh = (uri, params) => ({ uri, params });
  const suppositions = [{ card: "a", isTrue: false }];
  const common = { map: map.toString(), suppositions };
  receive({ type: "weigh", ...common, requestId: 4, withLikelihoods: true, knownRevision: 2 });
  receive({ type: "explainStanding", ...common, requestId: 5, card: "b" });
  receive({ type: "makeTables", ...common, requestId: 6, kind: "sources" });
  await expect.poll(() => posted).toHaveLength(3);
  const tables = { uri: map.toString(), params: { suppositions, kind: "sources" } };
  expect(posted).toContainEqual({ type: "tables", requestId: 6, result: tables });
  const result = { uri: map.toString(), params: { suppositions, withLikelihoods: true, knownRevision: 2 } };
  expect(posted).toContainEqual({ type: "weights", requestId: 4, result });
  const explanation = { uri: map.toString(), params: { suppositions, card: "b" } };
  expect(posted).toContainEqual({ type: "standingExplanation", requestId: 5, explanation });
});

test("supposes something as soon as the page shows the map, but never of the map that the panel shows next", async () => {
  const { controller, receive, posted } = openPanel();
  controller.show(map as never);
  controller.suppose({ card: "of the first map", value: false } as never);
  controller.show(otherMap as never);
  controller.suppose({ card: "of the second map", value: true } as never);
  receive({ type: "ready" });
  await expect.poll(() => posted).toContainEqual({ type: "coverage", counts: null });
  expect(posted.filter(({ type }) => type === "suppose")).toEqual([
    { type: "suppose", card: "of the second map", value: true },
  ]);
});

test("answers the page also when the server cannot, because the page waits for it", async () => {
  const { receive, posted } = await openLoadedPanel();
  receive({ type: "weigh", map: map.toString(), suppositions: [], requestId: 1, withLikelihoods: false });
  await expect.poll(() => posted).toEqual([{ type: "weights", requestId: 1, result: null }]);
});

test("stores the view state of the page", async () => {
  const { receive, state } = await openLoadedPanel();
  receive({ type: "saveView", map: map.toString(), view: { k: 2 } });
  expect(state.saved).toEqual([[map.toString(), { k: 2 }]]);
});

test("undoes only when an edit that is under way has been made", async () => {
  const { receive, state, typesPosted } = await openLoadedPanel();
  const edit = Promise.withResolvers<unknown>();
  state.requestEdit = () => edit.promise;
  receive({ type: "edit", map: map.toString(), requestId: 1, card: "card", version: 1, action: { type: "convert" } });
  receive({ type: "undo" });
  // A later message has been handled by now.
  receive({ type: "requestTree" });
  await expect.poll(typesPosted).toContain("tree");
  expect(state.undone).toEqual([]);
  edit.resolve({ type: "stale" });
  await expect.poll(() => state.undone).toEqual(["undo"]);
  expect(typesPosted()).toContain("editAnswer");
});

test("shows what failed and why", async () => {
  const { receive, state } = await openLoadedPanel();
  state.locateCard = () => Promise.reject(new Error("No such file."));
  receive({ type: "openCard", card: "card", preserveFocus: true });
  await expect.poll(() => errors).toEqual(["Could not open this card's entry in the editor. No such file."]);
});

test("shows no failure of a preview that was closed in the meantime", async () => {
  const { controller, receive, state } = await openLoadedPanel();
  const location = Promise.withResolvers<unknown>();
  state.locateCard = () => location.promise;
  receive({ type: "openCard", card: "card", preserveFocus: true });
  controller.dispose();
  location.reject(new Error("Webview is disposed"));
  const next = await openLoadedPanel();
  next.state.locateCard = () => Promise.reject(new Error("No such file."));
  next.receive({ type: "openCard", card: "card", preserveFocus: true });
  await expect.poll(() => errors).toEqual(["Could not open this card's entry in the editor. No such file."]);
});

test("tells the user if a quote is not in its source", async () => {
  const { receive } = await openLoadedPanel();
  receive({ type: "openPassage", map: map.toString(), quote: "q" });
  await expect.poll(() => infos).toEqual([expect.stringContaining("The quote was not found in its source file.")]);
});

test("opens the list of uncited paragraphs of the map", async () => {
  const executed = vi.spyOn(commands, "executeCommand").mockImplementation((() => {}) as never);
  const { receive } = await openLoadedPanel();
  receive({ type: "showUncited", map: map.toString() });
  expect(executed.mock.calls.map(String)).toEqual([`argmap.showUncited,${map}`]);
});

test("drops invalid messages", async () => {
  const { receive, typesPosted } = await openLoadedPanel();
  receive({ type: "unknown" });
  receive({ type: "openCard" });
  expect([typesPosted(), errors]).toEqual([[], []]);
});
