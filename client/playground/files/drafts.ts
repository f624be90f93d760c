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
  /** When the map was last changed, or else opened, in milliseconds since 1970. */
  changed: v.number(),
  isEdited: v.boolean(),
});
type Draft = v.InferOutput<typeof draftSchema>;

/** What is kept with a project. */
export type DraftState = Readonly<Pick<Draft, "title" | "changed" | "isEdited">>;

export interface DraftEntry extends DraftState {
  readonly id: string;
}

/** How a project was kept: whole, without its documents such as PDFs, or not at all. */
export type KeepResult = "kept" | "texts only" | "not kept";

/**
 * Keeps a project as the one of this tab. Other drafts make room for its texts, those without edits first. They make no room for
 * its documents, which the user can open again.
 */
export function keepDraft(project: Project, state: DraftState): KeepResult {
  const draft = (files: Project["files"]): string =>
    JSON.stringify({
      main: project.main,
      files: files.map(({ path, content }) =>
        typeof content === "string" ? { path, text: content } : { path, base64: bytesToBase64(content) },
      ),
      ...state,
    } satisfies Draft);
  const texts = project.files.filter(({ content }) => typeof content === "string");
  try {
    sessionStorage.setItem(TAB_KEY, project.id);
  } catch {
    // The browser forbids the page to store anything, or the storage of the tab is full. The draft may still fit.
  }
  if (texts.length < project.files.length && isWritten(project.id, draft(project.files))) return "kept";
  if (!isWrittenWithRoom(project.id, draft(texts), state)) return "not kept";
  return texts.length < project.files.length ? "texts only" : "kept";
}

/** Writes a draft. Returns whether there was room. */
function isWritten(id: string, draft: string): boolean {
  try {
    localStorage.setItem(PREFIX + id, draft);
    return true;
  } catch {
    return false;
  }
}

/** Writes a draft; others make room for it. Returns whether there was enough. A draft without edits replaces none with edits. */
function isWrittenWithRoom(id: string, draft: string, { isEdited }: DraftState): boolean {
  if (isWritten(id, draft)) return true;
  // A draft that does not fit alone must not remove the others.
  if (draft.length > MAX_DRAFT_LENGTH) return false;
  for (const other of leastNeeded(id)) {
    if (other.isEdited && !isEdited) return false;
    removeDraft(other.id);
    if (isWritten(id, draft)) return true;
  }
  return false;
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

/** The kept maps but one, in the order in which they may be removed: without edits, then the oldest. */
const leastNeeded = (id: string): readonly DraftEntry[] =>
  listDrafts()
    .filter((entry) => entry.id !== id)
    .sort((a, b) => Number(a.isEdited) - Number(b.isEdited) || a.changed - b.changed);

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

/** A kept project as it was. */
export interface LoadedDraft {
  readonly project: Project;
  readonly state: DraftState;
}

/** Returns a kept project; undefined if there is none with this id. */
export function loadDraft(id: string): LoadedDraft | undefined {
  const draft = readDraft(PREFIX + id);
  if (draft === undefined) return undefined;
  const { main, files: kept, ...state } = draft;
  const files = kept.map(({ path, text, base64 }) => ({ path, content: text ?? base64ToBytes(base64 ?? "") }));
  return { project: { id, main, files }, state };
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

/** Removes drafts if there are too many: those without edits, then the oldest. @param id of the draft that stays in any case */
export function removeOldDrafts(id: string): void {
  const others = leastNeeded(id);
  for (const other of others.slice(0, Math.max(0, others.length + 1 - MAX_DRAFTS))) removeDraft(other.id);
}

/** Removes a draft, if the browser lets the page store anything at all. */
export function removeDraft(id: string): void {
  try {
    localStorage.removeItem(PREFIX + id);
  } catch {
    // Nothing is stored.
  }
}
