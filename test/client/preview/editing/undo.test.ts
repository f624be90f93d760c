import { afterEach, expect, test, vi } from "vitest";
import { commands, EventEmitter, Uri, window, workspace } from "../../../support/fakeVscode.ts";

vi.mock("vscode", () => import("../../../support/fakeVscode.ts"));
const { createUndoQueue } = await import("../../../../client/preview/editing/undo.ts");

const map = Uri.parse("file:///maps/ferry.argmap");

afterEach(() => vi.restoreAllMocks());

test("the next undo moves the focus only after the page has taken it back", async () => {
  const steps: string[] = [];
  const document = { uri: map, getText: () => "" };
  vi.spyOn(workspace, "openTextDocument").mockImplementation((async () => document) as never);
  vi.spyOn(window, "showTextDocument").mockImplementation((async () => steps.push("focus the text")) as never);
  vi.spyOn(commands, "executeCommand").mockImplementation((async (name: string) => steps.push(name)) as never);
  const received = new EventEmitter<{ readonly type: string }>();
  const panel = {
    active: true,
    viewColumn: 2,
    reveal() {},
    onDidDispose: new EventEmitter<void>().event,
    webview: {
      onDidReceiveMessage: received.event,
      async postMessage({ type }: { readonly type: string }) {
        steps.push(type);
        setImmediate(() => {
          steps.push("focusTaken");
          received.fire({ type: "focusTaken" });
        });
      },
    },
  };
  const cursor = { withSuppressedEvents: (work: () => Promise<unknown>) => work() };
  const { undoRedo } = createUndoQueue(cursor as never, () => {});
  const undo = () =>
    undoRedo(
      "undo",
      panel as never,
      () => map as never,
      () => {},
    );
  await Promise.all([undo(), undo()]);
  const turn = ["focus the text", "undo", "takeFocus", "focusTaken"];
  expect(steps).toEqual([...turn, ...turn]);
});
