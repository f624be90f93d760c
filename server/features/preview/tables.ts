/** Tables about a map, whose cells lead to cards, for previews. */
import type { Entry, EntryId } from "../../core/language/entry.ts";
import { withSuppositions } from "../../core/reasoning/standing.ts";
import { isWeighedKind, tablesOf, weighedTablesOf } from "../../core/reasoning/tables/tablesOf.ts";
import { loadWeighingWords } from "../../core/reasoning/words/loadWords.ts";
import { mapEntries, type Table } from "../../core/tables/table.ts";
import { cardIdOf } from "../../core/tree/buildTree.ts";
import type { CardId } from "../../core/tree/tree.ts";
import type { TablesParams, TablesResult } from "../../protocol/tables.ts";
import type { Trees } from "../../workspace/trees.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { nodeSuppositions } from "./weigh.ts";

/** Returns the tables of one kind. Undefined if the map is not loaded, or if it changed while they were computed. */
export async function tablesForCards(
  workspace: Workspace,
  trees: Trees,
  uri: string,
  params: Omit<TablesParams, "uri">,
): Promise<TablesResult | undefined> {
  const file = workspace.get(uri)?.file;
  const tables = await tablesAbout(workspace, trees, uri, params);
  if (file === undefined || tables === undefined) return undefined;
  return { tables: tables.map((table) => mapEntries(table, (entry) => cardIdOf(entry, file))) };
}

async function tablesAbout(
  { evaluations }: Workspace,
  trees: Trees,
  uri: string,
  { kind, suppositions: supposedCards, language }: Omit<TablesParams, "uri">,
): Promise<readonly Table<Entry>[] | undefined> {
  const words = await loadWeighingWords(language);
  const evaluation = evaluations.of(uri);
  if (evaluation === undefined) return undefined;
  const { files, argument } = evaluation;
  const suppositions = nodeSuppositions(trees, uri, supposedCards, argument);
  const standings = withSuppositions(evaluation.standings, suppositions);
  if (!isWeighedKind(kind)) return tablesOf({ files, argument, standings, words }, kind);
  const likelihoods = await evaluations.likelihoodsIn(uri, suppositions);
  const importance = await evaluations.importanceIn(uri, suppositions);
  // Both are undefined if the argument has changed meanwhile.
  if (likelihoods === undefined || importance === undefined || evaluations.of(uri) !== evaluation) return undefined;
  return weighedTablesOf({ files, argument, standings, likelihoods, importance, words }, kind);
}

/** Returns the entry that a table leads to and that has no card: a speaker or a source. */
export function entryWithoutCard(workspace: Workspace, uri: string, card: CardId): Entry | undefined {
  const [, fileUri = uri, id] = /^(?:(.+)#)?(\d+)$/.exec(card) ?? [];
  // The cast is safe: an unknown number finds no entry.
  return workspace.get(fileUri)?.file.syntax.entries.get(Number(id) as EntryId);
}
