/** A map that quotes one article, and the problems that it has once the article has been read. */
import { severityOf } from "../../../server/core/checks/severity.ts";
import type { Workspace } from "../../../server/workspace/workspace.ts";

/** The URI of the map. */
export const citingMap = "file:///home/maps/main.argmap";

/** Returns the text of a map that quotes the words “got cleaner” of an article. */
export const mapCiting = (path: string): string =>
  `source a: An article\n  file: ${path}\nclaim keep: It stays.\n  reason: Cleaner air.\n    quote a: got cleaner\n`;

/** Returns the codes of the problems of the map. */
export async function problemCodes(workspace: Workspace): Promise<readonly string[]> {
  await workspace.whenIdle();
  return workspace
    .problemsOf(citingMap)
    .filter((problem) => severityOf(problem) !== "off")
    .map(({ code }) => code);
}
