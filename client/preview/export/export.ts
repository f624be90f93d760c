/** Exports maps to files and to the clipboard. */

import * as v from "valibot";
import { commands, env, l10n, ProgressLocation, type Uri, window, workspace } from "vscode";
import { base64ToBytes } from "../../../server/core/strings/base64.ts";
import { ExportError } from "../../../server/export/exportError.ts";
import type { FileFormat } from "../../../server/protocol/export.ts";
import type {
  ExportedView,
  ExportRequest,
  ExportResult,
  TextImage,
  UnsupportedText,
} from "../../../server/protocol/previewExport.ts";
import type { WeighPageParams } from "../../../server/protocol/weighing.ts";
import { createFile } from "../../environment/createFile.ts";
import type { Preview } from "../panel.ts";
import type { Previews } from "../previews.ts";
import type { TreeClient } from "../treeClient.ts";
import { type ExportOptions, exportOptionsSchema, promptExportOptions, promptSaveLocation } from "./exportOptions.ts";
import { notifyExported } from "./notifyExported.ts";

export interface ExportContext {
  /** Cancels the export. */
  readonly signal?: AbortSignal;
  readonly previews: Previews;
  readonly trees: TreeClient;
  /** The folder of the extension. */
  readonly extensionUri: Uri;
}

/**
 * Exports a picture of a map to a file and returns its URI. Undefined if the user cancels or the export fails.
 *
 * @param given the options, or a format; the user is asked for the options of a format
 */
export async function exportPicture(
  map: Uri,
  given: ExportOptions | ExportOptions["format"],
  context: ExportContext,
): Promise<Uri | undefined> {
  const preview = context.previews.previewOf(map);
  const options = typeof given === "string" ? await promptExportOptions(given, preview !== undefined) : given;
  if (options === undefined) return undefined;
  const target = options.to ?? (await promptSaveLocation(map, options.format));
  if (target === undefined) return undefined;
  const name = target.path.split("/").at(-1) ?? "";
  const abortController = new AbortController();
  const { signal } = abortController;
  return reportErrors(async () => {
    const progress = {
      location: ProgressLocation.Notification,
      title: l10n.t("Exporting {0}…", name),
      cancellable: true,
    };
    await window.withProgress(progress, async (_, token) => {
      token.onCancellationRequested(() => abortController.abort());
      const file = await exportBytes(map, preview, options, { ...context, signal });
      signal.throwIfAborted();
      await workspace.fs.writeFile(target, file);
    });
    // Callers that pass options show their own result.
    if (typeof given === "string") void notifyExported(target);
    return target;
  }, signal);
}

/** In milliseconds. */
const STATUS_TIMEOUT = 5000;

/** Copies the map as SVG: the part that its preview shows, or the whole map if it has no preview. */
export async function copySvg(map: Uri, context: ExportContext): Promise<void> {
  await reportErrors(async () => {
    const preview = context.previews.previewOf(map);
    const options = v.parse(exportOptionsSchema, { format: "svg", colors: preview ? "theme" : "print" });
    await env.clipboard.writeText(new TextDecoder().decode(await exportBytes(map, preview, options, context)));
    window.setStatusBarMessage(l10n.t("Copied the map as SVG."), STATUS_TIMEOUT);
  });
}

/** Copies the part of the map that its preview shows as PNG. Opens a preview if necessary: only a page can copy images. */
export async function copyPng(map: Uri, { previews }: ExportContext): Promise<void> {
  await reportErrors(async () => {
    const preview = previews.previewOf(map) ?? previews.open(map);
    // Browsers only let a focused page write to the clipboard.
    preview.panel.reveal(undefined, false);
    await commands.executeCommand("workbench.action.focusActiveEditorGroup");
    await requestFromPage(
      preview,
      { format: "png", colors: "theme", title: true, scale: 2, destination: "clipboard" },
      "png",
    );
    window.setStatusBarMessage(l10n.t("Copied the map as PNG."), STATUS_TIMEOUT);
  });
}

