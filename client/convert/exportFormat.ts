/** Exports maps to the formats of other tools. */
import { commands, env, l10n, type Uri, window, workspace } from "vscode";
import type { Format, Omission } from "../../server/core/formats/format.ts";
import type { ImportingText } from "../../server/core/formats/linkedTexts.ts";
import { fileName } from "../editor/fileName.ts";
import { convertWithProgress, showError } from "./convert.ts";
import { displayPath, omittedKinds, showOmissions } from "./omissionReport.ts";

/** The dependencies of an export on the extension. */
export interface FormatExportContext {
  /** The folder of the extension. */
  readonly extensionUri: Uri;
  /** Returns the texts of a map and its imports; null or undefined if there is no such map. */
  readonly textsOf: (map: Uri) => Promise<readonly ImportingText[] | null | undefined>;
}

/**
 * Exports a map, says what was left out, and returns the file. Undefined if the user cancels or the export fails.
 *
 * @param to the file; if undefined, the user is asked
 */
export async function exportFormat(
  map: Uri,
  format: Format,
  to: Uri | undefined,
  { extensionUri, textsOf }: FormatExportContext,
): Promise<Uri | undefined> {
  const target = to ?? (await promptTarget(map, format));
  if (target === undefined) return undefined;
  const name = fileName(map);
  try {
    const title = l10n.t("Exporting {0}…", fileName(target));
    const stem = name.replace(/\.argmap$/, "");
    const exported = await convertWithProgress(title, extensionUri, async () => {
      // Of a map that is still being read, this takes a while.
      const texts = await textsOf(map);
      if (!texts) throw new Error(l10n.t("Could not read “{0}” as an argument map.", displayPath(map)));
      return { kind: "export", texts, name: stem, format: format.id };
    });
    if (exported === undefined) return undefined;
    const { content, omissions } = exported;
    await workspace.fs.writeFile(target, typeof content === "string" ? new TextEncoder().encode(content) : content);
    // Callers that name the file show their own result.
    if (to === undefined) void report(map, target, format, omissions);
    return target;
  } catch (error) {
    showError(error, name);
    return undefined;
  }
}

/** Asks for the file. By default it is beside the map and has its name. */
function promptTarget(map: Uri, { title, extensions, fileSuffix = "" }: Format): Thenable<Uri | undefined> {
  const stem = map.path.replace(/\.argmap$/, "");
  return window.showSaveDialog({
    ...(map.scheme === "untitled" ? {} : { defaultUri: map.with({ path: `${stem}${fileSuffix}${extensions[0]}` }) }),
    filters: { [title]: extensions.map((extension) => extension.slice(1)) },
    title: l10n.t("Export Map"),
    saveLabel: l10n.t("Export"),
  });
}

/** Opens an exported file: a document in its program, a text in the editor. */
async function openFile(file: Uri): Promise<void> {
  if (file.path.endsWith(".docx")) await env.openExternal(file);
  else await commands.executeCommand("vscode.open", file);
}

/** Says that a file was written, and what was left out. */
async function report(map: Uri, target: Uri, format: Format, omissions: readonly Omission[]): Promise<void> {
  const [open, details] = [l10n.t("Open"), l10n.t("Show Details")];
  const path = displayPath(target);
  if (omissions.length === 0) {
    if ((await window.showInformationMessage(l10n.t("Exported to “{0}”.", path), open)) === open)
      await openFile(target);
    return;
  }
  const message = l10n.t("Exported to “{0}”, without {1}.", path, omittedKinds(omissions));
  const chosen = await window.showInformationMessage(message, open, details);
  if (chosen === open) await openFile(target);
  if (chosen === details)
    await showOmissions(l10n.t("Not carried over from {0} to {1}", fileName(map), format.title), map, omissions);
}
