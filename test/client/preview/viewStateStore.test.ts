import { expect, test } from "vitest";
import { createViewStateStore, uriAfterRename } from "../../../client/preview/viewStateStore.ts";

/** The workspace state of an extension, and its values. */
function createMemento(stored?: unknown) {
  const values = new Map<string, unknown>(stored === undefined ? [] : [["argmap.preview.left", stored]]);
  return {
    values,
    get: <T>(key: string): T | undefined => values.get(key) as T | undefined, // Like VS Code, without a check.
    update: async (key: string, value: unknown): Promise<void> => void values.set(key, value),
  };
}

test("returns the state of a map, in the next window too", () => {
  const memento = createMemento();
  const states = createViewStateStore(memento);
  states.save("file:///a.argmap", { k: 2 });
  states.save("file:///b.argmap", { k: 3 });
  states.save("file:///a.argmap", { k: 4 });
  expect(states.get("file:///a.argmap")).toEqual({ k: 4 });
  const stored: unknown = JSON.parse(JSON.stringify(memento.values.get("argmap.preview.left")));
  const next = createViewStateStore(createMemento(stored));
  expect(next.get("file:///a.argmap")).toEqual({ k: 4 });
  expect(next.get("file:///b.argmap")).toEqual({ k: 3 });
  expect(next.get("file:///c.argmap")).toBeNull();
});

test("keeps the 200 most recently used maps", () => {
  const states = createViewStateStore(createMemento());
  const map = (number: number) => `file:///${number}.argmap`;
  for (let number = 0; number < 200; number++) states.save(map(number), number);
  states.save(map(0), "again");
  states.save(map(200), 200);
  expect([states.get(map(0)), states.get(map(1)), states.get(map(2))]).toEqual(["again", null, 2]);
});

/** Names of cards, as the page stores them. */
const names = (count: number) => Array.from({ length: count }, (_, at) => `reason ${"x".repeat(85)} ${at}`);

test("keeps the folded branches of a map with a thousand cards", () => {
  const states = createViewStateStore(createMemento());
  const left = { placement: { k: 2 }, folded: names(500) };
  states.save("file:///a.argmap", left);
  expect(states.get("file:///a.argmap")).toEqual(left);
});

test("drops the lists of a state that is too long, and does not keep the state before", () => {
  const states = createViewStateStore(createMemento());
  states.save("file:///a.argmap", { placement: { k: 2 }, folded: ["a"] });
  const left = { placement: { k: 3 }, shape: "outline", open: ["b"], filter: { tags: ["air"], hides: true } };
  states.save("file:///a.argmap", { ...left, folded: names(10_000) });
  expect(states.get("file:///a.argmap")).toEqual(left);
  states.save("file:///a.argmap", names(10_000));
  expect(states.get("file:///a.argmap"), "a state without fields is not kept at all").toBeNull();
});

test("drops the least recently used maps if the store gets too long", () => {
  const memento = createMemento();
  const states = createViewStateStore(memento);
  const map = (number: number) => `file:///${number}.argmap`;
  for (let number = 0; number < 8; number++) states.save(map(number), { folded: names(900) });
  expect(JSON.stringify(memento.values.get("argmap.preview.left")).length).toBeLessThan(500_000);
  expect([states.get(map(0)), states.get(map(7))]).toEqual([null, { folded: names(900) }]);
});

test("removes a map whose state is null", () => {
  const states = createViewStateStore(createMemento());
  states.save("file:///a.argmap", { k: 2 });
  states.save("file:///a.argmap", null);
  expect(states.get("file:///a.argmap")).toBeNull();
});

test("follows renamed files and folders", () => {
  const states = createViewStateStore(createMemento());
  states.save("file:///maps/a.argmap", 1);
  states.save("file:///maps/deep/b.argmap", 2);
  states.save("file:///maps2/c.argmap", 3);
  states.handleRename("file:///maps/a.argmap", "file:///maps/z.argmap");
  states.handleRename("file:///maps", "file:///cards");
  expect(states.get("file:///cards/z.argmap")).toBe(1);
  expect(states.get("file:///cards/deep/b.argmap")).toBe(2);
  expect(states.get("file:///maps2/c.argmap")).toBe(3);
  expect(states.get("file:///maps/a.argmap")).toBeNull();
  expect(uriAfterRename("file:///maps2/c.argmap", "file:///maps", "file:///cards")).toBeUndefined();
});

test("a renamed map that replaces another one keeps its own state", () => {
  const states = createViewStateStore(createMemento());
  states.save("file:///b.argmap", "old");
  states.save("file:///a.argmap", "new");
  states.handleRename("file:///a.argmap", "file:///b.argmap");
  expect(states.get("file:///b.argmap")).toBe("new");
});

test.each([["text"], [{ a: 1 }], [[null, 1, ["file:///a.argmap", "kept"], [2, 3]]]])(
  "ignores invalid values in the store: %j",
  (stored) => {
    const states = createViewStateStore(createMemento(stored));
    expect(states.get("file:///a.argmap")).toBe(Array.isArray(stored) ? "kept" : null);
    states.save("file:///a.argmap", "now");
    expect(states.get("file:///a.argmap")).toBe("now");
  },
);
