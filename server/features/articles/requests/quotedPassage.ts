import type { LocateQuoteResult } from "../../../protocol/articles.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { entryFromData } from "../../shared/entryData.ts";
import { quoteLocation } from "../shared/articleDocuments.ts";

/**
 * Returns the first passage of a quote; null if it is not found or its source has no file.
 *
 * @param quote the link of a quote on a card: the id of its entry, with the URI of its map before `#` if that is not
 * `uri`
 */
export function quotedPassage(workspace: Workspace, uri: string, quote: string): LocateQuoteResult {
  const hash = quote.lastIndexOf("#");
  const mapUri = hash < 0 ? uri : quote.slice(0, hash);
  const entry = entryFromData(workspace, { uri: mapUri, id: Number(quote.slice(hash + 1)) });
  const found = entry && quoteLocation(workspace, entry);
  const [passage] = found?.passages ?? [];
  if (found === undefined || passage === undefined) return null;
  const { document } = found;
  return { uri: document.uri, range: document.rangeOf(passage) };
}
