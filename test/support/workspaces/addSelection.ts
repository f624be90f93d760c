/** Adds a selection of an article to a map, as the client does. */
import type { Range } from "vscode-languageserver";
import { quoteInMap } from "../../../server/features/articles/requests/quoteInMap.ts";
import { entryData } from "../../../server/features/shared/entryData.ts";
import type { QuoteAddition } from "../../../server/protocol/articles.ts";
import { isMap } from "../../../server/workspace/files/folders.ts";
import { applyWorkspaceEdit } from "./applyEdit.ts";
import { openArticles } from "./openArticles.ts";

interface SelectionOptions {
  /** The text of a new entry. */
  readonly text?: string;
  readonly lineWidth?: number;
  /** The full name of the speaker of a new entry. */
  readonly newSpeaker?: string;
  /** The name of the file to return instead of the map. */
  readonly file?: string;
  /** Whether to return only the lines that are reported as the new entry. */
  readonly onlyEntry?: boolean;
}

/**
 * Adds the selections between ⟦ and ⟧ of the article to the entry at ¦. Returns the map after the edit, with ¦ at the new
 * cursor position.
 */
export async function addSelection(
  source: string,
  addition: QuoteAddition,
  { text, lineWidth = 0, newSpeaker, file, onlyEntry = false }: SelectionOptions = {},
): Promise<string> {
  const at = await openArticles(source);
  const article = Object.keys(at.files).find((uri) => !isMap(uri)) ?? "";
  const syntax = at.workspace.get(at.uri)?.file.syntax;
  const target = source.includes("¦") ? syntax?.resolvePosition(at.cursor).line.owner : undefined;
  const { edit, cursor, entry } = await quoteInMap(
    at.workspace,
    {
      article,
      version: undefined,
      selections: at.targets.map(({ range }) => range),
      map: at.uri,
      target: target && entryData(target),
      addition,
      text,
      ...(newSpeaker !== undefined && { newSpeaker }),
    },
    lineWidth,
  );
  const texts = applyWorkspaceEdit(at.workspace, edit);
  if (onlyEntry) {
    const { start, end } = entry.range;
    return (texts[entry.uri] ?? "")
      .split("\n")
      .slice(start.line, end.line + 1)
      .join("\n");
  }
  return file === undefined ? withCursor(texts[cursor.uri] ?? "", cursor.range) : (texts[`${at.folder}${file}`] ?? "");
}

function withCursor(text: string, { start }: Range): string {
  const lines = text.split("\n");
  const line = lines[start.line] ?? "";
  lines[start.line] = `${line.slice(0, start.character)}¦${line.slice(start.character)}`;
  return lines.join("\n");
}
