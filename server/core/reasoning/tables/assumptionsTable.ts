/** The table of key assumptions: what the conclusions of a map depend on. */
import type { Entry } from "../../language/entry.ts";
import { type Cell, joinTexts, type Table } from "../../tables/table.ts";
import { percentage } from "../explanations/likelihoodTerm.ts";
import { at } from "../framework.ts";
import { type KeyAssumption, keyAssumptions } from "../sensitivity/keyAssumptions.ts";
import { kindName } from "../words/kindNames.ts";
import type { WeighingWords } from "../words/weighingWords.ts";
import { entryLink, headingCell, linksCell, signedPercentage, textCell } from "./labels.ts";
import type { WeighedMap } from "./reportedMap.ts";

/** Returns the statements on which conclusions depend, the most important first. */
export function assumptionsTable(map: WeighedMap): Table<Entry> {
  const { argument, standings, importance, likelihoods, words } = map;
  const { titles, headings, assumptionsNote } = words.tables;
  const rows = keyAssumptions(argument, standings, importance).map((assumption) => {
    const { entry, carries } = assumption;
    const node = argument.textNodes.get(entry) ?? argument.nodes.get(entry) ?? -1;
    const likelihood = at(likelihoods.likelihood, node);
    return [
      headingCell(entry, words),
      textCell(kindName(entry, words)),
      { text: [percentage(likelihood)], value: likelihood },
      largestImportance(assumption),
      importanceCell(assumption, words),
      linksCell(carries, words),
    ];
  });
  return {
    kind: "assumptions",
    title: titles.assumptions,
    columns: [
      { heading: headings.assumption, isNumeric: false },
      { heading: headings.kind, isNumeric: false },
      { heading: headings.likelihood, isNumeric: true },
      { heading: headings.importance, isNumeric: true },
      { heading: headings.forEachConclusion, isNumeric: false },
      { heading: headings.fallsIfFalse, isNumeric: false },
    ],
    rows,
    totals: [],
    notes: rows.length === 0 ? [] : [[assumptionsNote]],
  };
}

/** Sorted by size, whatever the sign. */
function largestImportance({ importance }: KeyAssumption): Cell<Entry> {
  const value = importance[0]?.value ?? 0;
  return { text: [signedPercentage(value)], value: Math.abs(value) };
}

const importanceCell = ({ importance }: KeyAssumption, words: WeighingWords): Cell<Entry> => ({
  text: joinTexts(
    importance.map(({ conclusion, value }) => [entryLink(conclusion, words), ` ${signedPercentage(value)}`]),
  ),
});
