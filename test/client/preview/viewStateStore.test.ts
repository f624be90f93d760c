import { expect, test } from "vitest";
import { createViewStateStore, uriAfterRename } from "../../../client/preview/viewStateStore.ts";

/** A store as VS Code gives one to an extension, and what lies in it. */
function store(stored?: unknown) {
  const values = new Map<string, unknown>(stored === undefined ? [] : [["argmap.preview.left", stored]]);
  return {
    values,
    get: <T>(key: string): T | undefined => values.get(key) as T | undefined, // As VS Code's own: it is not looked at.
    update: async (key: string, value: unknown): Promise<void> => void values.set(key, value),
  };
}

test("gives back how a map was left, in the next window too", () => {
  const kept = store();
  const memory = createViewStateStore(kept);
  memory.save("file:///a.argmap", { k: 2 });
  memory.save("file:///b.argmap", { k: 3 });
  memory.save("file:///a.argmap", { k: 4 });
  expect(memory.get("file:///a.argmap")).toEqual({ k: 4 });
  const stored: unknown = JSON.parse(JSON.stringify(kept.values.get("argmap.preview.left")));
  const next = createViewStateStore(store(stored));
  expect(next.get("file:///a.argmap")).toEqual({ k: 4 });
  expect(next.get("file:///b.argmap")).toEqual({ k: 3 });
  expect(next.get("file:///c.argmap")).toBeNull();
});

test("keeps the 200 maps that were left last", () => {
  const memory = createViewStateStore(store());
  const map = (number: number) => `file:///${number}.argmap`;
  for (let number = 0; number < 200; number++) memory.save(map(number), number);
  memory.save(map(0), "again");
  memory.save(map(200), 200);
  expect([memory.get(map(0)), memory.get(map(1)), memory.get(map(2))]).toEqual(["again", null, 2]);
});

/** As the page names so many cards. */
const names = (count: number) => Array.from({ length: count }, (_, at) => `reason ${"x".repeat(85)} ${at}`);

test("keeps what is folded in a map of a thousand boxes", () => {
  const memory = createViewStateStore(store());
  const left = { placement: { k: 2 }, folded: names(500) };
  memory.save("file:///a.argmap", left);
  expect(memory.get("file:///a.argmap")).toEqual(left);
});

test("keeps what is too long without its lists, and not what was there before", () => {
  const memory = createViewStateStore(store());
  memory.save("file:///a.argmap", { placement: { k: 2 }, folded: ["a"] });
  const left = { placement: { k: 3 }, shape: "outline", open: ["b"], filter: { tags: ["air"], hides: true } };
  memory.save("file:///a.argmap", { ...left, folded: names(10_000) });
  expect(memory.get("file:///a.argmap")).toEqual(left);
  memory.save("file:///a.argmap", names(10_000));
  expect(memory.get("file:///a.argmap"), "what has no parts is not kept at all").toBeNull();
});

test("forgets the maps left longest ago where all together are too long", () => {
  const kept = store();
  const memory = createViewStateStore(kept);
  const map = (number: number) => `file:///${number}.argmap`;
  for (let number = 0; number < 8; number++) memory.save(map(number), { folded: names(900) });
  expect(JSON.stringify(kept.values.get("argmap.preview.left")).length).toBeLessThan(500_000);
  expect([memory.get(map(0)), memory.get(map(7))]).toEqual([null, { folded: names(900) }]);
});

test("forgets a map that is left as it is at the beginning", () => {
  const memory = createViewStateStore(store());
  memory.save("file:///a.argmap", { k: 2 });
  memory.save("file:///a.argmap", null);
  expect(memory.get("file:///a.argmap")).toBeNull();
});

test("follows files and folders that are renamed", () => {
  const memory = createViewStateStore(store());
  memory.save("file:///maps/a.argmap", 1);
  memory.save("file:///maps/deep/b.argmap", 2);
  memory.save("file:///maps2/c.argmap", 3);
  memory.handleRename("file:///maps/a.argmap", "file:///maps/z.argmap");
  memory.handleRename("file:///maps", "file:///cards");
  expect(memory.get("file:///cards/z.argmap")).toBe(1);
  expect(memory.get("file:///cards/deep/b.argmap")).toBe(2);
  expect(memory.get("file:///maps2/c.argmap")).toBe(3);
  expect(memory.get("file:///maps/a.argmap")).toBeNull();
  expect(uriAfterRename("file:///maps2/c.argmap", "file:///maps", "file:///cards")).toBeUndefined();
});

test("a map that takes the place of another has what was left of itself", () => {
  const memory = createViewStateStore(store());
  memory.save("file:///b.argmap", "old");
  memory.save("file:///a.argmap", "new");
  memory.handleRename("file:///a.argmap", "file:///b.argmap");
  expect(memory.get("file:///b.argmap")).toBe("new");
});

test.each([["text"], [{ a: 1 }], [[null, 1, ["file:///a.argmap", "kept"], [2, 3]]]])(
  "takes a store that holds something else: %j",
  (stored) => {
    const memory = createViewStateStore(store(stored));
    expect(memory.get("file:///a.argmap")).toBe(Array.isArray(stored) ? "kept" : null);
    memory.save("file:///a.argmap", "now");
    expect(memory.get("file:///a.argmap")).toBe("now");
  },
);
