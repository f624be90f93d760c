import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lastDraft, listDrafts, loadDraft } from "../../../../client/playground/files/drafts.ts";
import { createKeeping } from "../../../../client/playground/files/keeping.ts";
import { newProject, type Project } from "../../../../client/playground/files/project.ts";
import { blockStorage, useStorage } from "../../../support/fakeStorage.ts";

const mapOf = (text: string): Project => newProject([{ path: "map.argmap", content: text }]);

/** A page that shows a project. `answer` is what the user chooses when a map cannot be kept. */
function openPage(answer?: "save" | "replace", { isSaved = true, isLocked = false } = {}) {
  const page: { open: Project | undefined; questions: string[]; notices: string[] } = {
    open: undefined,
    questions: [],
    notices: [],
  };
  const keeping = createKeeping({
    project: () => page.open,
    show: (project) => {
      page.open = project;
    },
    lock: { take: async () => !isLocked },
    notify: (message) => page.notices.push(message),
    async askToReplace(title) {
      page.questions.push(title);
      return answer;
    },
    save: async () => isSaved,
  });
  /** Replaces the text, as the user does by typing. */
  const type = (text: string): void => {
    if (page.open) page.open = { ...page.open, files: [{ path: "map.argmap", content: text }] };
    keeping.noteEdit();
  };
  return { page, keeping, type };
}

beforeEach(() => {
  useStorage(100_000);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("keeps an edited map, also when another replaces it at once", async () => {
  const { page, keeping, type } = openPage();
  const first = mapOf("");
  await keeping.openProject(first);
  type("claim: Mine.");
  await keeping.openProject(mapOf("claim: Other."));
  expect(page.questions).toEqual([]);
  expect(loadDraft(first.id)?.project.files[0]?.content).toBe("claim: Mine.");
});

test("a map that was only looked at is not edited after reloads, and goes when another replaces it", async () => {
  const example = mapOf("claim: An example.");
  const before = openPage();
  await before.keeping.openProject(example);
  const opened = listDrafts();
  for (let reload = 0; reload < 2; reload++) {
    vi.advanceTimersByTime(1000);
    const { keeping } = openPage();
    await keeping.openDraft(lastDraft() ?? "");
    keeping.keepEdits();
    expect(listDrafts()).toEqual(opened);
    expect(opened[0]?.isEdited).toBe(false);
  }
  const last = openPage();
  await last.keeping.openDraft(example.id);
  await last.keeping.openProject(mapOf("claim: Other."));
  expect(loadDraft(example.id)).toBeUndefined();
});

test("a map with edits stays one with edits after a reload, as old as it was", async () => {
  const { keeping, type } = openPage();
  await keeping.openProject(mapOf(""));
  type("claim: Mine.");
  keeping.keepEdits();
  const kept = listDrafts();
  vi.advanceTimersByTime(1000);
  const reloaded = openPage();
  await reloaded.keeping.openDraft(kept[0]?.id ?? "");
  expect(listDrafts()).toEqual(kept);
  expect(kept[0]).toMatchObject({ title: "Mine.", isEdited: true });
});

test("opens maps without a question in a browser that stores nothing, if nothing was changed", async () => {
  blockStorage();
  const { page, keeping } = openPage();
  const second = mapOf("claim: Second.");
  await keeping.openProject(mapOf("claim: First."));
  expect(await keeping.openProject(second)).toBe(true);
  expect(page).toMatchObject({ open: second, questions: [] });
});

test.each([
  ["the user cancels", undefined, true, false],
  ["the user opens it anyway", "replace", true, true],
  ["the map is saved", "save", true, true],
  ["the user cancels saving", "save", false, false],
] as const)("asks before a map that cannot be kept is replaced: %s", async (_case, answer, isSaved, isReplaced) => {
  blockStorage();
  const { page, keeping, type } = openPage(answer, { isSaved });
  await keeping.openProject(mapOf(""));
  type("claim: Mine.");
  const next = mapOf("claim: Other.");
  expect(await keeping.openProject(next)).toBe(isReplaced);
  expect(page.questions).toEqual(["Mine."]);
  expect(page.open === next).toBe(isReplaced);
});

test("does not ask for a map that the user has saved since", async () => {
  blockStorage();
  const { page, keeping, type } = openPage();
  await keeping.openProject(mapOf(""));
  type("claim: Mine.");
  keeping.keepEdits();
  expect(keeping.wouldLoseEdits()).toBe(true);
  keeping.noteSave();
  expect(keeping.wouldLoseEdits()).toBe(false);
  expect(await keeping.openProject(mapOf("claim: Other."))).toBe(true);
  expect(page.questions).toEqual([]);
});

test("opens a copy of a map that another tab shows", async () => {
  const { keeping, type } = openPage();
  const mine = mapOf("");
  await keeping.openProject(mine);
  type("claim: Mine.");
  keeping.keepEdits();
  const { page, keeping: second } = openPage(undefined, { isLocked: true });
  expect(await second.openDraft(mine.id)).toBe(true);
  expect(page.open?.files[0]?.content).toBe("claim: Mine.");
  expect(page.open?.id).not.toBe(mine.id);
});
