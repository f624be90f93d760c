/** Tells the user what could not be carried from one format to another. */
import { Uri, ViewColumn, window, workspace } from "vscode";
import type { Omission } from "../../server/core/formats/format.ts";
import { joinList } from "../../server/core/strings/english.ts";

/** The maximum number of kinds of omissions in a message. */
const MAX_NAMED = 3;

/** The scheme of the texts with details. They are read-only, so that closing one asks nothing. */
const SCHEME = "argmap-omissions";
const texts = new Map<string, string>();

/** Returns what was left out, for a sentence: “colors of statements, comments and more”. */
export function omittedKinds(omissions: readonly Omission[]): string {
  const named = omissions.slice(0, MAX_NAMED).map(({ what }) => what);
  return joinList(omissions.length > MAX_NAMED ? [...named, "more"] : named);
}

/** Returns a text with all that was left out. */
export function omissionText(file: Uri, omissions: readonly Omission[]): string {
  const path = file.scheme === "file" ? file.fsPath : file.toString();
  const place = (where: string): string => where.replace(/^line (\d+)$/u, (_, line) => `${path}:${line}`);
  return omissions
    .map(({ what, where }) => `${what}:\n${[...new Set(where)].map((one) => `  ${place(one)}\n`).join("")}`)
    .join("\n");
}

/**
 * Shows all that was left out of a file in a tab.
 *
 * @param title says what was done; the name of the tab
 */
export async function showOmissions(title: string, file: Uri, omissions: readonly Omission[]): Promise<void> {
  if (texts.size === 0)
    workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: ({ query }) => texts.get(query) ?? "",
    });
  const query = String(texts.size);
  texts.set(query, `${title}\n\n${omissionText(file, omissions)}`);
  const address = Uri.from({ scheme: SCHEME, path: `/${title}`, query });
  await window.showTextDocument(await workspace.openTextDocument(address), { viewColumn: ViewColumn.One });
}

/** Returns the name of a file for messages. */
export const displayPath = (file: Uri): string => workspace.asRelativePath(file);
