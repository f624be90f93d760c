/** Says that a quote has more words than were selected. */
import { l10n, window } from "vscode";
import type { LengthenedQuote } from "../../server/protocol/articles.ts";

/** Shows what was added to a selection whose words occur more than once in the article. */
export function reportLengthenedQuote({ before, after }: LengthenedQuote): void {
  const added = [before, after].filter((words) => words !== "").map((words) => `“${words}”`);
  void window.showInformationMessage(
    l10n.t(
      "The selected words occur more than once in the article. The quote was lengthened by {0}, so that it names one passage.",
      added.join(l10n.t(" and ")),
    ),
  );
}
