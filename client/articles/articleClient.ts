/** The requests about articles, and the server's notifications that their passages or texts have changed. */
import {
  Disposable,
  type Event,
  EventEmitter,
  type Range,
  type TextDocument,
  Uri,
  type WorkspaceEdit,
  workspace,
} from "vscode";
import type { BaseLanguageClient, WorkspaceEdit as LspWorkspaceEdit } from "vscode-languageclient";
import {
  ADD_SPEAKER,
  ARTICLE_CLOSED,
  addSpeakerResult,
  COVERAGE,
  type CoverageResult,
  coverageResult,
  type EntryKey,
  type LengthenedQuote,
  LOCATE_QUOTE,
  locateQuoteResult,
  NEW_MAP,
  newMapResult,
  PASSAGES,
  PASSAGES_CHANGED,
  PASTE,
  type PassagesResult,
  passagesChangedParams,
  passagesResult,
  pasteResult,
  QUOTE,
  type QuoteAddition,
  quoteResult,
  READER_TEXT,
  READER_TEXT_CHANGED,
  type ReaderTextResult,
  readerTextChangedParams,
  readerTextResult,
  SPEAKERS,
  type SpeakersResult,
  speakersResult,
  TARGETS,
  type TargetsResult,
  targetsResult,
} from "../../server/protocol/articles.ts";
import { type TextLocation, toTextLocation } from "../editor/navigation.ts";
import type { ServerMessages } from "../serverMessages.ts";
import type { Addition } from "./adding/shownAddition.ts";

/** A passage that is selected in an open article. */
export interface SelectedPassage {
  readonly document: TextDocument;
  readonly ranges: readonly Range[];
}

/** The place in a map to which a passage is added, and the kind of entry to add. */
interface Destination {
  readonly map: string;
  /** The entry under which to add it. Undefined for the end of the map. */
  readonly target: EntryKey | undefined;
  readonly addition: QuoteAddition;
  /** The text of the new entry. Undefined if the user will write it in the map. */
  readonly text: string | undefined;
}

/** The speaker of a new entry. Without either field, it has none. */
export interface EntrySpeaker {
  /** A name that the server has returned. */
  readonly speaker?: string;
  /** The full name of a speaker whom the map does not have yet. */
  readonly newSpeaker?: string;
}

/** A passage that was copied from an article. */
export interface CopiedPassage {
  readonly article: Uri;
  readonly ranges: readonly Range[];
  readonly text: string;
}

interface Lengthening {
  /** The words that were added to the selection because it occurs more than once. */
  readonly lengthened: LengthenedQuote | undefined;
}

export interface QuotePasteEdit extends Lengthening {
  /** The text to insert in place of the copied text. */
  readonly text: string;
  /** Further changes of the map, such as a new source. */
  readonly edit: WorkspaceEdit | undefined;
}

/** Methods return undefined if the server cannot answer. */
export interface ArticleClient extends Disposable {
  /** The cited passages of a document; later changes come by `onChanged`. Null if no map uses the document as a source. */
  passages(document: Uri): Promise<PassagesResult | undefined>;
  /** The paragraphs of an article, or of all articles of a map, with what is cited of them. */
  coverage(uri: Uri): Promise<CoverageResult | undefined>;
  /** The maps, with their entries, to which a passage of an article can be added. */
  targets(article: Uri, query: string): Promise<TargetsResult | undefined>;
  /** The edit that adds a passage to a map, and where the new entry is after the edit. */
  createQuote(
    passage: SelectedPassage,
    to: Destination & EntrySpeaker,
  ): Promise<(Addition & Lengthening & { readonly edit: WorkspaceEdit }) | undefined>;
  /** The speakers that a new entry for a passage can name. */
  speakers(passage: SelectedPassage, map: string): Promise<SpeakersResult | undefined>;
  /** The edit that adds a speaker with a full name to a map. `added` is undefined if the map has the speaker already. */
  addSpeaker(
    map: Uri,
    text: string,
  ): Promise<
    | {
        readonly name: string;
        readonly added: { readonly edit: WorkspaceEdit; readonly entry: TextLocation } | undefined;
      }
    | undefined
  >;
  /** Turns a copied passage into a quote at a place of a map. Undefined if it should be pasted as plain text. */
  createPastedQuote(passage: CopiedPassage, map: TextDocument, range: Range): Promise<QuotePasteEdit | undefined>;
  /** A new map for an article, which the client has to write: its content, its URI, and the location for the cursor. */
  newMap(article: Uri): Promise<{ readonly content: string; readonly location: TextLocation } | undefined>;
  /** The text of an article as its reader sees it; `onTextChanged` announces a change. */
  readerText(uri: Uri): Promise<ReaderTextResult | undefined>;
  /** The passage in an article from which a quote of a map is taken. */
  locateQuote(map: Uri, quote: string): Promise<TextLocation | undefined>;
  /** The cited passages of an article may have changed. */
  readonly onChanged: Event<Uri>;
  /** The reader's text of a document has changed. */
  readonly onTextChanged: Event<Uri>;
  /** The server has restarted and tracks no articles. */
  readonly onServerRestart: Event<void>;
}