async function exportBytes(
  map: Uri,
  preview: Preview | undefined,
  options: ExportOptions,
  context: ExportContext,
): Promise<Uint8Array> {
  const { format, colors, scale, pages, title, legend } = options;
  const picture = { colors, title, ...(legend !== undefined && { legend }) };
  const { signal } = context;
  const getPreview = (): Preview => preview ?? context.previews.open(map);
  switch (format) {
    case "png": {
      const { png } = await requestFromPage(
        getPreview(),
        { format, ...picture, scale, destination: "file" },
        format,
        signal,
      );
      return base64ToBytes(png ?? "");
    }
    case "svg":
      if (preview)
        return new TextEncoder().encode((await requestFromPage(preview, { format, ...picture }, format, signal)).svg);
      return buildFile(await wholeMapView(map, options, context.trees), { format }, getPreview, context);
    case "pdf":
    case "html": {
      const shown = preview && (await requestFromPage(preview, { format: "view", ...picture }, "view", signal));
      const view = shown?.view ?? (await wholeMapView(map, options, context.trees));
      if (format === "pdf") return buildFile(view, { format, pages }, getPreview, context);
      // The page in an HTML file has the language of its map.
      const { language } = view.wholeTree;
      const weighing = shown?.weighing && (await weighForPage(map, { ...shown.weighing, language }, context.trees));
      return buildFile({ ...view, weighing }, { format }, getPreview, context);
    }
    default:
      return format satisfies never;
  }
}

/**
 * Creates the content of a file in a worker. If the document's fonts lack a character, the page of a preview draws the text,
 * and `getPreview` opens one if necessary.
 */
function buildFile(
  view: ExportedView,
  file: FileFormat,
  getPreview: () => Preview,
  { extensionUri, signal }: ExportContext,
): Promise<Uint8Array> {
  const renderTexts = async (texts: readonly UnsupportedText[], scale: number): Promise<readonly TextImage[]> =>
    (await requestFromPage(getPreview(), { format: "textImages", texts: [...texts], scale }, "textImages", signal))
      .images;
  return createFile(extensionUri, { view, file, renderTexts, ...(signal && { signal }) });
}

/** Returns what an exported page shows of what stands. Throws {@link ExportError} if the server cannot answer. */
async function weighForPage(
  map: Uri,
  wanted: Omit<WeighPageParams, "uri">,
  trees: TreeClient,
): Promise<ExportedView["weighing"]> {
  const page = await trees.weighPage(map, wanted);
  if (page === null) throw new ExportError(l10n.t("The map could not be weighed. Try again."));
  return { ...page, suppositions: wanted.suppositions };
}

/**
 * Requests an export from the page.
 *
 * @throws {ExportError} if the page refuses, or answers with another format
 */
async function requestFromPage<Format extends ExportResult["format"]>(
  preview: Preview,
  request: ExportRequest,
  format: Format,
  signal?: AbortSignal,
): Promise<Extract<ExportResult, { readonly format: Format }>> {
  const answer = await preview.requestExport(request, signal);
  if (answer.format === "failed") throw new ExportError(answer.message);
  if (!hasFormat(answer, format))
    throw new ExportError(l10n.t("The preview answered with the wrong format ({0}). Try again.", answer.format));
  return answer;
}

const hasFormat = <Format extends ExportResult["format"]>(
  answer: ExportResult,
  format: Format,
): answer is Extract<ExportResult, { readonly format: Format }> => answer.format === format;

/** The whole map, for printing, when there is no preview. */
async function wholeMapView(
  map: Uri,
  { title, legend = false }: ExportOptions,
  trees: TreeClient,
): Promise<ExportedView> {
  const watch = trees.watch(map);
  try {
    const answer = await trees.fetchTree(map);
    if (!answer)
      throw new ExportError(l10n.t("Could not read “{0}” as an argument map.", workspace.asRelativePath(map)));
    const tree = { ...answer.tree, cards: answer.tree.cards.map((card) => ({ ...card, problems: [] })) };
    // Readers cannot expand a text on paper, so all texts are expanded.
    return {
      tree,
      wholeTree: tree,
      options: { openTexts: tree.cards.map(({ id }) => id) },
      legend,
      title,
      dimmed: [],
      savedView: { legend },
    };
  } finally {
    watch.dispose();
  }
}

/** Runs work and shows its error to the user, unless the user has canceled it. Returns undefined if it failed. */
async function reportErrors<Value>(work: () => Promise<Value>, signal?: AbortSignal): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    if (signal?.aborted) return undefined;
    window.showErrorMessage(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
