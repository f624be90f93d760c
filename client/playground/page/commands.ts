/** The toolbar: its menus, and what they do. */
import { snippet } from "@codemirror/autocomplete";
import { templates } from "../../maps/templates.ts";
import { type DraftEntry, listDrafts } from "../files/drafts.ts";
import { type Example, examples, loadExample } from "../files/examples.ts";
import { chooseFiles, type FileHandles, readFile, saveText } from "../files/localFiles.ts";
import { isMapPath, newProject, type Project, pathOf, uriOf } from "../files/project.ts";
import { type SourceInsertion, sourceInsertion } from "../files/sourceEntry.ts";
import { DEFAULT_NAME, linkTo } from "../link/address.ts";
import type { Exports, PictureFormat } from "../picture/exports.ts";
import type { Playground } from "../playground.ts";
import { byId } from "./elements.ts";
import { type MenuGroup, makeMenuButton } from "./menu.ts";
import type { Notify } from "./notices.ts";

export interface CommandContext {
  readonly playground: Playground;
  readonly exports: Exports;
  readonly notify: Notify;
  /** Opens a project, and keeps the one before. */
  readonly openProject: (project: Project) => void;
  /** Opens a kept project. */
  readonly openDraft: (id: string) => Promise<boolean>;
  readonly showFiles: () => void;
}

export interface Commands {
  openExample(example: Example): Promise<void>;
  save(): Promise<void>;
  /** Opens files: a map in place of the current one, articles beside it. */
  openFiles(files: readonly File[]): Promise<void>;
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

const ARTICLE_TYPES = ".txt,.md,.html,.htm,.pdf,.docx,.odt,.epub,.mht,.mhtml,.eml";

/** Connects the toolbar. */
export function createCommands({
  playground,
  exports,
  notify,
  openProject,
  openDraft,
  showFiles,
}: CommandContext): Commands {
  const { editor } = playground;
  const handles: FileHandles = new Map();

  /** Runs work and shows why it failed. */
  const attempt = (work: Promise<unknown>): void =>
    void work.catch((error: unknown) => notify(error instanceof Error ? error.message : String(error)));

  function newMap(template?: string): void {
    openProject(newProject([{ path: DEFAULT_NAME, content: "" }]));
    editor.view.focus();
    if (template !== undefined) snippet(template)(editor.view, null, 0, 0);
  }

  async function openExample(example: Example): Promise<void> {
    openProject(await loadExample(example));
  }

  async function openFiles(chosen: readonly File[]): Promise<void> {
    if (chosen.length === 0) return;
    const files = await Promise.all(chosen.map(readFile));
    const [map, ...maps] = files.filter(({ path }) => isMapPath(path));
    const articles = files.filter(({ path }) => !isMapPath(path));
    if (map) openProject(newProject([map, ...maps, ...articles]));
    else for (const article of articles) addArticle(article.path, () => playground.addFile(article));
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
      async run() {
        await playground.showFile(uriOf(project, project.main));
        editor.view.dispatch({
          changes: { from: position, insert: inserted },
          selection: { anchor: position + inserted.length },
          scrollIntoView: true,
          userEvent: "input",
        });
        editor.view.focus();
      },
    });
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

  async function save(): Promise<void> {
    const { path, text, key } = savedMap();
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (await saveText(name, text, key, handles)) notify(`Saved ${name}.`);
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
    // Whoever may not write to the clipboard can still copy the address.
    if (!isCopied) history.replaceState(null, "", url);
    const omitted = link.omitted.length === 0 ? "" : ` It lacks ${link.omitted.join(", ")}: send that file, too.`;
    const done = isCopied
      ? "Copied a link that contains the map."
      : "The browser does not let the page copy. The link is in the address bar: copy it there.";
    notify(done + omitted);
  }

  const isCurrent = ({ id }: DraftEntry): boolean => id === playground.project().id;
  const fileMenu = (): readonly MenuGroup[] => [
    {
      title: "",
      items: [
        { label: "New map", run: () => newMap() },
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
      items: templates.map(({ label, detail, snippet: text }) => ({ label, detail, run: () => newMap(text) })),
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
      items: listDrafts()
        .filter((entry) => entry.isEdited && !isCurrent(entry))
        .map(({ id, title, changed }) => ({
          label: title,
          detail: new Date(changed).toLocaleString(),
          run: () => attempt(openDraft(id)),
        })),
    },
  ];
  const open = async (): Promise<void> => openFiles(await chooseFiles(`.argmap,${ARTICLE_TYPES}`, true));
  const openArticle = async (): Promise<void> => openFiles(await chooseFiles(ARTICLE_TYPES, true));

  makeMenuButton(byId("file-menu", HTMLButtonElement), fileMenu);
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
  return { openExample, save, openFiles };
}
