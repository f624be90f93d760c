/** The playground: a project in memory, its texts in the editor, its map in the picture, and the server that knows them all. */
import * as v from "valibot";
import { READER_TEXT, readerTextResult } from "../../server/protocol/articles.ts";
import { answerFrom } from "./connection/fileRequests.ts";
import { createServerRequests, type ServerRequests } from "./connection/serverRequests.ts";
import { startServer } from "./connection/startServer.ts";
import { type CodeActions, createCodeActions } from "./editor/codeActions.ts";
import { definitionAt } from "./editor/definition.ts";
import { type PublishedProblem, publishedProblems } from "./editor/diagnostics.ts";
import { createLanguageClient } from "./editor/languageClient.ts";
import { createMapEditor, type MapEditor, type ShownText } from "./editor/mapEditor.ts";
import type { OpenMap } from "./editor/openMaps.ts";
import { type LspLocation, toPosition, toRange } from "./editor/positions.ts";
import { createQuotePaste } from "./editor/quotePaste.ts";
import { renameAt } from "./editor/rename.ts";
import { isMapPath, type Project, type ProjectFile, pathOf, uriOf } from "./files/project.ts";
import { askText } from "./page/dialogs.ts";
import { byId } from "./page/elements.ts";
import type { Layout } from "./page/layout.ts";
import { failureNotice, type Notify } from "./page/notices.ts";
import { createProblemsList } from "./page/problemsList.ts";
import { createCardEdits } from "./picture/cardEdits.ts";
import { pickProperty } from "./picture/pickProperty.ts";
import { createPictureController, type PictureContext, type PictureController } from "./picture/pictureController.ts";

export interface Playground {
  /** The project with the texts as they are now. */
  readonly project: () => Project;
  readonly isOpen: () => boolean;
  /** The path of the article in the editor. */
  readonly articlePath: () => string | undefined;
  readonly server: ServerRequests;
  readonly picture: PictureController;
  readonly editor: MapEditor;
  readonly actions: CodeActions;
  /** Replaces the project. */
  open(project: Project): void;
  /** Adds a file to the project, or replaces it. */
  addFile(file: ProjectFile): void;
  /** Shows a file of the project in the editor. Returns whether there is one with this URI. */
  showFile(uri: string): Promise<boolean>;
}

interface PlaygroundOptions extends Pick<PictureContext, "saveTables" | "exportResult"> {
  readonly layout: Layout;
  readonly notify: Notify;
  /** Called after each edit, and when a file is added. */
  readonly onEdit: () => void;
  /** Called when another file is shown. */
  readonly onShow: (shown: ShownText) => void;
}

