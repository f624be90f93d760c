import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  keepDraft,
  lastDraft,
  listDrafts,
  loadDraft,
  removeOldDrafts,
} from "../../../../client/playground/files/drafts.ts";
import { newProject } from "../../../../client/playground/files/project.ts";

/** A storage with room for some characters, whose keys are its own properties, as in browsers. */
class FakeStorage {
  constructor(capacity: number) {
    Object.defineProperty(this, "capacity", { value: capacity });
  }
  getItem(key: string): string | null {
    return Object.entries(this).find(([name]) => name === key)?.[1] ?? null;
  }
  setItem(key: string, value: string): void {
    const others = Object.entries(this).filter(([name]) => name !== key);
    const length = others.reduce(
      (sum, [name, text]) => sum + name.length + `${text}`.length,
      key.length + value.length,
    );
    if (length > (Reflect.get(this, "capacity") as number)) throw new DOMException("full", "QuotaExceededError");
    Reflect.set(this, key, value);
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

const useStorage = (capacity: number): void => {
  vi.stubGlobal("localStorage", new FakeStorage(capacity));
  vi.stubGlobal("sessionStorage", new FakeStorage(1000));
};
const mapOf = (text: string, bytes?: Uint8Array) =>
  newProject([
    { path: "map.argmap", content: text },
    ...(bytes === undefined ? [] : [{ path: "report.pdf", content: bytes }]),
  ]);

beforeEach(() => {
  let time = 0;
  vi.spyOn(Date, "now").mockImplementation(() => ++time);
  useStorage(5000);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("a kept map opens with its documents as they were, as the map of its tab", () => {
  const project = mapOf("claim: “Ja” 是。", new Uint8Array([0, 255, 37]));
  expect(keepDraft(project, "Ja", true)).toBe("kept");
  expect(loadDraft(project.id)).toEqual(project);
  keepDraft(mapOf("claim: Other."), "Other", true);
  sessionStorage.setItem("argmap.playground.tab", project.id);
  expect(lastDraft()).toBe(project.id);
});

test("the maps that were changed longest ago make room for a new one", () => {
  const [first, second, third] = ["a", "b", "c"].map((letter) => mapOf(letter.repeat(2000)));
  for (const project of [first, second, third]) if (project) expect(keepDraft(project, "T", true)).toBe("kept");
  expect(listDrafts().map(({ id }) => id)).toEqual([third?.id, second?.id]);
});

test("a document without room is left out, and the text is kept", () => {
  const project = mapOf("claim: Yes.", new Uint8Array(6000));
  expect(keepDraft(project, "Yes", true)).toBe("texts only");
  expect(loadDraft(project.id)?.files).toEqual([{ path: "map.argmap", content: "claim: Yes." }]);
});

test("a map that is too long even alone is not kept", () => {
  expect(keepDraft(mapOf("a".repeat(6000)), "T", true)).toBe("not kept");
});

test("a browser that stores nothing keeps nothing, and nothing fails", () => {
  vi.stubGlobal("localStorage", undefined);
  vi.stubGlobal("sessionStorage", undefined);
  expect(keepDraft(mapOf("claim: Yes."), "Yes", true)).toBe("not kept");
  expect([lastDraft(), listDrafts()]).toEqual([undefined, []]);
});

test("the oldest of more than twenty maps are removed", () => {
  useStorage(1_000_000);
  for (let index = 0; index < 23; index++) keepDraft(mapOf(`claim: ${index}.`), `${index}`, true);
  removeOldDrafts();
  expect(listDrafts().map(({ title }) => title)).toEqual(Array.from({ length: 20 }, (_, index) => `${22 - index}`));
});

test("what another version has stored is ignored", () => {
  localStorage.setItem("argmap.playground.draft.x", "{}");
  localStorage.setItem("argmap.playground.draft.y", "no JSON");
  expect(listDrafts()).toEqual([]);
  expect(loadDraft("x")).toBeUndefined();
});
