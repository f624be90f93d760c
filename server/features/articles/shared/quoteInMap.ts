import { fileOf, type MapFile } from "../../../core/language/map.ts";
import { readMetadata } from "../../../core/sources/read/metadata.ts";
import type { QuoteParams } from "../../../protocol/articles.ts";
import { normaliseUri } from "../../../workspace/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { entryFromData } from "../../shared/entryData.ts";
import { UserError } from "../../shared/userError.ts";
import { type AddedQuote, addQuote } from "../requests/addQuote.ts";
import { mapsCiting } from "./citations.ts";
import { readSelectedArticle, selectedQuote } from "./selectedArticle.ts";

/**
 * The edit that adds a selected passage to a map, and where the cursor belongs then.
 *
 * @throws {UserError} with a sentence for the user where it cannot be done
 */
export async function quoteInMap(
  workspace: Workspace,
  { article, selections, map: chosenMap, target: targetData, add, text }: QuoteParams,
  lineWidth: number,
): Promise<AddedQuote> {
  const document = await readSelectedArticle(workspace, normaliseUri(article));
  const quoting = selectedQuote(document, selections);
  const about = await readMetadata(document.article);
  const target = targetData === undefined ? undefined : entryFromData(workspace, targetData);
  if (targetData !== undefined && target === undefined)
    throw new UserError("The entry that was chosen is not in the map any more.");
  const map = target === undefined ? mapFor(workspace, document.file, chosenMap) : fileOf(target);
  return addQuote(workspace, { map, target, add, text, file: document.file, about, quoting, lineWidth });
}

/** The map that was chosen, else the only one that cites the article. */
function mapFor(workspace: Workspace, file: string, chosenMap: string | undefined): MapFile {
  if (chosenMap !== undefined) {
    const map = workspace.get(normaliseUri(chosenMap))?.file;
    if (map === undefined) throw new UserError("The map that was chosen is not known.");
    return map;
  }
  const citing = mapsCiting(workspace, file);
  const [only] = citing;
  if (only === undefined || citing.size > 1) {
    throw new UserError(
      only === undefined ? "No map cites this article yet: choose one." : "Several maps cite this article: choose one.",
    );
  }
  return only;
}
