/** Replaces the project in the page, and keeps each one that was changed in the browser. */
import type { DraftLock } from "./draftLock.ts";
import { type DraftState, type KeepResult, keepDraft, loadDraft, removeDraft, removeOldDrafts } from "./drafts.ts";
import { newProject, type Project } from "./project.ts";

/** In milliseconds without an edit, after which the map is kept. */
const KEEP_DELAY = 300;

export interface Keeping {
  /** The map was changed. It is kept soon. */
  noteEdit(): void;
  /** The user has saved all that was changed. */
  noteSave(): void;
  /** Keeps the map, if it was changed, before the page is left. */
  keepEdits(): void;
  /** True if leaving the page would lose edits. */
  wouldLoseEdits(): boolean;
  /** Opens a project. The one before is kept if it was changed. Returns false if the user would rather keep that one open. */
  openProject(project: Project): Promise<boolean>;
  /** Opens a kept project; a copy of it if another tab shows it. Returns whether it is open now. */
  openDraft(id: string): Promise<boolean>;
}

interface KeepingContext {
  /** The open project with its texts as they are now; undefined before the first one. */
  readonly project: () => Project | undefined;
  /** Shows a project in place of the open one. */
  readonly show: (project: Project) => void;
  readonly lock: DraftLock;
  readonly notify: (message: string) => void;
  /** Asks what to do with a changed map that the browser cannot keep. */
  readonly askToReplace: (title: string) => Promise<"save" | "replace" | undefined>;
  /** Saves the open map. Returns false if the user cancels. */
  readonly save: () => Promise<boolean>;
}

/** Returns the title that a map gives itself, or else its first words. */
export function titleOf(project: Project): string {
  const content = project.files.find(({ path }) => path === project.main)?.content;
  const text = typeof content === "string" ? content : "";
  const title = /^map\b[^:\n]*:[ \t]*(\S.*)$/m.exec(text)?.[1] ?? /:[ \t]*(\S.*)$/m.exec(text)?.[1];
  return title?.trim() ?? "Map without text";
}

/** Returns functions that open projects and keep the changed ones in the browser. No project is open yet. */
export function createKeeping({ project, show, lock, notify, askToReplace, save }: KeepingContext): Keeping {
  let isEdited = false;
  /** When the map was last changed, or else opened. */
  let changed = 0;
  let result: KeepResult = "kept";
  let isSaved = false;
  let isLossReported = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function keep(): void {
    clearTimeout(timer);
    const open = project();
    if (open === undefined) return;
    result = keepDraft(open, { title: titleOf(open), changed, isEdited });
    if (result === "kept" || isLossReported) return;
    isLossReported = true;
    notify(
      result === "texts only"
        ? "The documents are too large for this browser to keep. After a reload, open them again."
        : "This browser cannot keep the map. Save it before you leave the page.",
    );
  }

  /** Makes sure that nothing is lost when the open project is replaced. Returns false if it must stay. */
  async function canReplace(): Promise<boolean> {
    const open = project();
    if (open === undefined || !isEdited) return true;
    keep();
    if (result !== "not kept" || isSaved) return true;
    const answer = await askToReplace(titleOf(open));
    return answer === "save" ? save() : answer === "replace";
  }

  function replace(next: Project, state?: DraftState): void {
    clearTimeout(timer);
    const previous = project();
    if (previous && !isEdited) removeDraft(previous.id);
    isEdited = state?.isEdited ?? false;
    changed = state?.changed ?? Date.now();
    isSaved = false;
    isLossReported = false;
    void lock.take(next.id);
    show(next);
    keep();
    removeOldDrafts(next.id);
  }

  return {
    noteEdit() {
      isEdited = true;
      isSaved = false;
      changed = Date.now();
      clearTimeout(timer);
      timer = setTimeout(keep, KEEP_DELAY);
    },
    noteSave() {
      isSaved = true;
    },
    keepEdits() {
      if (isEdited) keep();
    },
    wouldLoseEdits: () => isEdited && result !== "kept" && !isSaved,
    async openProject(next) {
      if (!(await canReplace())) return false;
      replace(next);
      return true;
    },
    async openDraft(id) {
      if (!(await canReplace())) return false;
      const draft = loadDraft(id);
      if (draft === undefined) {
        notify("This browser no longer keeps the map.");
        return false;
      }
      const { main, files } = draft.project;
      const [first, ...others] = [...files].sort((a, b) => Number(b.path === main) - Number(a.path === main));
      const isFree = await lock.take(id);
      if (isFree || first === undefined) replace(draft.project, draft.state);
      else replace(newProject([first, ...others]));
      return true;
    },
  };
}
