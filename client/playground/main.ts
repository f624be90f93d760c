/** Entry point of the playground. */
import { openActionMenu } from "./editor/actionMenu.ts";
import { createDraftLock } from "./files/draftLock.ts";
import { keepDraft, lastDraft, loadDraft, removeDraft, removeOldDrafts } from "./files/drafts.ts";
import { examples, loadExample } from "./files/examples.ts";
import { newProject, type Project, pathOf, uriOf } from "./files/project.ts";
import { DEFAULT_NAME, readAddress } from "./link/address.ts";
import { createCommands } from "./page/commands.ts";
import { byId } from "./page/elements.ts";
import { showFileTabs } from "./page/fileTabs.ts";
import { createLayout } from "./page/layout.ts";
import { createNotices } from "./page/notices.ts";
import { followTheme } from "./page/theme.ts";
import { createExports } from "./picture/exports.ts";
import { createPlayground } from "./playground.ts";

/** In milliseconds without an edit, after which the map is kept. */
const KEEP_DELAY = 300;

const notify = createNotices();
const layout = createLayout();
const exports = createExports({ server: () => playground.server, post: (message) => playground.picture.post(message) });
const playground = createPlayground({
  layout,
  notify,
  saveTables: (tables) => void exports.saveTables(tables, nameOf(playground.project())),
  exportResult: exports.handleAnswer,
  onEdit() {
    isEdited = true;
    clearTimeout(keepTimer);
    keepTimer = setTimeout(keep, KEEP_DELAY);
  },
  onShow: showFiles,
});
const commands = createCommands({ playground, exports, notify, openProject, openDraft, showFiles });

const lock = createDraftLock();
let isEdited = false;
let isKept = true;
let isLossReported = false;
let keepTimer: ReturnType<typeof setTimeout> | undefined;

const nameOf = ({ main }: Project): string => main.slice(main.lastIndexOf("/") + 1).replace(/\.argmap$/i, "");

/** Returns the title that a map gives itself, or else its first words. */
function titleOf(project: Project): string {
  const content = project.files.find(({ path }) => path === project.main)?.content;
  const text = typeof content === "string" ? content : "";
  const title = /^map\b[^:\n]*:[ \t]*(\S.*)$/m.exec(text)?.[1] ?? /:[ \t]*(\S.*)$/m.exec(text)?.[1];
  return title?.trim() ?? "Map without text";
}

/** Keeps the map in the browser, so that it survives a reload. */
function keep(): void {
  clearTimeout(keepTimer);
  const project = playground.project();
  const result = keepDraft(project, titleOf(project), isEdited);
  isKept = result === "kept";
  if (isKept || isLossReported) return;
  isLossReported = true;
  notify(
    result === "texts only"
      ? "The documents are too large for this browser to keep. After a reload, open them again."
      : "This browser cannot keep the map. Save it before you leave the page.",
  );
}

function showFiles(): void {
  const project = playground.project();
  const shown = playground.editor.shown();
  const uri = shown?.kind === "map" ? shown.file.uri : shown?.uri;
  const path = uri === undefined ? undefined : (pathOf(project, uri) ?? playground.articlePath());
  showFileTabs(project, path, (opened) => {
    layout.show("text");
    void playground.showFile(uriOf(project, opened));
  });
}

/** Opens a kept project; a copy of it if another tab shows it. */
async function openDraft(id: string): Promise<boolean> {
  const draft = loadDraft(id);
  if (draft === undefined) return false;
  const [main, ...others] = [...draft.files].sort(
    (a, b) => Number(b.path === draft.main) - Number(a.path === draft.main),
  );
  const isFree = await lock.take(id);
  if (isFree || main === undefined) openProject(draft);
  else openProject(newProject([main, ...others]));
  return true;
}

/** Opens a project. The one before is kept if it was changed. */
function openProject(project: Project): void {
  const previous = playground.isOpen() ? playground.project() : undefined;
  if (previous) {
    if (isEdited) keep();
    else removeDraft(previous.id);
  }
  isEdited = loadDraft(project.id) !== undefined;
  isLossReported = false;
  void lock.take(project.id);
  playground.open(project);
  showFiles();
  keep();
  removeOldDrafts();
}

/** Opens what the address asks for. Returns whether it asks for a map that can be opened. */
async function openAddress(): Promise<boolean> {
  const address = await readAddress(location.hash);
  // The map is kept from now on. A reload must not replace it by that of the link.
  if (address.kind !== "none") history.replaceState(null, "", location.pathname + location.search);
  switch (address.kind) {
    case "none":
      return false;
    case "broken":
      notify(address.message);
      return false;
    case "files":
      openProject(newProject(address.files));
      return true;
    case "example": {
      const example = examples.find(({ map }) => map === address.path);
      if (example === undefined) {
        notify("There is no example of this name. Choose one from the menu.");
        return false;
      }
      await commands.openExample(example);
      return true;
    }
    default:
      return address satisfies never;
  }
}

async function start(): Promise<void> {
  if (await openAddress()) return;
  const id = lastDraft();
  if (id !== undefined && (await openDraft(id))) return;
  const [first] = examples;
  const example = first && (await loadExample(first).catch(() => undefined));
  openProject(example ?? newProject([{ path: DEFAULT_NAME, content: "" }]));
}

const frame = byId("picture", HTMLIFrameElement);
const themeButton = byId("theme", HTMLButtonElement);
let classes: readonly string[] = [];
const applyToPicture = (): void => {
  const body = frame.contentDocument?.body;
  if (body) body.className = classes.join(" ");
};
frame.addEventListener("load", applyToPicture);
const themes = followTheme((theme, next) => {
  classes = next;
  // The page of the picture reads it before it draws.
  document.documentElement.dataset["picture"] = next.join(" ");
  const label = theme === "dark" ? "Light theme" : "Dark theme";
  themeButton.setAttribute("aria-label", label);
  themeButton.title = label;
  applyToPicture();
});
themeButton.addEventListener("click", () => themes.toggle());

window.addEventListener("keydown", (event) => {
  if (event.key !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  commands.save().catch((error: unknown) => notify(String(error)));
});
window.addEventListener("keydown", (event) => {
  const shown = playground.editor.shown();
  if (event.key !== "." || !(event.ctrlKey || event.metaKey) || shown?.kind !== "map") return;
  event.preventDefault();
  const { editor, actions } = playground;
  void openActionMenu(editor.view, shown.file, actions, () => notify("There is nothing to fix or change here."));
});
window.addEventListener("dragover", (event) => {
  if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
});
window.addEventListener("drop", (event) => {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  commands.openFiles(files).catch((error: unknown) => notify(error instanceof Error ? error.message : String(error)));
});
window.addEventListener("beforeunload", (event) => {
  if (isEdited && !isKept) event.preventDefault();
});
window.addEventListener("pagehide", () => isEdited && keep());
window.addEventListener("hashchange", () => void openAddress());
await start();
