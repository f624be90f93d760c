/** Says that a quote has more words than were selected. */
import { l10n, window } from "vscode";
import type { LengthenedQuote } from "../../../server/protocol/articles.ts";

/** Shows what was added to a selection whose words occur more than once in the article. */
export const reportLengthenedQuote = (added: LengthenedQuote): void =>
  void window.showInformationMessage(lengthenedMessage(added));

function lengthenedMessage({ before, after }: LengthenedQuote): string {
  if (before !== "" && after !== "")
    return l10n.t(
      "The selected words occur more than once in the article. The quote was lengthened by “{0}” and “{1}”, so that it names one passage.",
      before,
      after,
    );
  return l10n.t(
    "The selected words occur more than once in the article. The quote was lengthened by “{0}”, so that it names one passage.",
    before || after,
  );
}
