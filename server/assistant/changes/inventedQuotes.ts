/** The last guard against invented quotes: whatever an edit consists of, the maps that it leaves are searched for them. */
import { MapFile } from "../../core/language/map.ts";
import type { MapChange } from "../../protocol/assistant.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/** Returns the quotes that changes have added and that are not in their sources. */
export async function inventedQuotes(workspace: Workspace, changes: readonly MapChange[]): Promise<readonly string[]> {
  const quotesOf = ({ uri }: MapChange) => [...(workspace.get(uri)?.file.entriesOf("quote") ?? [])];
  // Asks for all articles, so that they are read together.
  for (const quote of changes.flatMap(quotesOf)) workspace.sources.locateQuote(quote);
  await workspace.whenIdle();
  return changes.flatMap((change) => {
    const known = countsOf([...new MapFile(change.uri, change.before).entriesOf("quote")].map(({ text }) => text));
    return quotesOf(change).flatMap((quote) => {
      const count = known.get(quote.text) ?? 0;
      known.set(quote.text, count - 1);
      if (count > 0 || quote.text === "") return [];
      return (workspace.sources.locateQuote(quote)?.allMatches.length ?? 0) > 0 ? [] : [quote.text];
    });
  });
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
