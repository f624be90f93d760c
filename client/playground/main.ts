/** Entry point of the playground. */
import { openActionMenu } from "./editor/actionMenu.ts";
import { createDraftLock } from "./files/draftLock.ts";
import { createKeeping } from "./files/keeping.ts";
import { droppedFiles } from "./files/localFiles.ts";
import { openAddress, openFirst } from "./files/openAddress.ts";
import { type Project, pathOf, uriOf } from "./files/project.ts";
import { isMapAddress } from "./link/address.ts";
import { createCommands } from "./page/commands.ts";
import { chooseOne } from "./page/dialogs.ts";
import { byId } from "./page/elements.ts";
import { showFileTabs } from "./page/fileTabs.ts";
import { createLayout } from "./page/layout.ts";
import { createNotices, failureNotice } from "./page/notices.ts";
import { followTheme } from "./page/theme.ts";
import { createExports } from "./picture/exports.ts";
import { createPlayground } from "./playground.ts";

const notify = createNotices();
const notifyFailure = failureNotice(notify);
const layout = createLayout();
const exports = createExports({ server: () => playground.server, post: (message) => playground.picture.post(message) });
const playground = createPlayground({
  layout,
  notify,
  saveTables: (tables) => void exports.saveTables(tables, nameOf(playground.project())),
  exportResult: exports.handleAnswer,
  onEdit: () => keeping.noteEdit(),
  onShow: showFiles,
});
const keeping = createKeeping({
  project: () => (playground.isOpen() ? playground.project() : undefined),
  show(project) {
    playground.open(project);
    showFiles();
  },
  lock: createDraftLock(),
  notify,
  askToReplace: (title) =>
    chooseOne(`This browser cannot keep “${title}”. Save it before another map replaces it?`, [
      { label: "Save", value: "save" },
      { label: "Open anyway", value: "replace" },
    ]),
  save: () => commands.save(),
});
const commands = createCommands({ playground, exports, notify, keeping, showFiles });

const nameOf = ({ main }: Project): string => main.slice(main.lastIndexOf("/") + 1).replace(/\.argmap$/i, "");

function showFiles(): void {
  const project = playground.project();
  const shown = playground.editor.shown();
  const uri = shown?.kind === "map" ? shown.file.uri : shown?.uri;
  const path = uri === undefined ? undefined : (pathOf(project, uri) ?? playground.articlePath());
  showFileTabs(project, path, (opened) => {
    layout.show("text");
    playground.showFile(uriOf(project, opened)).catch(notifyFailure);
  });
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
  commands.save().catch(notifyFailure);
});
window.addEventListener("keydown", (event) => {
  const shown = playground.editor.shown();
  if (event.key !== "." || !(event.ctrlKey || event.metaKey) || shown?.kind !== "map") return;
  event.preventDefault();
  const { editor, actions } = playground;
  openActionMenu(editor.view, shown.file, actions, notify).catch(notifyFailure);
});
window.addEventListener("dragover", (event) => {
  if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
});
window.addEventListener("drop", (event) => {
  const { dataTransfer } = event;
  if (dataTransfer === null || dataTransfer.files.length === 0) return;
  event.preventDefault();
  droppedFiles(dataTransfer.items).then(commands.openFiles).catch(notifyFailure);
});
window.addEventListener("beforeunload", (event) => {
  if (keeping.wouldLoseEdits()) event.preventDefault();
});
window.addEventListener("pagehide", () => keeping.keepEdits());

/** Opens the map of the address. Returns whether there is one that can be opened. */
function openFromAddress(): Promise<boolean> {
  const { hash } = location;
  // The map is kept from now on. A reload must not replace it by that of the link.
  if (isMapAddress(hash)) history.replaceState(null, "", location.pathname + location.search);
  return openAddress(hash, { openProject: keeping.openProject, notify });
}
window.addEventListener("hashchange", () => void openFromAddress().catch(notifyFailure));
const isOpened = await openFromAddress().catch((error: unknown) => {
  notifyFailure(error);
  return false;
});
if (!isOpened) await openFirst(keeping);
