/** The table of sources: which conclusions rest on which source. */

import { reliabilities, reliabilityMeanings } from "../../language/attributes/values.ts";
import { attributeOf, type Entry } from "../../language/entry.ts";
import { inDocumentOrder, sourcesOf } from "../../language/graph.ts";
import { plural } from "../../strings/english.ts";
import { type Cell, joinTexts, type Table, tableTitles } from "../../tables/table.ts";
import { groundsOf } from "../sensitivity/importance.ts";
import { createWhatIf, standingOf } from "../standing.ts";
import { entryLink, examplesCell, headingCell, linksCell, textCell } from "./labels.ts";
import type { ReportedMap } from "./reportedMap.ts";
import { createSourceUse, type SourceUse } from "./sourceUse.ts";

/** Returns the sources of a map, those on which most conclusions rest first. */
export function sourcesTable(map: ReportedMap): Table<Entry> {
  const use = createSourceUse(map.files, map.argument);
  const rows = inDocumentOrder(sourcesOf(map.files), map.files)
    .map((source) => ({ source, conclusions: use.conclusionsOn(source) }))
    .sort((a, b) => b.conclusions.length - a.conclusions.length)
    .map(({ source, conclusions }) => [
      headingCell(source),
      reliabilityCell(source),
      examplesCell(use.citationsOf(source)),
      linksCell(conclusions),
      linksCell(conclusions.filter((conclusion) => use.sourcesOfConclusion(conclusion).size === 1)),
      linksCell(fallenWithout(map, use, source)),
    ]);
  const without = use.conclusions.filter((conclusion) => use.sourcesOfConclusion(conclusion).size === 0);
  return {
    kind: "sources",
    title: tableTitles.sources,
    columns: [
      { heading: "Source", isNumeric: false },
      { heading: "Reliability", isNumeric: false },
      { heading: "Cited by", isNumeric: false },
      { heading: "Conclusions that rest on it", isNumeric: false },
      { heading: "On it alone", isNumeric: false },
      { heading: "Fall without it", isNumeric: false },
    ],
    rows,
    totals: [],
    notes:
      rows.length === 0 || without.length === 0
        ? []
        : [
            [
              `${plural(without.length, "This conclusion rests", "These conclusions rest")} on no source: `,
              ...joinTexts(without.map((conclusion) => [entryLink(conclusion)])),
              ".",
            ],
          ],
  };
}

const ratings: readonly string[] = reliabilities;

function reliabilityCell(source: Entry): Cell<Entry> {
  const rating = attributeOf(source, "reliability")?.value ?? "";
  const meaning = reliabilityMeanings[ratings.indexOf(rating)];
  return textCell(meaning === undefined ? rating : `${rating}: ${meaning}`);
}

/** Returns the conclusions that stand, and would not if all that is backed by this source alone were false. */
function fallenWithout({ argument, standings }: ReportedMap, use: SourceUse, source: Entry) {
  const lost = groundsOf(argument.framework).filter((ground) => {
    const sources = use.sourcesOfNode(ground);
    return sources.size === 1 && sources.has(source);
  });
  if (lost.length === 0) return [];
  const whatIf = createWhatIf(standings);
  whatIf.suppose(lost.map((ground) => [ground, false]));
  return use.conclusions.filter((conclusion) => {
    const node = argument.nodes.get(conclusion) ?? -1;
    return standingOf(standings, node) === "stands" && standingOf(whatIf.standings, node) !== "stands";
  });
}
