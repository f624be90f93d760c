import { expect, test, vi } from "vitest";
import { type QuoteTarget, targetItems } from "../../../../client/articles/adding/targetItems.ts";
import type { QuoteAddition, TargetsResult } from "../../../../server/protocol/articles.ts";

vi.mock("vscode", () => import("../../../support/fakeVscode.ts"));

type TargetMap = TargetsResult["maps"][number];

const entry = (
  uri: string,
  id: number,
  name: string | undefined,
  additions: QuoteAddition[] = ["quote", "reason"],
) => ({
  key: { uri, id },
  kind: "claim" as const,
  name,
  text: `Text ${id}`,
  path: "",
  additions,
});
const mapWith = (name: string, cites: boolean, ...entries: TargetMap["entries"]): TargetMap => ({
  uri: `file:///${name}.argmap`,
  title: name,
  cites,
  additions: ["claim"],
  entries,
});

const ferry = mapWith(
  "ferry",
  false,
  entry("file:///ferry.argmap", 1, "keep"),
  entry("file:///ferry.argmap", 2, undefined),
);
const bridge = mapWith("bridge", true, entry("file:///bridge.argmap", 3, "build"));
const maps = { maps: [ferry, bridge] };

interface Options {
  readonly addition?: QuoteAddition;
  readonly query?: string;
  readonly recent?: readonly QuoteTarget[];
  readonly visible?: readonly string[];
}

/** The items as text: separators in brackets, others by their labels. */
const labels = (targets: TargetsResult, { addition = "quote", query = "", recent = [], visible = [] }: Options = {}) =>
  targetItems(targets, { addition, query, recentTargets: recent, visibleMaps: new Set(visible) }).map(
    ({ label, target }) => (target ? label : `[${label}]`),
  );

test("maps that cite the article come first", () => {
  expect(labels(maps)).toEqual(["[bridge]", "$(comment) build", "[ferry]", "$(comment) keep", "$(comment) claim"]);
});

test("visible maps come before all others", () => {
  expect(labels(maps, { visible: ["file:///ferry.argmap"] }).at(0)).toBe("[ferry]");
});

test("only entries that can take the addition are listed, and the end of the map if it can", () => {
  expect(labels(maps, { addition: "claim" })).toEqual([
    "[bridge]",
    "$(arrow-down) At the end of the map",
    "[ferry]",
    "$(arrow-down) At the end of the map",
  ]);
  expect(labels(maps, { addition: "premise" })).toEqual([]);
});

test("the end of the map is not listed while the user types", () => {
  expect(labels(maps, { addition: "claim", query: "k" })).toEqual([]);
});

test("recent targets come first, and only once", () => {
  const build = { map: "file:///bridge.argmap", entry: { uri: "file:///bridge.argmap", id: 3 } };
  expect(labels(maps, { recent: [build], visible: ["file:///ferry.argmap"] })).toEqual([
    "[recently used]",
    "$(comment) build",
    "[ferry]",
    "$(comment) keep",
    "$(comment) claim",
  ]);
});

test("the title of the only map is left out", () => {
  const build = { map: "file:///bridge.argmap", entry: { uri: "file:///bridge.argmap", id: 3 } };
  const only = { maps: [{ ...bridge, entries: [...bridge.entries, entry(bridge.uri, 4, "repair")] }] };
  expect(labels(only)).toEqual(["$(comment) build", "$(comment) repair"]);
  expect(labels(only, { recent: [build] })).toEqual(["[recently used]", "$(comment) build", "[]", "$(comment) repair"]);
});

test("a recent target in a map that is neither visible nor citing keeps its place", () => {
  const keep = { map: "file:///ferry.argmap", entry: { uri: "file:///ferry.argmap", id: 1 } };
  expect(labels(maps, { recent: [keep] }).at(0)).toBe("[bridge]");
});

test("a recent target whose entry is gone is skipped", () => {
  const gone = { map: "file:///bridge.argmap", entry: { uri: "file:///bridge.argmap", id: 99 } };
  expect(labels(maps, { recent: [gone] })).toEqual(labels(maps));
});

test("each item names its file and its entry once, in lines that the list can show", () => {
  const text = "The ferry carried nine hundred people a day last summer, and a thousand on the days of the regatta.";
  const uri = "file:///my%20maps/ferry%20map.argmap";
  const reason = { ...entry(uri, 4, undefined), kind: "reason" as const, text, path: "keep" };
  const items = targetItems(
    { maps: [{ ...ferry, uri, title: "The ferry", additions: ["claim"], entries: [reason] }] },
    { addition: "quote", query: "", recentTargets: [], visibleMaps: new Set() },
  );
  expect(items.map(({ label, description, detail }) => [label, description, detail])).toEqual([
    [
      "$(add) reason",
      "ferry map.argmap › keep",
      "The ferry carried nine hundred people a day last summer, and a thousand on the days…",
    ],
  ]);
});
