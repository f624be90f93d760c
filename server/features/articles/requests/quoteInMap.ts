import { readMetadata } from "../../../core/articles/read/metadata.ts";
import { fileOf, type MapFile } from "../../../core/language/map.ts";
import type { QuoteParams } from "../../../protocol/articles.ts";
import { normalizeUri } from "../../../workspace/files/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { speakerNamed } from "../../names/speakerNamed.ts";
import { entryFromData } from "../../shared/entryData.ts";
import { UserError } from "../../shared/userError.ts";
import { type AddedQuote, addQuote } from "../shared/addQuote.ts";
import { mapsCiting } from "../shared/citations.ts";
import { readSelectedArticle, selectedQuote } from "../shared/selectedArticle.ts";

/**
 * Returns the edit that adds a selected passage to a map, and the cursor position after it.
 *
 * @throws {UserError} if that is not possible
 */
export async function quoteInMap(
  workspace: Workspace,
  { article, selections, map: chosenMap, target: targetData, addition, text, speaker, newSpeaker }: QuoteParams,
  lineWidth: number,
): Promise<AddedQuote> {
  const document = await readSelectedArticle(workspace, normalizeUri(article));
  const quote = selectedQuote(document, selections);
  const metadata = await readMetadata(document.article);
  const target = targetData === undefined ? undefined : entryFromData(workspace, targetData);
  if (targetData !== undefined && target === undefined) throw new UserError("The selected entry no longer exists.");
  const map = target === undefined ? mapFor(workspace, document.file, chosenMap) : fileOf(target);
  if (speaker !== undefined && !isSpeaker(map, speaker)) throw new UserError("The selected speaker no longer exists.");
  const named = newSpeaker === undefined ? undefined : speakerNamed(workspace, map, newSpeaker);
  return addQuote(workspace, {
    map,
    target,
    addition,
    text,
    speaker: named?.name ?? speaker,
    speakerChange: named?.change,
    file: document.file,
    metadata,
    quote,
    lineWidth,
  });
}

/** Whether a name, with a prefix or without, refers to a speaker. */
function isSpeaker(map: MapFile, qualifiedName: string): boolean {
  const [first = "", second] = qualifiedName.split(".");
  const name = second === undefined ? { text: first, prefix: undefined } : { text: second, prefix: first };
  const resolution = map.resolve(name);
  return resolution.state === "found" && resolution.entry.head.keyword === "speaker";
}

/** The map that the user chose, or the only one that cites the article. */
function mapFor(workspace: Workspace, file: string, chosenMap: string | undefined): MapFile {
  if (chosenMap !== undefined) {
    const map = workspace.get(normalizeUri(chosenMap))?.file;
    if (map === undefined) throw new UserError("The selected map no longer exists.");
    return map;
  }
  const citing = mapsCiting(workspace, file);
  const [only] = citing;
  if (only === undefined || citing.size > 1) {
    throw new UserError(
      only === undefined
        ? "No map cites this article yet. Select a map."
        : "Several maps cite this article. Select one.",
    );
  }
  return only;
}
