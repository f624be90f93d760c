import type { Passage } from "../../../core/articles/article.ts";
import type { CitingKind, PassagesResult } from "../../../protocol/articles.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { citedDocument } from "../shared/articleDocuments.ts";
import { citingEntry, citingKindOf, citingKinds } from "../shared/citations.ts";

/** Returns the cited passages of an article, each once, in text order; null if no map has the article as a source. */
export function passages(workspace: Workspace, uri: string): PassagesResult {
  const document = citedDocument(workspace, uri);
  if (document === undefined) return null;
  const cited = new Map<string, { readonly kinds: Set<CitingKind>; readonly at: Passage }>();
  for (const { quote, passage } of workspace.citations.passagesIn(document.file)?.all ?? []) {
    const key = `${passage.start} ${passage.end}`;
    const one = cited.get(key) ?? { kinds: new Set(), at: passage };
    cited.set(key, one);
    const kind = citingKindOf(citingEntry(quote));
    if (kind !== undefined) one.kinds.add(kind);
  }
  return {
    uri,
    passages: [...cited.values()].map(({ kinds, at }) => ({
      range: document.rangeOf(at),
      kinds: citingKinds.filter((kind) => kinds.has(kind)),
    })),
  };
}