/** Returns the requests. When a document is closed whose passages or text were requested, notifies the server. */
export function createArticleClient(client: BaseLanguageClient, messages: ServerMessages): ArticleClient {
  const changed = new EventEmitter<Uri>();
  const textChanged = new EventEmitter<Uri>();
  /** The documents of which the server announces changes. */
  const watched = new Set<string>();
  const { asUri, asPosition, asRange } = client.code2ProtocolConverter;
  const toLspRanges = (ranges: readonly Range[]) => ranges.map((range) => asRange(range));
  // The schema only demands an object. The language client checks the content of the edit.
  const toWorkspaceEdit = (edit: object) => client.protocol2CodeConverter.asWorkspaceEdit(edit as LspWorkspaceEdit);

  const subscriptions = Disposable.from(
    changed,
    textChanged,
    messages.onNotification(READER_TEXT_CHANGED, readerTextChangedParams, ({ uri }) =>
      textChanged.fire(Uri.parse(uri)),
    ),
    messages.onNotification(PASSAGES_CHANGED, passagesChangedParams, ({ uri }) => changed.fire(Uri.parse(uri))),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (watched.delete(uri.toString())) messages.notify(ARTICLE_CLOSED, { uri: asUri(uri) });
    }),
  );

  const userAction = { isUserAction: true };
  return {
    onChanged: changed.event,
    onTextChanged: textChanged.event,
    onServerRestart: messages.onServerRestart,
    passages(document) {
      watched.add(document.toString());
      return messages.request(PASSAGES, { uri: asUri(document) }, passagesResult);
    },
    coverage: (uri) => messages.request(COVERAGE, { uri: asUri(uri) }, coverageResult),
    targets: (article, query) =>
      messages.request(TARGETS, { article: asUri(article), query }, targetsResult, userAction),
    async createQuote({ document, ranges }, to) {
      const article = { article: asUri(document.uri), version: document.version, selections: toLspRanges(ranges) };
      const answer = await messages.request(QUOTE, { ...article, ...to }, quoteResult, userAction);
      return (
        answer && {
          cursor: toTextLocation(answer.cursor),
          entry: toTextLocation(answer.entry),
          edit: await toWorkspaceEdit(answer.edit),
          lengthened: answer.lengthened,
        }
      );
    },
    speakers: ({ document, ranges }, map) =>
      messages.request(
        SPEAKERS,
        { article: asUri(document.uri), selections: toLspRanges(ranges), map },
        speakersResult,
        userAction,
      ),
    async addSpeaker(map, text) {
      const answer = await messages.request(ADD_SPEAKER, { map: asUri(map), text }, addSpeakerResult, userAction);
      if (!answer) return undefined;
      const { name, added } = answer;
      return {
        name,
        added: added && { edit: await toWorkspaceEdit(added.edit), entry: toTextLocation(added.entry) },
      };
    },
    async createPastedQuote({ article, ranges, text }, map, { start }) {
      const textPosition = { uri: asUri(map.uri), position: asPosition(start) };
      const params = { article: asUri(article), selections: toLspRanges(ranges), text, textPosition };
      const answer = await messages.request(PASTE, params, pasteResult);
      if (!answer) return undefined;
      const { text: pastedText, edit, lengthened } = answer;
      return { text: pastedText, edit: edit && (await toWorkspaceEdit(edit)), lengthened };
    },
    async newMap(article) {
      const answer = await messages.request(NEW_MAP, { article: asUri(article) }, newMapResult, userAction);
      return answer && { content: answer.content, location: toTextLocation({ uri: answer.uri, range: answer.cursor }) };
    },
    readerText(uri) {
      watched.add(uri.toString());
      return messages.request(READER_TEXT, { uri: asUri(uri) }, readerTextResult, userAction);
    },
    async locateQuote(map, quote) {
      const location = await messages.request(LOCATE_QUOTE, { uri: asUri(map), quote }, locateQuoteResult, userAction);
      return location ? toTextLocation(location) : undefined;
    },
    dispose: () => subscriptions.dispose(),
  };
}
