import type { Entry } from "../../../core/language/entry.ts";
import type { MapFile } from "../../../core/language/map.ts";
import type { CitingKind, TargetsResult } from "../../../protocol/articles.ts";
import { baseName } from "../../../workspace/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { breadcrumb } from "../../shared/breadcrumb.ts";
import { identityOf } from "../../shared/entryData.ts";
import { matchOf, NO_MATCH } from "../../shared/fuzzyMatch.ts";
import { shortened } from "../../shared/truncate.ts";
import { fileOfDocument } from "../shared/articleDocuments.ts";
import { citingKindOf, mapsCiting } from "../shared/citations.ts";
import { additionsTo } from "./addQuote.ts";

const MOST_WORDS = 120;
/** More than these are not sent; the client asks again as one types. */
const MOST_TARGETS = 2000;

interface Candidate {
  readonly entry: Entry;
  readonly kind: CitingKind;
  readonly rank: number;
}

/**
 * The maps that a passage of an article could go into, those first that cite it, each with the entries that it could stand
 * under; with a query those whose name or words match it, the best first.
 */
export function targets(workspace: Workspace, article: string, query = ""): TargetsResult {
  const citing = mapsCiting(workspace, fileOfDocument(article));
  const typed = query.normalize("NFC").trim();
  const maps = workspace.files().map((map) => ({ map, cites: citing.has(map) }));
  maps.sort((a, b) => Number(b.cites) - Number(a.cites) || (a.map.uri < b.map.uri ? -1 : 1));
  let left = MOST_TARGETS;
  return {
    maps: maps.map(({ map, cites }) => {
      const entries = candidates(map, typed).slice(0, left).map(targetOf);
      left -= entries.length;
      return { uri: map.uri, title: titleOfMap(map), cites, add: [...additionsTo(undefined)], entries };
    }),
  };
}

function candidates(map: MapFile, typed: string): readonly Candidate[] {
  const { lines, entries } = map.syntax;
  const found = [...entries.values()].flatMap((entry): readonly Candidate[] => {
    const kind = citingKindOf(entry);
    const rank = kind === undefined ? undefined : rankOf(entry, typed);
    return kind === undefined || rank === undefined || additionsTo(entry).length === 0 ? [] : [{ entry, kind, rank }];
  });
  const number = ({ entry }: Candidate): number => lines.numberOf(entry.line);
  return found.sort((a, b) => a.rank - b.rank || number(a) - number(b));
}

/** Names before words, words as they stand before letters apart. */
function rankOf({ head, text }: Entry, typed: string): number | undefined {
  if (typed === "") return 0;
  const byName = head.name === undefined ? undefined : matchOf(head.name.text, typed);
  const byWords = matchOf(text, typed);
  const inWords = byWords === undefined ? undefined : byWords + NO_MATCH;
  return byName ?? inWords;
}

const targetOf = ({ entry, kind }: Candidate): TargetsResult["maps"][number]["entries"][number] => ({
  key: identityOf(entry),
  kind,
  name: entry.head.name?.text,
  text: shortened(entry.text, MOST_WORDS),
  path: breadcrumb(entry),
  add: [...additionsTo(entry)],
});

/** What a map calls itself, or its file. */
function titleOfMap(map: MapFile): string {
  const [title] = [...map.entriesOf("map")].map(({ text }) => text);
  return title || baseName(map.uri);
}
