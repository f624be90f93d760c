/** Takes pictures out of the preview: into files and into the clipboard. */
import * as v from "valibot";
import { commands, env, ProgressLocation, Uri, window, workspace } from "vscode";
import { ask, NoFile } from "../../server/export/exportClient.ts";
import type { FileWanted } from "../../server/protocol/export.ts";
import type { Made, Shown, Wanted, Writing, Written } from "../../server/protocol/previewExport.ts";
import { askChoice, askPlace, type Choice, choiceSchema } from "./exportOptions.ts";
import type { Preview } from "./panel.ts";
import type { Previews } from "./previews.ts";
import type { Trees } from "./treeClient.ts";

export interface ExportParts {
  /** Says that the picture is no longer wanted. */
  readonly signal?: AbortSignal;
  readonly previews: Previews;
  readonly trees: Trees;
  /** The folder of the extension. */
  readonly extension: Uri;
}

/** Exports the picture of a map, as a choice says or as the user does; gives the file that was written. */
export async function exportPicture(map: Uri, given: unknown, parts: ExportParts): Promise<Uri | undefined> {
  const preview = parts.previews.showing(map);
  const choice = given === undefined ? await askChoice(preview !== undefined) : v.parse(choiceSchema, given);
  if (choice === undefined) return undefined;
  const to = choice.to ?? (await askPlace(map, choice.format));
  if (to === undefined) return undefined;
  const name = to.path.split("/").at(-1);
  const cancelled = new AbortController();
  const { signal } = cancelled;
  return telling(async () => {
    const progress = { location: ProgressLocation.Notification, title: `Exporting ${name}…`, cancellable: true };
    await window.withProgress(progress, async (_, token) => {
      token.onCancellationRequested(() => cancelled.abort());
      const file = await bytes(map, preview, choice, { ...parts, signal });
      // What is cancelled while it is being made is not written.
      signal.throwIfAborted();
      await workspace.fs.writeFile(to, file);
    });
    // An argument is given by whoever needs no telling.
    if (given === undefined) void tellExported(to);
    return to;
  }, signal);
}

async function tellExported(file: Uri): Promise<void> {
  const open = "Open";
  const chosen = await window.showInformationMessage(`Exported ${workspace.asRelativePath(file)}.`, open);
  if (chosen === open) await env.openExternal(file);
}

/** Puts the picture into the clipboard as SVG: what is shown, or all of a map that no preview shows. */
export async function copySvg(map: Uri, parts: ExportParts): Promise<void> {
  await telling(async () => {
    const preview = parts.previews.showing(map);
    const choice = v.parse(choiceSchema, { format: "svg", colours: preview ? "theme" : "print" });
    await env.clipboard.writeText(new TextDecoder().decode(await bytes(map, preview, choice, parts)));
    window.setStatusBarMessage("The picture is in the clipboard, as SVG.", 5000);
  });
}

/** Puts the picture into the clipboard as an image, which only a page can. */
export async function copyPng(map: Uri, { previews }: ExportParts): Promise<void> {
  await telling(async () => {
    const preview = previews.showing(map) ?? previews.open(map);
    // A browser lets only the page that one is in write to the clipboard.
    preview.panel.reveal(undefined, false);
    await commands.executeCommand("workbench.action.focusActiveEditorGroup");
    await drawn(preview, { format: "png", colours: "theme", scale: 2, to: "clipboard" }, "png");
    window.setStatusBarMessage("The picture is in the clipboard, as an image.", 5000);
  });
}

async function bytes(map: Uri, preview: Preview | undefined, choice: Choice, parts: ExportParts): Promise<Uint8Array> {
  const { format, colours, scale, pages } = choice;
  const { signal } = parts;
  const page = (): Preview => preview ?? parts.previews.open(map);
  switch (format) {
    case "png": {
      const { png } = await drawn(page(), { format, colours, scale, to: "file" }, format, signal);
      return Buffer.from(png ?? "", "base64");
    }
    case "svg":
      if (preview) return Buffer.from((await drawn(preview, { format, colours }, format, signal)).svg);
      return made(await allOf(map, parts.trees), { format }, page, parts);
    case "pdf":
    case "html": {
      const shown = preview
        ? (await drawn(preview, { format: "shown", colours }, "shown", signal)).shown
        : await allOf(map, parts.trees);
      return made(shown, format === "pdf" ? { format, pages } : { format }, page, parts);
    }
    default:
      return format satisfies never;
  }
}

/** A file that is made in a thread of its own. What no font has, the page of a preview draws, which is opened for it if need be. */
function made(
  shown: Shown,
  file: FileWanted,
  page: () => Preview,
  { extension, signal }: ExportParts,
): Promise<Uint8Array> {
  const draw = async (writings: readonly Writing[], scale: number): Promise<readonly Written[]> =>
    (await drawn(page(), { format: "writings", writings: [...writings], scale }, "writings", signal)).writings;
  return ask(Uri.joinPath(extension, "dist/export/worker.cjs").fsPath, {
    shown,
    file,
    draw,
    ...(signal && { signal }),
  });
}

/** What the page answers, where it is what was asked for. Throws {@link NoFile}. */
async function drawn<Format extends Made["format"]>(
  preview: Preview,
  wanted: Wanted,
  format: Format,
  signal?: AbortSignal,
): Promise<Extract<Made, { readonly format: Format }>> {
  const answer = await preview.ask(wanted, signal);
  if (answer.format === "refused") throw new NoFile(answer.because);
  if (!isOf(answer, format)) throw new NoFile(`The preview has answered with ${answer.format}.`);
  return answer;
}

const isOf = <Format extends Made["format"]>(
  answer: Made,
  format: Format,
): answer is Extract<Made, { readonly format: Format }> => answer.format === format;

/** All of a map, for print, where no preview says what is shown. */
async function allOf(map: Uri, trees: Trees): Promise<Shown> {
  const look = trees.look(map);
  try {
    const answer = await trees.tree(map);
    if (!answer) throw new NoFile(`${workspace.asRelativePath(map)} cannot be read as a map.`);
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
    look.dispose();
  }
}

/** Does something; tells the user where that cannot be done, and gives undefined. Whoever has cancelled it need not be told. */
async function telling<Value>(act: () => Promise<Value>, signal?: AbortSignal): Promise<Value | undefined> {
  try {
    return await act();
  } catch (error) {
    if (signal?.aborted) return undefined;
    window.showErrorMessage(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
