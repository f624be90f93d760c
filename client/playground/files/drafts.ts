/** Maps that the browser keeps between visits: each map that was changed, and the map of each tab. */
import * as v from "valibot";
import { base64ToBytes, bytesToBase64 } from "../../../server/core/strings/base64.ts";
import type { Project } from "./project.ts";

const PREFIX = "argmap.playground.draft.";
/** In the storage of the tab: the map that it shows. */
const TAB_KEY = "argmap.playground.tab";

/** The oldest drafts beyond this number are removed. */
const MAX_DRAFTS = 20;

const draftSchema = v.object({
  main: v.string(),
  files: v.array(
    v.object({ path: v.string(), text: v.exactOptional(v.string()), base64: v.exactOptional(v.string()) }),
  ),
  title: v.string(),
  /** When the map was last changed, in milliseconds since 1970. */
  changed: v.number(),
  isEdited: v.boolean(),
});
type Draft = v.InferOutput<typeof draftSchema>;

export interface DraftEntry {
  readonly id: string;
  readonly title: string;
  readonly changed: number;
  readonly isEdited: boolean;
}

/** How a project was kept: whole, without its documents such as PDFs, or not at all. */
export type KeepResult = "kept" | "texts only" | "not kept";

/** Keeps a project as the one of this tab. */
export function keepDraft(project: Project, title: string, isEdited: boolean): KeepResult {
  const draft = (files: Project["files"]): string =>
    JSON.stringify({
      main: project.main,
      files: files.map(({ path, content }) =>
        typeof content === "string" ? { path, text: content } : { path, base64: bytesToBase64(content) },
      ),
      title,
      changed: Date.now(),
      isEdited,
    } satisfies Draft);
  const texts = project.files.filter(({ content }) => typeof content === "string");
  try {
    sessionStorage.setItem(TAB_KEY, project.id);
    if (write(project.id, draft(project.files))) return "kept";
    return write(project.id, draft(texts)) ? "texts only" : "not kept";
  } catch {
    // The browser forbids the page to store anything.
    return "not kept";
  }
}

/** Writes a draft; older ones make room for it. Returns whether there was room. */
function write(id: string, draft: string): boolean {
  for (;;) {
    try {
      localStorage.setItem(PREFIX + id, draft);
      return true;
    } catch {
      const oldest = listDrafts().findLast((entry) => entry.id !== id);
      // A draft that does not fit alone must not remove the others.
      if (oldest === undefined || draft.length > MAX_DRAFT_LENGTH) return false;
      removeDraft(oldest.id);
    }
  }
}

/** In UTF-16 code units. Browsers give a page about five million in all. */
const MAX_DRAFT_LENGTH = 4_000_000;

/** The kept maps, the last changed first. */
export function listDrafts(): readonly DraftEntry[] {
  return storedKeys()
    .flatMap((key): readonly DraftEntry[] => {
      const draft = readDraft(key);
      if (draft === undefined) return [];
      const { title, changed, isEdited } = draft;
      return [{ id: key.slice(PREFIX.length), title, changed, isEdited }];
    })
    .sort((a, b) => b.changed - a.changed);
}

function storedKeys(): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function readDraft(key: string): Draft | undefined {
  try {
    const parsed = v.safeParse(draftSchema, JSON.parse(localStorage.getItem(key) ?? "null"));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** Returns a kept project; undefined if there is none with this id. */
export function loadDraft(id: string): Project | undefined {
  const draft = readDraft(PREFIX + id);
  if (draft === undefined) return undefined;
  const files = draft.files.map(({ path, text, base64 }) => ({ path, content: text ?? base64ToBytes(base64 ?? "") }));
  return { id, main: draft.main, files };
}

/** The map of this tab, or else the one that was changed last. */
export function lastDraft(): string | undefined {
  try {
    const ofTab = sessionStorage.getItem(TAB_KEY);
    if (ofTab !== null && readDraft(PREFIX + ofTab) !== undefined) return ofTab;
  } catch {
    return undefined;
  }
  return listDrafts()[0]?.id;
}

/** Removes the oldest drafts if there are too many. */
export function removeOldDrafts(): void {
  for (const { id } of listDrafts().slice(MAX_DRAFTS)) removeDraft(id);
}

export function removeDraft(id: string): void {
  localStorage.removeItem(PREFIX + id);
}
