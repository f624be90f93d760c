/** *Import into Argmap*: converts a file in the format of another tool to a map, and opens the map with its preview. */
import { commands, l10n, Range, type Uri, ViewColumn, WorkspaceEdit, window, workspace } from "vscode";
import type { ConvertResults } from "../../server/convert/convertJob.ts";
import { assertImportSize } from "../../server/core/formats/decodeInput.ts";
import { ImportError, type Omission } from "../../server/core/formats/format.ts";
import { importFormats } from "../../server/core/formats/registry.ts";
import { fileName } from "../editor/fileName.ts";
import { LANGUAGE } from "../language.ts";
import type { Previews } from "../preview/previews.ts";
import { convertWithProgress, showError } from "./convert.ts";
import { promptMapFile, UNTITLED } from "./mapFile.ts";
import { displayPath, omittedKinds, showOmissions } from "./omissionReport.ts";

/** The dependencies of an import on the extension. */
export interface ImportContext {
  readonly previews: Previews;
  /** The folder of the extension. */
  readonly extensionUri: Uri;
}

/**
 * Imports files one after the other, and returns the maps that were made.
 *
 * @param files if undefined, the user is asked
 */
export async function importFiles(files: readonly Uri[] | undefined, context: ImportContext): Promise<readonly Uri[]> {
  const maps: Uri[] = [];
  for (const file of files ?? (await promptFiles()) ?? []) {
    try {
      const map = await importFile(file, context);
      if (map !== undefined) maps.push(map);
    } catch (error) {
      showError(error, fileName(file));
    }
  }
  return maps;
}

/** Asks for the files to import. */
function promptFiles(): Thenable<Uri[] | undefined> {
  const extensionsOf = (formats: typeof importFormats): string[] => [
    ...new Set(formats.flatMap(({ extensions }) => extensions.map((extension) => extension.slice(1)))),
  ];
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return window.showOpenDialog({
    ...(folder && { defaultUri: folder }),
    canSelectMany: true,
    filters: {
      [l10n.t("All formats")]: extensionsOf(importFormats),
      ...Object.fromEntries(importFormats.map((format) => [format.title, extensionsOf([format])])),
      [l10n.t("All files")]: ["*"],
    },
    title: l10n.t("Import into Argmap"),
    openLabel: l10n.t("Import"),
  });
}

/** Imports a file, and opens the map. Undefined if the user cancels or the file cannot be read. */
async function importFile(file: Uri, { previews, extensionUri }: ImportContext): Promise<Uri | undefined> {
  const result = await convertFile(file, extensionUri);
  if (result === undefined) return undefined;
  if (result.state === "refused") return void refuse(file, result);
  const { text, omissions } = result;
  const map = await writeMap(file, text);
  if (map === undefined) return undefined;
  await window.showTextDocument(await workspace.openTextDocument(map), { viewColumn: ViewColumn.One, preview: false });
  previews.open(map);
  if (omissions.length > 0) void report(file, omissions);
  return map;
}

type Converted = Exclude<ConvertResults["import"], { readonly state: "unknown-format" }>;

/** Converts a file. Asks for its format if that is not known. Undefined if the user cancels. */
async function convertFile(file: Uri, extensionUri: Uri): Promise<Converted | undefined> {
  const name = fileName(file);
  let bytes: Uint8Array;
  try {
    bytes = await readContent(file);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { state: "refused", message: error.message, line: error.line };
  }
  const convert = (format?: string) =>
    convertWithProgress(l10n.t("Importing {0}…", name), extensionUri, { kind: "import", bytes, name, format });
  const result = await convert();
  if (result?.state !== "unknown-format") return result;
  const items = importFormats.map(({ id, title, extensions }) => ({
    id,
    label: title,
    description: extensions.join(" "),
  }));
  const placeHolder = l10n.t("What is the format of “{0}”?", name);
  const chosen = await window.showQuickPick(items, { title: l10n.t("Import into Argmap"), placeHolder });
  const again = chosen && (await convert(chosen.id));
  // A named format is known.
  return again?.state === "unknown-format" ? undefined : again;
}

/** Returns what the user sees: the text of an editor with unsaved changes, or else the content of the file. */
async function readContent(file: Uri): Promise<Uint8Array> {
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  if (open?.isDirty) return new TextEncoder().encode(open.getText());
  assertImportSize((await workspace.fs.stat(file)).size);
  return workspace.fs.readFile(file);
}

/** Says why a file cannot be imported, and offers to go there. */
async function refuse(file: Uri, { message, line }: Extract<Converted, { readonly state: "refused" }>): Promise<void> {
  const place = line === undefined ? displayPath(file) : l10n.t("{0}, line {1}", displayPath(file), line);
  const open = l10n.t("Open File");
  if ((await window.showErrorMessage(`${place}: ${message}`, open)) !== open) return;
  const at = (line ?? 1) - 1;
  await commands.executeCommand("vscode.open", file, { selection: new Range(at, 0, at, 0), preview: false });
}

/** Writes a map beside the imported file, or where the user wants it. Undefined if the user cancels. */
async function writeMap(file: Uri, text: string): Promise<Uri | undefined> {
  const target = await promptMapFile(file);
  if (target === undefined) return undefined;
  if (target !== UNTITLED) {
    const edit = new WorkspaceEdit();
    edit.createFile(target, { overwrite: false, contents: new TextEncoder().encode(text) });
    if (await workspace.applyEdit(edit)) return target;
    void window.showWarningMessage(
      l10n.t("Could not create “{0}”. Check whether the folder is writable.", displayPath(target)),
    );
  }
  return (await workspace.openTextDocument({ language: LANGUAGE, content: text })).uri;
}

/** Says what was left out. */
async function report(file: Uri, omissions: readonly Omission[]): Promise<void> {
  const details = l10n.t("Show Details");
  const message = l10n.t("Imported “{0}”, without {1}.", displayPath(file), omittedKinds(omissions));
  if ((await window.showInformationMessage(message, details)) === details)
    await showOmissions(l10n.t("Not imported from {0}", fileName(file)), file, omissions);
}
