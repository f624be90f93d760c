/** The toolbar: its menus, and what they do. */
import { snippet } from "@codemirror/autocomplete";
import { templates } from "../../maps/templates.ts";
import { type DraftEntry, listDrafts, removeDraft } from "../files/drafts.ts";
import { type Example, examples, loadExample } from "../files/examples.ts";
import type { Keeping } from "../files/keeping.ts";
import { chooseFiles, type FileHandles, type OpenedFile, readFile, saveText } from "../files/localFiles.ts";
import {
  isMapPath,
  MAP_EXTENSION,
  newProject,
  type Project,
  type ProjectFile,
  pathOf,
  uriOf,
} from "../files/project.ts";
import { type SourceInsertion, sourceInsertion } from "../files/sourceEntry.ts";
import { DEFAULT_NAME, linkTo } from "../link/address.ts";
import type { Exports, PictureFormat } from "../picture/exports.ts";
import type { Playground } from "../playground.ts";
import { chooseOne } from "./dialogs.ts";
import { byId } from "./elements.ts";
import { type MenuGroup, makeMenuButton } from "./menu.ts";
import { failureNotice, type Notify } from "./notices.ts";

export interface CommandContext {
  readonly playground: Playground;
  readonly exports: Exports;
  readonly notify: Notify;
  readonly keeping: Keeping;
  readonly showFiles: () => void;
}

/** A file that was read, and where saving writes it. */
type LocalFile = ProjectFile & Pick<OpenedFile, "handle">;

