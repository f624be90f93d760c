import { fileOf, type MapFile } from "../../../core/language/map.ts";
import { aboutArticle } from "../../../core/sources/read/metadata.ts";
import type { QuoteParams } from "../../../protocol/articles.ts";
import { normalUri } from "../../../workspace/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { identified } from "../../shared/entryData.ts";
import { Refused } from "../../shared/userError.ts";
import { type Added, addQuote } from "../requests/addQuote.ts";
import { mapsCiting } from "./citations.ts";
import { chosenDocument, quotingIn } from "./selectedArticle.ts";

/**
 * The edit that adds a selected passage to a map, and where the cursor belongs then.
 *
 * @throws Refused with a sentence for the user where it cannot be done
 */
export async function quoteInMap(
  workspace: Workspace,
  { article, selections, map: chosen, target: key, add, text }: QuoteParams,
  lineWidth: number,
): Promise<Added> {
  const document = await chosenDocument(workspace, normalUri(article));
  const quoting = quotingIn(document, selections);
  const about = await aboutArticle(document.article);
  const target = key === undefined ? undefined : identified(workspace, key);
  if (key !== undefined && target === undefined)
    throw new Refused("The entry that was chosen is not in the map any more.");
  const map = target === undefined ? mapFor(workspace, document.file, chosen) : fileOf(target);
  return addQuote(workspace, { map, target, add, text, file: document.file, about, quoting, lineWidth });
}

/** The map that was chosen, else the only one that cites the article. */
function mapFor(workspace: Workspace, file: string, chosen: string | undefined): MapFile {
  if (chosen !== undefined) {
    const map = workspace.get(normalUri(chosen))?.file;
    if (map === undefined) throw new Refused("The map that was chosen is not known.");
    return map;
  }
  const citing = mapsCiting(workspace, file);
  const [only] = citing;
  if (only === undefined || citing.size > 1) {
    throw new Refused(
      only === undefined ? "No map cites this article yet: choose one." : "Several maps cite this article: choose one.",
    );
  }
  return only;
}
