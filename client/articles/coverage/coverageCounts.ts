/** Sums up the coverage of all articles of a map. */
import type { CoverageResult } from "../../../server/protocol/articles.ts";
import type { CoverageCounts } from "../../../server/protocol/preview.ts";

/** The counts over all articles. Undefined if there is no article. */
export function countCoverage(coverage: CoverageResult | undefined): CoverageCounts | undefined {
  if (!coverage || coverage.articles.length === 0) return undefined;
  const sum = (field: "cited" | "paragraphs") =>
    coverage.articles.reduce((total, { counts }) => total + counts[field], 0);
  return { cited: sum("cited"), paragraphs: sum("paragraphs"), unquoted: coverage.unquoted.length };
}
