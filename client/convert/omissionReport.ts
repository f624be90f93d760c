/** Tells the user what could not be carried from one format to another. */
import { type OutputChannel, type Uri, window, workspace } from "vscode";
import type { Omission } from "../../server/core/formats/format.ts";
import { joinList } from "../../server/core/strings/english.ts";

/** In messages, this many kinds of omissions are named. */
const MAX_NAMED = 3;

let channel: OutputChannel | undefined;

/** Returns what was left out, for a sentence: “colors of statements, comments and more”. */
export function omittedKinds(omissions: readonly Omission[]): string {
  const named = omissions.slice(0, MAX_NAMED).map(({ what }) => what);
  return joinList(omissions.length > MAX_NAMED ? [...named, "more"] : named);
}

/** Returns a text with all that was left out. Lines are written so that VS Code links them to the file. */
export function omissionText(file: Uri, omissions: readonly Omission[]): string {
  const path = file.scheme === "file" ? file.fsPath : file.toString();
  const place = (where: string): string => where.replace(/^line (\d+)$/u, (_, line) => `${path}:${line}`);
  return omissions
    .map(({ what, where }) => `${what}:\n${[...new Set(where)].map((one) => `  ${place(one)}\n`).join("")}`)
    .join("\n");
}

/**
 * Writes all that was left out of a file to the output channel, which replaces what was there.
 *
 * @param title says what was done
 */
export function showOmissions(title: string, file: Uri, omissions: readonly Omission[]): void {
  // VS Code makes a file of the name, so it has no slash.
  channel ??= window.createOutputChannel("Argmap Import and Export");
  channel.replace(`${title}\n\n${omissionText(file, omissions)}`);
  channel.show();
}

/** Returns the name of a file for messages. */
export const displayPath = (file: Uri): string => workspace.asRelativePath(file);
