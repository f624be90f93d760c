/** The button that shows how much of the map's articles is cited. It leads to what is not. */
import { plural } from "../../../server/core/strings/english.ts";
import type { CoverageCounts } from "../../../server/protocol/preview.ts";

interface CoverageButtonProps {
  readonly counts: CoverageCounts;
  readonly onShowUncited: () => void;
}

/** A ring with the cited share of the paragraphs, and the counts of cited paragraphs and of entries without a quote. */
export function CoverageButton({ counts: { cited, paragraphs, unquoted }, onShowUncited }: CoverageButtonProps) {
  const citedPercentage = paragraphs === 0 ? 0 : (100 * cited) / paragraphs;
  return (
    <button
      type="button"
      class="panel coverage"
      title="Show uncited paragraphs and entries without a quote"
      onClick={onShowUncited}
    >
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        <circle cx="7" cy="7" r="5" />
        <circle class="cited" cx="7" cy="7" r="5" pathLength="100" stroke-dasharray={`${citedPercentage} 100`} />
      </svg>
      <span>
        {cited} of {paragraphs} <span class="wide-only">paragraphs </span>cited
      </span>
      {unquoted > 0 && (
        <span class="unquoted">
          {unquoted} <span class="wide-only">{plural(unquoted, "entry", "entries")} </span>without a quote
        </span>
      )}
    </button>
  );
}
