import { inDocumentOrder } from "../../core/language/graph.ts";
import { type MapFile, mapTitle } from "../../core/language/map.ts";
import { baseName } from "../../core/strings/baseName.ts";
import type { MapsResult } from "../../protocol/maps.ts";
import { sourceUri } from "../../workspace/sources/sources.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { sourceTitle } from "../articles/shared/sourceEntry.ts";

/** Returns the maps of the workspace by title, each with the articles that it uses. */
export function mapList(workspace: Workspace): MapsResult {
  const maps = workspace.files().map((file) => ({
    uri: file.uri,
    title: mapTitle(file) ?? baseName(file.uri),
    articles: articlesOf(file),
  }));
  return maps.sort((a, b) => (a.title === b.title ? (a.uri < b.uri ? -1 : 1) : a.title < b.title ? -1 : 1));
}

function articlesOf(file: MapFile): MapsResult[number]["articles"] {
  const articles = new Map<string, MapsResult[number]["articles"][number]>();
  for (const source of inDocumentOrder(file.entriesOf("source"), [file])) {
    const uri = sourceUri(source);
    if (uri !== undefined && !articles.has(uri)) articles.set(uri, { uri, title: sourceTitle(source) });
  }
  return [...articles.values()];
}
