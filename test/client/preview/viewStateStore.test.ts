import { expect, test } from "vitest";
import { createMemory, renamedTo } from "../../../client/preview/viewStateStore.ts";

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
  const memory = createMemory(kept);
  memory.keep("file:///a.argmap", { k: 2 });
  memory.keep("file:///b.argmap", { k: 3 });
  memory.keep("file:///a.argmap", { k: 4 });
  expect(memory.left("file:///a.argmap")).toEqual({ k: 4 });
  const stored: unknown = JSON.parse(JSON.stringify(kept.values.get("argmap.preview.left")));
  const next = createMemory(store(stored));
  expect(next.left("file:///a.argmap")).toEqual({ k: 4 });
  expect(next.left("file:///b.argmap")).toEqual({ k: 3 });
  expect(next.left("file:///c.argmap")).toBeNull();
});

test("keeps the 200 maps that were left last", () => {
  const memory = createMemory(store());
  const map = (number: number) => `file:///${number}.argmap`;
  for (let number = 0; number < 200; number++) memory.keep(map(number), number);
  memory.keep(map(0), "again");
  memory.keep(map(200), 200);
  expect([memory.left(map(0)), memory.left(map(1)), memory.left(map(2))]).toEqual(["again", null, 2]);
});

/** As the page names so many cards. */
const names = (count: number) => Array.from({ length: count }, (_, at) => `reason ${"x".repeat(85)} ${at}`);

test("keeps what is folded in a map of a thousand boxes", () => {
  const memory = createMemory(store());
  const left = { placement: { k: 2 }, folded: names(500) };
  memory.keep("file:///a.argmap", left);
  expect(memory.left("file:///a.argmap")).toEqual(left);
});

test("keeps what is too long without its lists, and not what was there before", () => {
  const memory = createMemory(store());
  memory.keep("file:///a.argmap", { placement: { k: 2 }, folded: ["a"] });
  const left = { placement: { k: 3 }, shape: "outline", open: ["b"], filter: { tags: ["air"], hides: true } };
  memory.keep("file:///a.argmap", { ...left, folded: names(10_000) });
  expect(memory.left("file:///a.argmap")).toEqual(left);
  memory.keep("file:///a.argmap", names(10_000));
  expect(memory.left("file:///a.argmap"), "what has no parts is not kept at all").toBeNull();
});

test("forgets the maps left longest ago where all together are too long", () => {
  const kept = store();
  const memory = createMemory(kept);
  const map = (number: number) => `file:///${number}.argmap`;
  for (let number = 0; number < 8; number++) memory.keep(map(number), { folded: names(900) });
  expect(JSON.stringify(kept.values.get("argmap.preview.left")).length).toBeLessThan(500_000);
  expect([memory.left(map(0)), memory.left(map(7))]).toEqual([null, { folded: names(900) }]);
});

test("forgets a map that is left as it is at the beginning", () => {
  const memory = createMemory(store());
  memory.keep("file:///a.argmap", { k: 2 });
  memory.keep("file:///a.argmap", null);
  expect(memory.left("file:///a.argmap")).toBeNull();
});

test("follows files and folders that are renamed", () => {
  const memory = createMemory(store());
  memory.keep("file:///maps/a.argmap", 1);
  memory.keep("file:///maps/deep/b.argmap", 2);
  memory.keep("file:///maps2/c.argmap", 3);
  memory.renamed("file:///maps/a.argmap", "file:///maps/z.argmap");
  memory.renamed("file:///maps", "file:///cards");
  expect(memory.left("file:///cards/z.argmap")).toBe(1);
  expect(memory.left("file:///cards/deep/b.argmap")).toBe(2);
  expect(memory.left("file:///maps2/c.argmap")).toBe(3);
  expect(memory.left("file:///maps/a.argmap")).toBeNull();
  expect(renamedTo("file:///maps2/c.argmap", "file:///maps", "file:///cards")).toBeUndefined();
});

test("a map that takes the place of another has what was left of itself", () => {
  const memory = createMemory(store());
  memory.keep("file:///b.argmap", "old");
  memory.keep("file:///a.argmap", "new");
  memory.renamed("file:///a.argmap", "file:///b.argmap");
  expect(memory.left("file:///b.argmap")).toBe("new");
});

test.each([["text"], [{ a: 1 }], [[null, 1, ["file:///a.argmap", "kept"], [2, 3]]]])(
  "takes a store that holds something else: %j",
  (stored) => {
    const memory = createMemory(store(stored));
    expect(memory.left("file:///a.argmap")).toBe(Array.isArray(stored) ? "kept" : null);
    memory.keep("file:///a.argmap", "now");
    expect(memory.left("file:///a.argmap")).toBe("now");
  },
);
