/** The button that shows how much of the map's articles is cited. It leads to what is not. */

import type { CoverageCounts } from "../../../server/protocol/preview.ts";
import { messages } from "../messages/messages.ts";

interface CoverageButtonProps {
  readonly counts: CoverageCounts;
  readonly onShowUncited: () => void;
}

/** A ring with the cited share of the paragraphs, and the counts of cited paragraphs and of entries without a quote. */
export function CoverageButton({ counts: { cited, paragraphs, unquoted }, onShowUncited }: CoverageButtonProps) {
  const citedPercentage = paragraphs === 0 ? 0 : (100 * cited) / paragraphs;
  return (
    <button type="button" class="panel coverage" title={messages.coverage.tooltip} onClick={onShowUncited}>
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        <circle cx="7" cy="7" r="5" />
        <circle class="cited" cx="7" cy="7" r="5" pathLength="100" stroke-dasharray={`${citedPercentage} 100`} />
      </svg>
      <CoverageCount {...messages.coverage.cited(cited, paragraphs)} />
      {unquoted > 0 && <CoverageCount className="unquoted" {...messages.coverage.unquoted(unquoted)} />}
    </button>
  );
}

interface CoverageCountProps {
  readonly className?: string;
  readonly before: string;
  /** Left out in a narrow window. */
  readonly noun: string;
  readonly after: string;
}

const CoverageCount = ({ className, before, noun, after }: CoverageCountProps) => (
  <span class={className}>
    {before}
    <span class="wide-only">{noun}</span>
    {after}
  </span>
);