export interface Commands {
  /** Saves the map in the editor. Returns false if the user cancels. */
  save(): Promise<boolean>;
  /** Opens files: a map in place of the current one, articles beside it. */
  openFiles(files: readonly OpenedFile[]): Promise<void>;
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

const ARTICLE_ENDINGS = [".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".odt", ".epub", ".mht", ".mhtml", ".eml"];

/** Connects the toolbar. */
export function createCommands({ playground, exports, notify, keeping, showFiles }: CommandContext): Commands {
  const { editor } = playground;
  const handles: FileHandles = new Map();

  const notifyFailure = failureNotice(notify);
  const attempt = (work: Promise<unknown>): void => void work.catch(notifyFailure);

  async function newMap(template?: string): Promise<void> {
    if (!(await keeping.openProject(newProject([{ path: DEFAULT_NAME, content: "" }])))) return;
    editor.view.focus();
    if (template !== undefined) snippet(template)(editor.view, null, 0, 0);
  }

  async function openExample(example: Example): Promise<void> {
    await keeping.openProject(await loadExample(example));
  }

  async function openFiles(chosen: readonly OpenedFile[]): Promise<void> {
    if (chosen.length === 0) return;
    const files = await Promise.all(chosen.map(async ({ file, handle }) => ({ ...(await readFile(file)), handle })));
    const [map, ...maps] = files.filter(({ path }) => isMapPath(path));
    const articles = files.filter(({ path }) => !isMapPath(path));
    if (map) await openMaps([map, ...maps, ...articles]);
    else for (const { path, content } of articles) addArticle(path, () => playground.addFile({ path, content }));
  }

  /** Opens a map, the first file, with others. Saving writes to the files that the user opened. */
  async function openMaps(files: readonly [LocalFile, ...LocalFile[]]): Promise<void> {
    const project = newProject(files);
    if (!(await keeping.openProject(project))) return;
    for (const [index, { path }] of project.files.entries()) {
      const handle = files[index]?.handle;
      if (handle) handles.set(uriOf(project, path), handle);
    }
  }

  function addArticle(path: string, add: () => void): void {
    add();
    showFiles();
    const project = playground.project();
    const main = project.files.find((file) => file.path === project.main);
    const insertion = typeof main?.content === "string" ? sourceInsertion(main.content, path) : undefined;
    if (insertion === undefined) notify(`${path} is beside the map. Its quotes are checked.`);
    else offerSource(project, path, insertion);
  }

  function offerSource(project: Project, path: string, { position, inserted }: SourceInsertion): void {
    notify(`${path} is beside the map. Quotes are checked as soon as a source of the map names it.`, {
      label: "Insert the source",
      run: () => attempt(insertSource()),
    });
    async function insertSource(): Promise<void> {
      await playground.showFile(uriOf(project, project.main));
      editor.view.dispatch({
        changes: { from: position, insert: inserted },
        selection: { anchor: position + inserted.length },
        scrollIntoView: true,
        userEvent: "input",
      });
      editor.view.focus();
    }
  }

  /** The path and the text of the map in the editor, or else of the main map. */
  function savedMap(): { readonly path: string; readonly text: string; readonly key: string } {
    const project = playground.project();
    const shown = editor.shown();
    const uri = shown?.kind === "map" ? shown.file.uri : uriOf(project, project.main);
    const path = pathOf(project, uri) ?? project.main;
    const content = project.files.find((file) => file.path === path)?.content;
    return { path, text: typeof content === "string" ? content : "", key: uri };
  }

  async function save(): Promise<boolean> {
    const { path, text, key } = savedMap();
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (!(await saveText(name, text, key, handles))) return false;
    const maps = playground.project().files.filter((file) => isMapPath(file.path));
    // Other maps of the project may have changes of their own, and the user may have typed meanwhile.
    if (maps.length === 1 && savedMap().text === text) keeping.noteSave();
    notify(`Saved ${name}.`);
    return true;
  }

  async function exportPicture(format: PictureFormat): Promise<void> {
    const project = playground.project();
    const name = project.main.slice(project.main.lastIndexOf("/") + 1).replace(/\.argmap$/i, "");
    await exports.exportPicture(format, { uri: uriOf(project, project.main), name });
  }

  async function copyLink(): Promise<void> {
    const link = await linkTo(playground.project());
    if (link.kind === "too-long") return notify("The map is too long for a link. Save it, and send the file.");
    const url = new URL(link.hash, location.href.replace(/#.*$/, "")).href;
    const isCopied = await navigator.clipboard.writeText(url).then(
      () => true,
      () => false,
    );
    // Without access to the clipboard, the user can still copy the address.
    if (!isCopied) history.replaceState(null, "", url);
    const omitted = link.omitted.length === 0 ? "" : ` It lacks ${link.omitted.join(", ")}: send that file, too.`;
    const done = isCopied
      ? "Copied a link that contains the map."
      : "The browser does not let the page copy. The link is in the address bar: copy it there.";
    notify(done + omitted);
  }

  async function deleteDraft(drafts: readonly DraftEntry[]): Promise<void> {
    const choices = drafts.map((entry) => ({ label: entry.title, value: entry }));
    const chosen = await chooseOne("Delete which map from this browser? It cannot be restored.", choices);
    if (chosen === undefined) return;
    removeDraft(chosen.id);
    notify(`Deleted “${chosen.title}” from this browser.`);
  }

  const isCurrent = ({ id }: DraftEntry): boolean => id === playground.project().id;
  const keptMaps = (): readonly DraftEntry[] => listDrafts().filter((entry) => entry.isEdited && !isCurrent(entry));
  const fileMenu = (kept: readonly DraftEntry[]): readonly MenuGroup[] => [
    {
      title: "",
      items: [
        { label: "New map", run: () => attempt(newMap()) },
        { label: "Open…", detail: "A map, with its articles", run: () => attempt(open()) },
        {
          label: "Open an article beside the map…",
          detail: "Its quotes are checked",
          run: () => attempt(openArticle()),
        },
        { label: "Save", detail: isMac ? "⌘S" : "Ctrl+S", run: () => attempt(save()) },
      ],
    },
    {
      title: "New from a template",
      items: templates.map(({ label, detail, snippet: text }) => ({ label, detail, run: () => attempt(newMap(text)) })),
    },
    {
      title: "Export the picture",
      items: [
        { label: "SVG", run: () => attempt(exportPicture("svg")) },
        { label: "PNG", run: () => attempt(exportPicture("png")) },
        { label: "Web page", detail: "With folding and search", run: () => attempt(exportPicture("html")) },
      ],
    },
    {
      title: "Kept in this browser",
      items: [
        ...kept.map(({ id, title, changed }) => ({
          label: title,
          detail: new Date(changed).toLocaleString(),
          run: () => attempt(keeping.openDraft(id)),
        })),
        ...(kept.length === 0 ? [] : [{ label: "Delete a kept map…", run: () => attempt(deleteDraft(kept)) }]),
      ],
    },
  ];
  const open = async (): Promise<void> => openFiles(await chooseFiles([MAP_EXTENSION, ...ARTICLE_ENDINGS]));
  const openArticle = async (): Promise<void> => openFiles(await chooseFiles(ARTICLE_ENDINGS));

  makeMenuButton(byId("file-menu", HTMLButtonElement), () => fileMenu(keptMaps()));
  makeMenuButton(byId("examples-menu", HTMLButtonElement), () => [
    {
      title: "",
      items: examples.map((example) => ({
        label: example.title,
        detail: example.detail,
        run: () => attempt(openExample(example)),
      })),
    },
  ]);
  byId("help", HTMLButtonElement).addEventListener("click", () =>
    window.open(new URL("../docs/web-pages.html#a-playground", document.baseURI), "_blank", "noopener"),
  );
  byId("copy-link", HTMLButtonElement).addEventListener("click", () => attempt(copyLink()));
  return { save, openFiles };
}
