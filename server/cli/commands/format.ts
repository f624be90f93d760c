/** `argmap format`: formats maps in place. */
import { TextDocument } from "vscode-languageserver-textdocument";
import { counted } from "../../core/strings/english.ts";
import { formatting } from "../../features/requests/editing/formatting.ts";
import { diskFileSystem } from "../../node/diskFileSystem.ts";
import { displayName, openMaps, reportUnreadable, uriOf, writeOutput } from "../command.ts";
import { findAllMaps } from "../maps/findMaps.ts";
import { STDIN } from "../standardStreams.ts";

export interface FormatCommandOptions {
  /** Whether to change nothing, and to say what would change. */
  readonly check?: boolean;
  /** The maximum width of a line of text in columns; 0 keeps the line breaks. */
  readonly lineWidth: number;
  /** Spaces for each level. */
  readonly indent: number;
}

/**
 * Formats maps, and prints the names of those that changed. A map on standard input goes to standard output. Returns 1 if
 * maps are only checked and one is not formatted, or if one of several maps cannot be read.
 *
 * @throws {UsageError} if there are no maps, none can be read, or one cannot be written
 */
export async function format(targets: readonly string[], options: FormatCommandOptions): Promise<number> {
  const { maps, folders } = await findAllMaps("format", targets);
  const { workspace, unreadable } = await openMaps(maps.map(uriOf), folders, diskFileSystem);
  const lacksMaps = reportUnreadable(
    "format",
    maps.filter((map) => unreadable.has(uriOf(map))),
    maps,
  );
  const unformatted: string[] = [];
  for (const map of maps) {
    const uri = uriOf(map);
    if (unreadable.has(uri)) continue;
    const before = workspace.get(uri)?.file.syntax.text ?? "";
    const edits = formatting(workspace, uri, {
      lineWidth: options.lineWidth,
      tabSize: options.indent,
      insertSpaces: true,
      insertFinalNewline: true,
      trimFinalNewlines: true,
    });
    const after = TextDocument.applyEdits(TextDocument.create(uri, "argmap", 1, before), edits);
    if (after !== before) unformatted.push(map);
    if (options.check) continue;
    if (map === STDIN) process.stdout.write(after);
    else if (after !== before) await writeOutput(map, after);
  }
  const named = unformatted.filter((map) => options.check || map !== STDIN).map(displayName);
  if (named.length > 0) process.stdout.write(`${named.join("\n")}\n`);
  const status = lacksMaps ? 1 : 0;
  if (!options.check) return status;
  process.stderr.write(
    unformatted.length === 0
      ? `${lacksMaps ? "All other maps" : "All maps"} are formatted.\n`
      : `${counted(unformatted.length, "map is", "maps are")} not formatted. Run “argmap format” to format ${unformatted.length === 1 ? "it" : "them"}.\n`,
  );
  return unformatted.length === 0 ? status : 1;
}