/** Starts the server, and connects it to the editor and the picture. */
export function createPlayground(options: PlaygroundOptions): Playground {
  const { layout, notify, onEdit, onShow } = options;
  let current: Project | undefined;
  /** The files that are not open in the server: articles. */
  let articles = new Map<string, ProjectFile>();
  let cursorLine = -1;
  let articlePath: string | undefined;

  const opened = (): Project => {
    if (current === undefined) throw new Error("No map is open.");
    return current;
  };
  const mainUri = (): string => uriOf(opened(), opened().main);
  const fileOf = (uri: string): OpenMap | null => workspace.getFile(uri);

  const transport = startServer(
    new URL("server/", document.baseURI).href,
    answerFrom({
      bytesOf(uri) {
        const path = current && pathOf(current, uri);
        const content = path === undefined ? undefined : contentOf(path);
        return typeof content === "string" ? new TextEncoder().encode(content) : content;
      },
      namesIn(folder) {
        const prefix = current && pathOf(current, folder.replace(/\/*$/, "/"));
        if (prefix === undefined || current === undefined) return [];
        return namesBelow(
          prefix,
          current.files.map(({ path }) => path),
        );
      },
    }),
    (reason) => notify(`The language server has stopped: ${reason} Reload the page. Your text is kept.`),
  );
  const problemsList = createProblemsList({
    actions: () => actions,
    onGoTo: (range) => {
      layout.show("text");
      editor.select(range, true);
    },
    notify,
  });
  /** The problems of each map, for when it is shown again. */
  const problemsOf = new WeakMap<OpenMap, readonly PublishedProblem[]>();
  const { client, workspace } = createLanguageClient({
    transport,
    reference: new URL("../docs/reference.html", document.baseURI).href,
    problems: publishedProblems({
      fileOf,
      onProblems(file, problems) {
        problemsOf.set(file, problems);
        const shown = editor.shown();
        if (shown?.kind === "map" && shown.file === file) problemsList.show(file, problems);
      },
      render: problemsList.renderTooltip,
    }),
    showFile(uri) {
      const file = fileOf(uri);
      if (file) showMap(file);
      else void showArticle(uri);
      return file ? editor.view : undefined;
    },
    onNotification: (method, params) => void picture.handleNotification(method, params),
  });
  const server = createServerRequests(client);
  const actions = createCodeActions({ server, maps: () => workspace.files });
  const picture = createPictureController(byId("picture", HTMLIFrameElement), {
    ...options,
    server,
    pickProperty: (message) => pickProperty(server, message),
    edits: createCardEdits({ server, fileOf, shownMap: mainUri, isWriting: () => editor.view.hasFocus }),
    reveal: (location, preserveFocus) => void reveal(location, preserveFocus).catch(failureNotice(notify)),
  });
  const editor = createMapEditor({
    parent: byId("editor", HTMLElement).attachShadow({ mode: "open" }),
    client,
    quotePaste: createQuotePaste({
      server: () => server,
      maps: () => workspace.files,
      shownMap() {
        const shown = editor.shown();
        return shown?.kind === "map" ? shown.file : undefined;
      },
      onLengthened: () =>
        notify("The words occur more than once in the article, so the quote has more of the text around them."),
    }),
    onGoToDefinition: (file) => void goToDefinition(file).catch(failureNotice(notify)),
    onRename: (file) => void rename(file),
    onUpdate(file, { isEdited }) {
      const { head, from, to } = file.state.selection.main;
      const position = toPosition(file.state.doc, head);
      picture.moveCursor(file.uri, position);
      if (isEdited) onEdit();
      if (position.line !== cursorLine) actions.moveCursor(file, toRange(file.state.doc, from, to));
      cursorLine = position.line;
    },
    onHiddenEdit: onEdit,
    onShow,
  });

  async function goToDefinition(file: OpenMap): Promise<void> {
    const location = await definitionAt(server, file);
    if (location) await reveal(location, false);
  }

  async function rename(file: OpenMap): Promise<void> {
    const askName = (name: string) => askText(`Rename “${name}”`, "New name", name);
    await renameAt(file, { server, maps: () => workspace.files, askName }).catch(failureNotice(notify));
    editor.view.focus();
  }

  function contentOf(path: string): string | Uint8Array | undefined {
    const article = articles.get(path);
    return article ? article.content : fileOf(uriOf(opened(), path))?.text;
  }

  function showMap(file: OpenMap): void {
    editor.showMap(file);
    problemsList.show(file, problemsOf.get(file) ?? []);
  }

  /** Shows an article: a text file as it is, and of a document the text that its reader sees. */
  async function showArticle(uri: string): Promise<boolean> {
    const path = pathOf(opened(), uri);
    const content = path === undefined ? undefined : contentOf(path);
    if (path !== undefined && typeof content === "string") {
      articlePath = path;
      editor.showArticle(uri, path, content);
      return true;
    }
    const text = await server.request(READER_TEXT, { uri }, v.nullable(readerTextResult));
    if (!text) return false;
    articlePath = pathOf(opened(), text.file);
    editor.showArticle(text.uri, articlePath ?? text.file, text.text);
    return true;
  }

  async function showFile(uri: string): Promise<boolean> {
    const file = fileOf(uri);
    if (file === null) return showArticle(uri);
    showMap(file);
    return true;
  }

  async function reveal({ uri, range }: LspLocation, preserveFocus: boolean): Promise<void> {
    if (!(await showFile(uri))) return notify("The article could not be opened. Open its file beside the map.");
    if (!preserveFocus) layout.show("text");
    editor.select(range, !preserveFocus);
  }

  function addMap(project: Project, { path, content }: ProjectFile): OpenMap {
    const text = typeof content === "string" ? content : new TextDecoder().decode(content);
    const file = editor.createFile(uriOf(project, path), path, text);
    workspace.add(file);
    return file;
  }

  return {
    picture,
    editor,
    actions,
    server,
    isOpen: () => current !== undefined,
    articlePath: () => articlePath,
    project: () => ({
      ...opened(),
      files: opened().files.map(({ path, content }) => ({ path, content: contentOf(path) ?? content })),
    }),
    open(project) {
      client.sync();
      workspace.clear();
      current = project;
      articles = new Map(project.files.filter(({ path }) => !isMapPath(path)).map((file) => [file.path, file]));
      for (const file of project.files) if (isMapPath(file.path)) addMap(project, file);
      const main = fileOf(mainUri());
      if (main) showMap(main);
      picture.show(mainUri());
    },
    addFile(file) {
      const project = opened();
      current = { ...project, files: [...project.files.filter(({ path }) => path !== file.path), file] };
      const uri = uriOf(project, file.path);
      const open = fileOf(uri);
      if (!isMapPath(file.path)) articles.set(file.path, file);
      else if (open === null) addMap(project, file);
      else open.dispatch({ changes: { from: 0, to: open.state.doc.length, insert: String(file.content) } });
      client.notification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 1 }] });
      onEdit();
    },
    showFile,
  };
}

/** Returns the names in a folder, with `/` after those of folders. */
function namesBelow(folder: string, paths: readonly string[]): readonly string[] {
  const names = paths.flatMap((path) => {
    if (!path.startsWith(folder)) return [];
    const [name = "", ...rest] = path.slice(folder.length).split("/");
    return rest.length > 0 ? [`${name}/`] : [name];
  });
  return [...new Set(names)];
}
