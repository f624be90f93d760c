import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  keepDraft,
  lastDraft,
  listDrafts,
  loadDraft,
  removeDraft,
  removeOldDrafts,
} from "../../../../client/playground/files/drafts.ts";
import { newProject, type Project } from "../../../../client/playground/files/project.ts";
import { blockStorage, useStorage } from "../../../support/fakeStorage.ts";

const mapOf = (text: string, bytes?: Uint8Array) =>
  newProject([
    { path: "map.argmap", content: text },
    ...(bytes === undefined ? [] : [{ path: "report.pdf", content: bytes }]),
  ]);

let time = 0;
/** Keeps a project that was changed later than all before. */
const keep = (project: Project, title: string, isEdited = true) =>
  keepDraft(project, { title, changed: ++time, isEdited });

beforeEach(() => useStorage(5000));
afterEach(() => {
  vi.unstubAllGlobals();
});

test("a kept map opens with its documents as they were, as the map of its tab", () => {
  const project = mapOf("claim: “Ja” 是。", new Uint8Array([0, 255, 37]));
  expect(keep(project, "Ja")).toBe("kept");
  expect(loadDraft(project.id)?.project).toEqual(project);
  keep(mapOf("claim: Other."), "Other");
  sessionStorage.setItem("argmap.playground.tab", project.id);
  expect(lastDraft()).toBe(project.id);
});

test("the maps that were changed longest ago make room for a new one", () => {
  const [first, second, third] = ["a", "b", "c"].map((letter) => mapOf(letter.repeat(2000)));
  for (const project of [first, second, third]) if (project) expect(keep(project, "T")).toBe("kept");
  expect(listDrafts().map(({ id }) => id)).toEqual([third?.id, second?.id]);
});

test("a document without room is left out, and the text is kept", () => {
  const project = mapOf("claim: Yes.", new Uint8Array(6000));
  expect(keep(project, "Yes")).toBe("texts only");
  expect(loadDraft(project.id)?.project.files).toEqual([{ path: "map.argmap", content: "claim: Yes." }]);
});

test("a map that is too long even alone is not kept", () => {
  expect(keep(mapOf("a".repeat(6000)), "T")).toBe("not kept");
});

test("a browser that stores nothing keeps nothing, and nothing fails", () => {
  blockStorage();
  expect(keep(mapOf("claim: Yes."), "Yes")).toBe("not kept");
  expect([lastDraft(), listDrafts()]).toEqual([undefined, []]);
  removeDraft("x");
});

test("the oldest of more than twenty maps are removed", () => {
  useStorage(1_000_000);
  for (let index = 0; index < 23; index++) keep(mapOf(`claim: ${index}.`), `${index}`);
  removeOldDrafts("x");
  expect(listDrafts().map(({ title }) => title)).toEqual(Array.from({ length: 19 }, (_, index) => `${22 - index}`));
});

test("what another version has stored is ignored", () => {
  localStorage.setItem("argmap.playground.draft.x", "{}");
  localStorage.setItem("argmap.playground.draft.y", "no JSON");
  expect(listDrafts()).toEqual([]);
  expect(loadDraft("x")).toBeUndefined();
});

test("maps without edits are removed before those with edits, whatever their age", () => {
  useStorage(1_000_000);
  const opened = mapOf("claim: Opened.");
  for (let index = 0; index < 15; index++) keep(mapOf(`claim: ${index}.`), "work");
  for (let index = 0; index < 15; index++) keep(mapOf(`claim: ${index}.`), "example", false);
  keep(opened, "opened", false);
  removeOldDrafts(opened.id);
  const titles = listDrafts().map(({ title }) => title);
  expect(titles.filter((title) => title === "work")).toHaveLength(15);
  expect(titles).toHaveLength(20);
  expect(titles).toContain("opened");
});

test("a document makes no other map go", () => {
  const other = mapOf("a".repeat(2000));
  keep(other, "Other");
  expect(keep(mapOf("claim: Yes.", new Uint8Array(3000)), "Yes")).toBe("texts only");
  expect(loadDraft(other.id)?.project).toEqual(other);
});

test("a map without edits makes no map with edits go", () => {
  const other = mapOf("a".repeat(3000));
  keep(other, "Other");
  expect(keep(mapOf("b".repeat(3000)), "Example", false)).toBe("not kept");
  expect(loadDraft(other.id)?.state).toEqual({ title: "Other", changed: time - 1, isEdited: true });
});
