/** Takes pictures out of the preview: into files and into the clipboard. */
import * as v from "valibot";
import { commands, env, ProgressLocation, Uri, window, workspace } from "vscode";
import { ExportError, exportInWorker } from "../../server/export/exportClient.ts";
import type { FileFormat } from "../../server/protocol/export.ts";
import type {
  ExportedView,
  ExportRequest,
  ExportResult,
  TextImage,
  UnsupportedText,
} from "../../server/protocol/previewExport.ts";
import { type ExportOptions, exportOptionsSchema, promptExportOptions, promptSaveLocation } from "./exportOptions.ts";
import type { Preview } from "./panel.ts";
import type { Previews } from "./previews.ts";
import type { TreeClient } from "./treeClient.ts";

export interface ExportContext {
  /** Says that the picture is no longer wanted. */
  readonly signal?: AbortSignal;
  readonly previews: Previews;
  readonly trees: TreeClient;
  /** The folder of the extension. */
  readonly extensionUri: Uri;
}

/** Exports the picture of a map, as a choice says or as the user does; gives the file that was written. */
export async function exportPicture(map: Uri, args: unknown, context: ExportContext): Promise<Uri | undefined> {
  const preview = context.previews.previewOf(map);
  const options =
    args === undefined ? await promptExportOptions(preview !== undefined) : v.parse(exportOptionsSchema, args);
  if (options === undefined) return undefined;
  const target = options.to ?? (await promptSaveLocation(map, options.format));
  if (target === undefined) return undefined;
  const name = target.path.split("/").at(-1);
  const abortController = new AbortController();
  const { signal } = abortController;
  return reportErrors(async () => {
    const progress = { location: ProgressLocation.Notification, title: `Exporting ${name}…`, cancellable: true };
    await window.withProgress(progress, async (_, token) => {
      token.onCancellationRequested(() => abortController.abort());
      const file = await exportBytes(map, preview, options, { ...context, signal });
      // What is cancelled while it is being made is not written.
      signal.throwIfAborted();
      await workspace.fs.writeFile(target, file);
    });
    // An argument is given by whoever needs no telling.
    if (args === undefined) void notifyExported(target);
    return target;
  }, signal);
}

async function notifyExported(file: Uri): Promise<void> {
  const open = "Open";
  const chosen = await window.showInformationMessage(`Exported ${workspace.asRelativePath(file)}.`, open);
  if (chosen === open) await env.openExternal(file);
}

/** Puts the picture into the clipboard as SVG: what is shown, or all of a map that no preview shows. */
export async function copySvg(map: Uri, context: ExportContext): Promise<void> {
  await reportErrors(async () => {
    const preview = context.previews.previewOf(map);
    const options = v.parse(exportOptionsSchema, { format: "svg", colours: preview ? "theme" : "print" });
    await env.clipboard.writeText(new TextDecoder().decode(await exportBytes(map, preview, options, context)));
    window.setStatusBarMessage("The picture is in the clipboard, as SVG.", 5000);
  });
}

/** Puts the picture into the clipboard as an image, which only a page can. */
export async function copyPng(map: Uri, { previews }: ExportContext): Promise<void> {
  await reportErrors(async () => {
    const preview = previews.previewOf(map) ?? previews.open(map);
    // A browser lets only the page that one is in write to the clipboard.
    preview.panel.reveal(undefined, false);
    await commands.executeCommand("workbench.action.focusActiveEditorGroup");
    await requestFromPage(preview, { format: "png", colours: "theme", scale: 2, to: "clipboard" }, "png");
    window.setStatusBarMessage("The picture is in the clipboard, as an image.", 5000);
  });
}

async function exportBytes(
  map: Uri,
  preview: Preview | undefined,
  options: ExportOptions,
  context: ExportContext,
): Promise<Uint8Array> {
  const { format, colours, scale, pages } = options;
  const { signal } = context;
  const getPreview = (): Preview => preview ?? context.previews.open(map);
  switch (format) {
    case "png": {
      const { png } = await requestFromPage(getPreview(), { format, colours, scale, to: "file" }, format, signal);
      return Buffer.from(png ?? "", "base64");
    }
    case "svg":
      if (preview) return Buffer.from((await requestFromPage(preview, { format, colours }, format, signal)).svg);
      return buildFile(await wholeMapView(map, context.trees), { format }, getPreview, context);
    case "pdf":
    case "html": {
      const shown = preview
        ? (await requestFromPage(preview, { format: "shown", colours }, "shown", signal)).shown
        : await wholeMapView(map, context.trees);
      return buildFile(shown, format === "pdf" ? { format, pages } : { format }, getPreview, context);
    }
    default:
      return format satisfies never;
  }
}

/** A file that is made in a thread of its own. What no font has, the page of a preview draws, which is opened for it if need be. */
function buildFile(
  shown: ExportedView,
  file: FileFormat,
  getPreview: () => Preview,
  { extensionUri, signal }: ExportContext,
): Promise<Uint8Array> {
  const draw = async (texts: readonly UnsupportedText[], scale: number): Promise<readonly TextImage[]> =>
    (await requestFromPage(getPreview(), { format: "writings", writings: [...texts], scale }, "writings", signal))
      .writings;
  return exportInWorker(Uri.joinPath(extensionUri, "dist/export/worker.cjs").fsPath, {
    shown,
    file,
    draw,
    ...(signal && { signal }),
  });
}

/** What the page answers, where it is what was asked for. Throws {@link ExportError}. */
async function requestFromPage<Format extends ExportResult["format"]>(
  preview: Preview,
  request: ExportRequest,
  format: Format,
  signal?: AbortSignal,
): Promise<Extract<ExportResult, { readonly format: Format }>> {
  const answer = await preview.requestExport(request, signal);
  if (answer.format === "refused") throw new ExportError(answer.because);
  if (!hasFormat(answer, format)) throw new ExportError(`The preview has answered with ${answer.format}.`);
  return answer;
}

const hasFormat = <Format extends ExportResult["format"]>(
  answer: ExportResult,
  format: Format,
): answer is Extract<ExportResult, { readonly format: Format }> => answer.format === format;

/** All of a map, for print, where no preview says what is shown. */
async function wholeMapView(map: Uri, trees: TreeClient): Promise<ExportedView> {
  const watch = trees.watch(map);
  try {
    const answer = await trees.fetchTree(map);
    if (!answer) throw new ExportError(`${workspace.asRelativePath(map)} cannot be read as a map.`);
    const tree = { ...answer.tree, cards: answer.tree.cards.map((card) => ({ ...card, problems: [] })) };
    // On paper no text can be opened: all are shown whole.
    return {
      tree,
      whole: tree,
      options: { openTexts: tree.cards.map(({ id }) => id) },
      legend: false,
      dimmed: [],
      left: null,
    };
  } finally {
    watch.dispose();
  }
}

/** Does something; tells the user where that cannot be done, and gives undefined. Whoever has cancelled it need not be told. */
async function reportErrors<Value>(work: () => Promise<Value>, signal?: AbortSignal): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    if (signal?.aborted) return undefined;
    window.showErrorMessage(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
