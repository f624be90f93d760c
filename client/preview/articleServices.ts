import type { Event, Uri } from "vscode";
import type { CoverageCounts } from "../../server/protocol/preview.ts";
import type { TextLocation } from "../editor/navigation.ts";

/** The features for articles that previews use. */
export interface ArticleServices {
  /** The passage in an article from which a quote on a card is taken. */
  locateQuote(map: Uri, quote: string): Promise<TextLocation | undefined>;
  readonly coverage: {
    /** The coverage of the articles of a map. Undefined while coverage is off. */
    countsFor(map: Uri): Promise<CoverageCounts | undefined>;
    /** The counts may have changed. */
    readonly onRefreshed: Event<void>;
  };
  /** The user maps an article, which keeps the focus. */
  readonly onMapped: Event<Uri>;
  /** An entry was added from an article, which keeps the focus. */
  readonly onAdded: Event<TextLocation>;
}
