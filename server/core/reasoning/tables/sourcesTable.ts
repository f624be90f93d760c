/** The table of sources: which conclusions rest on which source. */

import { attributeOf, type Entry } from "../../language/entry.ts";
import { inDocumentOrder } from "../../language/graph.ts";
import { sourcesOf } from "../../language/relations/quoteSources.ts";
import { type Cell, type EntryLink, joinTexts, type Table } from "../../tables/table.ts";
import { groundsOf } from "../sensitivity/importance.ts";
import { createWhatIf, standingOf } from "../standing.ts";
import { fillPhrase, formFor } from "../words/phrases.ts";
import type { TableWords } from "../words/weighingWords.ts";
import { entryLink, examplesCell, headingCell, linksCell, textCell } from "./labels.ts";
import type { ReportedMap } from "./reportedMap.ts";
import { createSourceUse, type SourceUse } from "./sourceUse.ts";

/** Returns the sources of a map, those on which most conclusions rest first. */
export function sourcesTable(map: ReportedMap): Table<Entry> {
  const use = createSourceUse(map.files, map.argument);
  const { titles, headings, withoutSource } = map.words.tables;
  const rows = inDocumentOrder(sourcesOf(map.files), map.files)
    .map((source) => ({ source, conclusions: use.conclusionsOn(source) }))
    .sort((a, b) => b.conclusions.length - a.conclusions.length)
    .map(({ source, conclusions }) => [
      headingCell(source, map.words),
      reliabilityCell(source, map.words.tables.reliabilities),
      examplesCell(use.citationsOf(source), map.words),
      linksCell(conclusions, map.words),
      linksCell(
        conclusions.filter((conclusion) => use.sourcesOfConclusion(conclusion).size === 1),
        map.words,
      ),
      linksCell(fallenWithout(map, use, source), map.words),
    ]);
  const without = use.conclusions.filter((conclusion) => use.sourcesOfConclusion(conclusion).size === 0);
  return {
    kind: "sources",
    title: titles.sources,
    columns: [
      { heading: headings.source, isNumeric: false },
      { heading: headings.reliability, isNumeric: false },
      { heading: headings.citedBy, isNumeric: false },
      { heading: headings.conclusions, isNumeric: false },
      { heading: headings.onItAlone, isNumeric: false },
      { heading: headings.fallWithoutIt, isNumeric: false },
    ],
    rows,
    totals: [],
    notes:
      rows.length === 0 || without.length === 0
        ? []
        : [
            fillPhrase<EntryLink<Entry>>(formFor(withoutSource, without.length), {
              entries: joinTexts(without.map((conclusion) => [entryLink(conclusion, map.words)])),
            }),
          ],
  };
}

function reliabilityCell(source: Entry, meanings: TableWords["reliabilities"]): Cell<Entry> {
  const rating = attributeOf(source, "reliability")?.value ?? "";
  // The cast is safe: a value that is no rating has no meaning.
  const meaning = (meanings as Readonly<Record<string, string | undefined>>)[rating];
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
