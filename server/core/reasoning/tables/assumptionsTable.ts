/** The table of key assumptions: what the conclusions of a map depend on. */
import type { Entry } from "../../language/entry.ts";
import { capitalize } from "../../strings/english.ts";
import { type Cell, joinTexts, type Table, tableTitles } from "../../tables/table.ts";
import { percentage } from "../explanations/likelihoodTerm.ts";
import { at } from "../framework.ts";
import { type KeyAssumption, keyAssumptions } from "../sensitivity/keyAssumptions.ts";
import { entryLink, headingCell, linksCell, signedPercentage, textCell } from "./labels.ts";
import type { WeighedMap } from "./reportedMap.ts";

/** Returns the statements on which conclusions depend, the most important first. */
export function assumptionsTable(map: WeighedMap): Table<Entry> {
  const { argument, standings, importance, likelihoods } = map;
  const rows = keyAssumptions(argument, standings, importance).map((assumption) => {
    const { entry, carries } = assumption;
    const node = argument.textNodes.get(entry) ?? argument.nodes.get(entry) ?? -1;
    const likelihood = at(likelihoods.likelihood, node);
    return [
      headingCell(entry),
      textCell(capitalize(entry.head.keyword)),
      { text: [percentage(likelihood)], value: likelihood },
      largestImportance(assumption),
      importanceCell(assumption),
      linksCell(carries),
    ];
  });
  return {
    kind: "assumptions",
    title: tableTitles.assumptions,
    columns: [
      { heading: "Assumption", isNumeric: false },
      { heading: "Kind", isNumeric: false },
      { heading: "Likelihood", isNumeric: true },
      { heading: "Importance", isNumeric: true },
      { heading: "For each conclusion", isNumeric: false },
      { heading: "Falls if it is false", isNumeric: false },
    ],
    rows,
    totals: [],
    notes: rows.length === 0 ? [] : [[EXPLANATION]],
  };
}

const EXPLANATION =
  "Importance: how much likelier the conclusion is if the assumption is true than if it is false; the largest for any conclusion.";

/** Sorted by size, whatever the sign. */
function largestImportance({ importance }: KeyAssumption): Cell<Entry> {
  const value = importance[0]?.value ?? 0;
  return { text: [signedPercentage(value)], value: Math.abs(value) };
}

const importanceCell = ({ importance }: KeyAssumption): Cell<Entry> => ({
  text: joinTexts(importance.map(({ conclusion, value }) => [entryLink(conclusion), ` ${signedPercentage(value)}`])),
});
