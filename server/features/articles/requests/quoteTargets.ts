import { type Entry, plainText } from "../../../core/language/entry.ts";
import { type MapFile, mapTitle } from "../../../core/language/map.ts";
import { baseName } from "../../../core/strings/baseName.ts";
import { truncate } from "../../../core/strings/truncate.ts";
import type { CitingKind, TargetsResult } from "../../../protocol/articles.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { breadcrumb } from "../../shared/breadcrumb.ts";
import { entryData } from "../../shared/entryData.ts";
import { matchRank, NO_MATCH } from "../../shared/fuzzyMatch.ts";
import { allowedAdditionKinds } from "../shared/addQuote.ts";
import { articleFileOf } from "../shared/articleDocuments.ts";
import { citingKindOf, mapsCiting } from "../shared/citations.ts";

const MAX_TEXT_LENGTH = 120;
/** The client repeats the request as the user types, so a list does not have to be complete. */
const MAX_TARGETS = 2000;

interface TargetCandidate {
  readonly entry: Entry;
  readonly kind: CitingKind;
  readonly rank: number;
}

/**
 * Returns the maps to which a passage of an article can be added, each with the entries that can be its parent. Maps
 * that cite the article come first. With a query, only entries whose name or text matches are returned, best match
 * first.
 */
export function targets(workspace: Workspace, article: string, query = ""): TargetsResult {
  const citing = mapsCiting(workspace, articleFileOf(article));
  const typed = query.normalize("NFC").trim();
  const maps = workspace.files().map((map) => ({ map, cites: citing.has(map) }));
  maps.sort((a, b) => Number(b.cites) - Number(a.cites) || (a.map.uri < b.map.uri ? -1 : 1));
  let remaining = MAX_TARGETS;
  return {
    maps: maps.map(({ map, cites }) => {
      const entries = candidates(map, typed).slice(0, remaining).map(toTarget);
      remaining -= entries.length;
      return {
        uri: map.uri,
        title: mapTitle(map) ?? baseName(map.uri),
        cites,
        additions: [...allowedAdditionKinds(undefined)],
        entries,
      };
    }),
  };
}

function candidates(map: MapFile, typed: string): readonly TargetCandidate[] {
  const { lines, entries } = map.syntax;
  const found = [...entries.values()].flatMap((entry): readonly TargetCandidate[] => {
    const kind = citingKindOf(entry);
    const rank = kind === undefined ? undefined : rankOf(entry, typed);
    return kind === undefined || rank === undefined || allowedAdditionKinds(entry).length === 0
      ? []
      : [{ entry, kind, rank }];
  });
  const number = ({ entry }: TargetCandidate): number => lines.numberOf(entry.line);
  return found.sort((a, b) => a.rank - b.rank || number(a) - number(b));
}

/** The rank of the best match, smaller is better. A match of the name ranks before any match of the text. */
function rankOf({ head, text }: Entry, typed: string): number | undefined {
  if (typed === "") return 0;
  const nameRank = head.name === undefined ? undefined : matchRank(head.name.text, typed);
  const textRank = matchRank(text, typed);
  const rankAfterNames = textRank === undefined ? undefined : textRank + NO_MATCH;
  return nameRank ?? rankAfterNames;
}

const toTarget = ({ entry, kind }: TargetCandidate): TargetsResult["maps"][number]["entries"][number] => ({
  key: entryData(entry),
  kind,
  name: entry.head.name?.text,
  text: truncate(plainText(entry), MAX_TEXT_LENGTH),
  path: breadcrumb(entry),
  additions: [...allowedAdditionKinds(entry)],
});
