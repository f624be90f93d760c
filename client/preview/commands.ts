/** The commands of the previews: those that open one, and those of the one that the user is in. */
import { createRequire } from "node:module";
import * as v from "valibot";
import { commands, type Disposable, Uri, window, workspace } from "vscode";
import { type Deed, deeds } from "../../server/protocol/preview.ts";
import { showText } from "../editor/reveal.ts";
import { LANGUAGE } from "../languageClient.ts";
import type { Preview } from "./panel.ts";
import type { Previews } from "./previews.ts";
import type { Trees } from "./treeClient.ts";

/** What takes pictures out is in a bundle of its own, beside that of the extension; the build makes it of that very module. */
const loadExport = () =>
  createRequire(`${import.meta.dirname}/`)("../export/client.cjs") as typeof import("./export.ts");

/** Registers what `contributes.commands` names. */
export function registerPreviewCommands(previews: Previews, trees: Trees, extension: Uri): Disposable[] {
  const parts = { previews, trees, extension };
  const on = (name: string, act: (preview: Preview, given: unknown) => unknown): Disposable =>
    commands.registerCommand(name, (given: unknown) => previews.active && act(previews.active, given));
  return [
    commands.registerCommand("argmap.openPreview", async (clicked?: unknown) => {
      const map = await mapMeant(clicked);
      if (map) previews.open(map);
    }),
    commands.registerCommand("argmap.openLockedPreview", async (clicked?: unknown) => {
      const map = await mapMeant(clicked);
      if (map) previews.openLocked(map);
    }),
    commands.registerCommand("argmap.exportPicture", async (clicked?: unknown, choice?: unknown) => {
      const map = await mapSeen(previews, clicked);
      return map && loadExport().exportPicture(map, choice, parts);
    }),
    commands.registerCommand("argmap.copyPictureAsSvg", async (clicked?: unknown) => {
      const map = await mapSeen(previews, clicked);
      if (map) await loadExport().copySvg(map, parts);
    }),
    commands.registerCommand("argmap.copyPictureAsPng", async (clicked?: unknown) => {
      const map = await mapSeen(previews, clicked);
      if (map) await loadExport().copyPng(map, parts);
    }),
    on("argmap.togglePreviewLock", previews.toggleLock),
    on("argmap.showText", ({ state, panel }) => showText(state.map, panel.viewColumn)),
    on("argmap.showImportedMap", (preview) => showImported(preview, trees)),
    on("argmap.showImportingMap", (preview) => preview.goBack()),
    ...deeds
      .filter((deed) => deed !== "foldToDepth")
      .map((deed: Deed) => on(`argmap.preview.${deed}`, (preview) => preview.tell(deed))),
    on("argmap.preview.foldToDepth", async (preview, given) => {
      const depth = await depthMeant(given);
      if (depth !== undefined) preview.tell("foldToDepth", depth);
    }),
  ];
}

/** The file that a menu names, else the map of the preview that the user is in, else that of the active editor. */
async function mapSeen(previews: Previews, clicked: unknown): Promise<Uri | undefined> {
  const isFile = clicked instanceof Uri && clicked.path.endsWith(".argmap");
  return isFile ? mapMeant(clicked) : (previews.active?.state.map ?? mapMeant(undefined));
}

/** Menus name the file they stand at; the palette and the key mean the active editor. */
async function mapMeant(clicked: unknown): Promise<Uri | undefined> {
  const document =
    clicked instanceof Uri ? await workspace.openTextDocument(clicked) : window.activeTextEditor?.document;
  if (document?.languageId === LANGUAGE) return document.uri;
  window.showInformationMessage("Open an argument map (a file ending in .argmap) to see its preview.");
  return undefined;
}

/** Leads into the one map that is imported, or into the one that the user chooses. */
async function showImported(preview: Preview, trees: Trees): Promise<void> {
  const imports = await trees.imports(preview.state.map);
  const [first, ...others] = imports;
  if (first === undefined) {
    window.showInformationMessage("This map imports no other map.");
    return;
  }
  const choices = imports.map(({ uri, title }) => {
    const path = workspace.asRelativePath(uri);
    return { label: title ?? path, uri, ...(title === undefined ? {} : { description: path }) };
  });
  const placeHolder = "Which map shall the preview show?";
  const chosen = others.length === 0 ? first : await window.showQuickPick(choices, { placeHolder });
  if (chosen) preview.showImported(chosen.uri);
}

const depthGiven = v.object({ depth: v.pipe(v.number(), v.integer(), v.minValue(1)) });

/** The depth that a key binding names, or else that the user chooses. */
async function depthMeant(given: unknown): Promise<number | undefined> {
  const parsed = v.safeParse(depthGiven, given);
  if (parsed.success) return parsed.output.depth;
  const choices = [1, 2, 3, 4, 5, 6].map((depth) => ({
    label: depth === 1 ? "1 level" : `${depth} levels`,
    depth,
  }));
  return (await window.showQuickPick(choices, { placeHolder: "How many levels shall stay open?" }))?.depth;
}
