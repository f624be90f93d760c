import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pickTarget } from "../../../../client/articles/adding/pickTarget.ts";
import type { QuoteAddition, TargetsResult } from "../../../../server/protocol/articles.ts";
import { FakeQuickPick } from "../../../support/fakeQuickPick.ts";
import { Uri, window } from "../../../support/fakeVscode.ts";

vi.mock("vscode", () => import("../../../support/fakeVscode.ts"));

interface Item {
  readonly label: string;
  readonly target?: unknown;
}

const uri = "file:///ferry.argmap";
const target = (id: number) => ({ map: uri, entry: { uri, id } });
const targets = (...ids: readonly number[]): TargetsResult => ({
  maps: [
    {
      uri,
      title: "The ferry",
      cites: true,
      additions: [],
      entries: ids.map((id) => ({
        key: { uri, id },
        kind: "claim",
        name: `claim-${id}`,
        text: "",
        path: "",
        additions: ["quote"],
      })),
    },
  ],
});

const article = Uri.parse("file:///ferry.txt");
let pick: FakeQuickPick<Item>;
const messages: string[] = [];

beforeEach(() => {
  pick = new FakeQuickPick();
  messages.length = 0;
  vi.spyOn(window, "createQuickPick").mockImplementation(() => pick as never);
  vi.spyOn(window, "showInformationMessage").mockImplementation(((message: string) => messages.push(message)) as never);
});
afterEach(() => vi.restoreAllMocks());

/** Starts to pick a target for a quote. `answers` are the server's answers to the initial query and to each query typed. */
const startPicking = (...answers: readonly (TargetsResult | Promise<TargetsResult> | undefined)[]) =>
  startPickingFor("quote", ...answers);

function startPickingFor(
  addition: QuoteAddition,
  ...answers: readonly (TargetsResult | Promise<TargetsResult> | undefined)[]
) {
  const remaining = [...answers];
  return pickTarget({ targets: async () => remaining.shift() }, article as never, addition);
}

/** A map to whose end a claim can be added. */
const openEnded = ({ maps }: TargetsResult): TargetsResult["maps"] =>
  maps.map((map) => ({ ...map, additions: ["claim"] }));

test("returns the target of the accepted item", async () => {
  const picked = startPicking(targets(1, 2));
  await expect.poll(() => pick.items).toHaveLength(2);
  pick.pressEnter();
  expect(await picked).toEqual(target(1));
});

test("lists the last picked target first the next time", async () => {
  const first = startPicking(targets(11, 12));
  await expect.poll(() => pick.items).toHaveLength(2);
  pick.activeItems = pick.items.slice(1);
  pick.pressEnter();
  expect(await first).toEqual(target(12));
  const second = startPicking(targets(11, 12));
  await expect.poll(() => pick.items).toHaveLength(4);
  expect(pick.items.map(({ label }) => label).slice(0, 2)).toEqual(["recently used", "$(comment) claim-12"]);
  pick.hide();
  await second;
});

test("returns undefined if the user cancels", async () => {
  const picked = startPicking(targets(1));
  await expect.poll(() => pick.items).not.toHaveLength(0);
  pick.hide();
  expect(await picked).toBeUndefined();
});

test("Enter before the answer to the last query accepts the first item of that answer", async () => {
  const answer = Promise.withResolvers<TargetsResult>();
  const picked = startPicking(targets(1, 2), answer.promise);
  await expect.poll(() => pick.items).not.toHaveLength(0);
  pick.type("two");
  pick.pressEnter();
  answer.resolve(targets(22));
  expect(await picked).toEqual(target(22));
});

test("ignores answers to older queries", async () => {
  const [older, newer] = [Promise.withResolvers<TargetsResult>(), Promise.withResolvers<TargetsResult>()];
  const picked = startPicking(targets(1), older.promise, newer.promise);
  await expect.poll(() => pick.items).not.toHaveLength(0);
  pick.type("o");
  pick.type("on");
  newer.resolve(targets(32));
  await expect.poll(() => pick.busy).toBe(false);
  older.resolve(targets(31));
  await older.promise;
  pick.pressEnter();
  expect(await picked).toEqual(target(32));
});

test.each([
  ["there is no map", { maps: [] }, "There is no map in this workspace."],
  ["no entry is possible", targets(), "No map has an entry to add this to."],
])("tells the user if %s", async (_name, answer, message) => {
  expect(await startPicking(answer)).toBeUndefined();
  expect(messages).toEqual([expect.stringContaining(message)]);
});

test("shows nothing if the server does not answer", async () => {
  expect(await startPicking(undefined)).toBeUndefined();
  expect(messages).toEqual([]);
});

test("takes the end of the only map without a list, if a claim can go nowhere else", async () => {
  const show = vi.spyOn(pick, "show");
  expect(await startPickingFor("claim", { maps: openEnded(targets(41)) })).toEqual({ map: uri, entry: undefined });
  expect(show).not.toHaveBeenCalled();
});

test("lists the ends of several maps", async () => {
  const maps = openEnded(targets(41)).flatMap((map) => [map, { ...map, uri: "file:///bridge.argmap" }]);
  const picked = startPickingFor("claim", { maps });
  await expect.poll(() => pick.items.filter(({ target }) => target)).toHaveLength(2);
  pick.hide();
  expect(await picked).toBeUndefined();
});
