import type { SymbolInformation } from "vscode-languageserver";
import type { Entry } from "../language/entry.ts";
import { definedName, fileOf } from "../language/map.ts";
import { baseName } from "../workspace/paths.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { matchOf } from "./match.ts";
import { nameRange } from "./places.ts";
import { shortened } from "./shortened.ts";
import { symbolKinds } from "./symbolKinds.ts";

/** More than these nobody reads; the client asks again as one types on. */
const MOST = 300;
const MOST_NAME = 60;
/** Found in what an entry says, not in its name. */
const IN_TEXT = 4;

/**
 * Entries of all files that are found by what was typed: in their names, letter by letter if need be, then in what they
 * say. Best first. Where nothing was typed, what stands at the top of each map.
 */
export function workspaceSymbols(workspace: Workspace, query: string): readonly SymbolInformation[] {
  const typed = query.trim().normalize("NFC").toLowerCase();
  const found: Entry[][] = Array.from({ length: IN_TEXT + 1 }, () => []);
  for (const { entry, lowerName, lowerText } of workspace.names.all()) {
    const rank =
      typed === ""
        ? entry.parent === undefined && lowerName !== ""
          ? 0
          : undefined
        : (matchOf(lowerName, typed) ?? (lowerText.includes(typed) ? IN_TEXT : undefined));
    if (rank !== undefined) found[rank]?.push(entry);
    // What matches better than all others is enough.
    if ((found[0]?.length ?? 0) >= MOST) break;
  }
  return found.flat().slice(0, MOST).map(symbolOf);
}

function symbolOf(entry: Entry): SymbolInformation {
  const { uri } = fileOf(entry);
  const { keyword } = entry.head;
  const text = shortened(entry.text, MOST_NAME);
  const parent = entry.parent && definedName(entry.parent)?.text;
  const file = baseName(uri);
  return {
    name: definedName(entry)?.text || text || keyword,
    kind: symbolKinds[keyword],
    containerName: parent === undefined ? file : `${parent}, ${file}`,
    location: { uri, range: nameRange(entry) },
  };
}
