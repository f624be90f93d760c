/** The commands that open previews, and those that act on the active preview. */
import * as v from "valibot";
import { commands, type Disposable, l10n, Uri, window, workspace } from "vscode";
import { type PreviewCommand, previewCommands } from "../../server/protocol/preview.ts";
import { SUPPOSE_COMMAND, supposeArgument } from "../../server/protocol/weighing.ts";
import { showText } from "../editor/navigation.ts";
import { loadCommands } from "../environment/loadCommands.ts";
import { LANGUAGE, MAP_EXTENSION } from "../language.ts";
import type { MapClient } from "../maps/mapClient.ts";
import type { Preview } from "./panel.ts";
import type { Previews } from "./previews.ts";
import type { TreeClient } from "./treeClient.ts";

/** The VS Code command for a command of the page. `argmap.preview.turn` keeps its name: users have bound keys to it. */
const commandIdOf = (command: PreviewCommand): string =>
  `argmap.preview.${command === "toggleDirection" ? "turn" : command}`;

/** Registers the commands of previews in `contributes.commands`. */
export function registerPreviewCommands(
  previews: Previews,
  trees: TreeClient,
  maps: MapClient,
  extensionUri: Uri,
): Disposable[] {
  const exportContext = { previews, trees, extensionUri, textsOf: maps.texts };
  const registerForActive = (name: string, run: (preview: Preview, args: unknown) => unknown): Disposable =>
    commands.registerCommand(name, (args: unknown) => previews.active && run(previews.active, args));
  return [
    commands.registerCommand("argmap.openPreview", async (clicked?: unknown) => {
      const map = await resolveMap(clicked);
      if (map) previews.open(map);
    }),
    commands.registerCommand("argmap.openLockedPreview", async (clicked?: unknown) => {
      const map = await resolveMap(clicked);
      if (map) previews.openLocked(map);
    }),
    commands.registerCommand("argmap.exportPicture", async (clicked?: unknown, options?: unknown) => {
      const map = await mapToExport(previews, clicked);
      return map && loadCommands().exportMap(map, options, exportContext);
    }),
    commands.registerCommand("argmap.importMap", (clicked?: unknown, selected?: unknown) =>
      loadCommands().importFiles(filesOf(clicked, selected), exportContext),
    ),
    commands.registerCommand("argmap.printMap", async (clicked?: unknown) => {
      const map = await mapToExport(previews, clicked);
      return map && loadCommands().printMap(map, exportContext);
    }),
    commands.registerCommand("argmap.copyPictureAsSvg", async (clicked?: unknown) => {
      const map = await mapToExport(previews, clicked);
      if (map) await loadCommands().copySvg(map, exportContext);
    }),
    commands.registerCommand("argmap.copyPictureAsPng", async (clicked?: unknown) => {
      const map = await mapToExport(previews, clicked);
      if (map) await loadCommands().copyPng(map, exportContext);
    }),
    commands.registerCommand(SUPPOSE_COMMAND, async (args: unknown) => {
      const map = await resolveMap(undefined);
      if (map) (previews.previewOf(map) ?? previews.open(map)).suppose(v.parse(supposeArgument, args));
    }),
    registerForActive("argmap.togglePreviewLock", previews.toggleLock),
    registerForActive("argmap.showText", ({ state, panel }) => showText(state.map, panel.viewColumn)),
    registerForActive("argmap.showImportedMap", (preview) => showImported(preview, trees)),
    registerForActive("argmap.showImportingMap", (preview) => preview.goBack()),
    ...previewCommands
      .filter((command) => command !== "foldToDepth")
      .map((command: PreviewCommand) =>
        registerForActive(commandIdOf(command), (preview) => preview.sendCommand(command)),
      ),
    registerForActive("argmap.preview.foldToDepth", async (preview, args) => {
      const depth = await resolveDepth(args);
      if (depth !== undefined) preview.sendCommand("foldToDepth", depth);
    }),
  ];
}

/** The files that a menu passes: all that are selected in the Explorer, or the one that was clicked. */
function filesOf(clicked: unknown, selected: unknown): readonly Uri[] | undefined {
  const files = Array.isArray(selected) ? selected.filter((one) => one instanceof Uri) : [];
  if (files.length > 0) return files;
  return clicked instanceof Uri ? [clicked] : undefined;
}

/** The map that a menu passes, else the map of the active preview, else that of the active editor. */
async function mapToExport(previews: Previews, clicked: unknown): Promise<Uri | undefined> {
  const isFile = clicked instanceof Uri && clicked.path.endsWith(MAP_EXTENSION);
  return isFile ? resolveMap(clicked) : (previews.active?.state.map ?? resolveMap(undefined));
}

/** The map that a menu passes, else the one in the active editor. Tells the user if there is none. */
async function resolveMap(clicked: unknown): Promise<Uri | undefined> {
  const document =
    clicked instanceof Uri ? await workspace.openTextDocument(clicked) : window.activeTextEditor?.document;
  if (document?.languageId === LANGUAGE) return document.uri;
  window.showInformationMessage(l10n.t("No argument map is open. Open a file that ends in .argmap first."));
  return undefined;
}

/** Shows the only imported map, or the one that the user picks. */
async function showImported(preview: Preview, trees: TreeClient): Promise<void> {
  const imports = await trees.importsOf(preview.state.map);
  const [first, ...rest] = imports;
  if (first === undefined) {
    window.showInformationMessage(l10n.t("This map does not import other maps."));
    return;
  }
  const choices = imports.map(({ uri, title }) => {
    const path = workspace.asRelativePath(uri);
    return { label: title ?? path, uri, ...(title === undefined ? {} : { description: path }) };
  });
  const placeHolder = l10n.t("Select a map to show in the preview");
  const chosen = rest.length === 0 ? first : await window.showQuickPick(choices, { placeHolder });
  if (chosen) preview.showImported(chosen.uri);
}

const depthArgs = v.object({ depth: v.pipe(v.number(), v.integer(), v.minValue(1)) });

/** The depth that a key binding passes, or else the one that the user picks. */
async function resolveDepth(args: unknown): Promise<number | undefined> {
  const parsed = v.safeParse(depthArgs, args);
  if (parsed.success) return parsed.output.depth;
  const choices = [1, 2, 3, 4, 5, 6].map((depth) => ({
    label: l10n.t("Level {0}", depth),
    depth,
  }));
  const placeHolder = l10n.t("Select the level to fold to");
  return (await window.showQuickPick(choices, { placeHolder }))?.depth;
}
