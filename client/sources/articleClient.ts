/** What the client asks of the server about articles. Every answer is validated. */
import * as v from "valibot";
import {
  type Disposable,
  type Event,
  EventEmitter,
  type LogOutputChannel,
  type Range,
  type TextDocument,
  Uri,
  type WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import {
  type LanguageClient,
  type WorkspaceEdit as LspWorkspaceEdit,
  ResponseError,
  State,
} from "vscode-languageclient/node";
import {
  ARTICLE_CLOSED,
  type ArticleLocation,
  COVERAGE,
  type CoverageResult,
  coverageResult,
  type EntryKey,
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
  SOURCE_TEXT,
  SOURCE_TEXT_CHANGED,
  type SourceTextResult,
  sourceTextChangedParams,
  sourceTextResult,
  TARGETS,
  type TargetsResult,
  targetsResult,
} from "../../server/protocol/articles.ts";
import { toRange } from "../editor/navigation.ts";
import type { TextLocation } from "../preview/treeClient.ts";

/** What the user has selected, in which document. */
export interface SelectedPassage {
  readonly document: TextDocument;
  readonly ranges: readonly Range[];
}

/** Where a passage is to go, and as what. */
export interface Destination {
  readonly map: string;
  readonly target: EntryKey | undefined;
  readonly add: QuoteAddition;
  /** What the new entry says; undefined where that is still to be written. */
  readonly text: string | undefined;
}

export interface ArticleClient extends Disposable {
  /** The passages in use; null where the document is no article of any map. From now on `onChanged` tells of others. */
  passages(document: Uri): Promise<PassagesResult | undefined>;
  /** What of an article, or of the articles of a map, is cited. */
  coverage(uri: Uri): Promise<CoverageResult | undefined>;
  targets(article: Uri, query: string): Promise<TargetsResult | undefined>;
  /** The edit that adds a passage to a map, and where the cursor belongs then. */
  createQuote(
    passage: SelectedPassage,
    to: Destination,
  ): Promise<{ readonly edit: WorkspaceEdit; readonly location: TextLocation } | undefined>;
  /** Copied words as a quote, for a place of a map; undefined where they are to stay as they are. */
  createPastedQuote(passage: CopiedPassage, map: TextDocument, range: Range): Promise<QuotePasteEdit | undefined>;
  newMap(article: Uri): Promise<{ readonly content: string; readonly location: TextLocation } | undefined>;
  /** The text that a reader sees of an article; `onTextChanged` tells when it is another one. */
  readerText(uri: Uri): Promise<SourceTextResult | undefined>;
  locateQuote(map: Uri, quote: string): Promise<TextLocation | undefined>;
  /** Other passages of this article may be in use. */
  readonly onChanged: Event<Uri>;
  /** The text under this URI is another one than was given. */
  readonly onTextChanged: Event<Uri>;
  /** The server has started anew. */
  readonly onServerRestart: Event<void>;
}

/** Words that were copied from an article, and where they stand there. */
export interface CopiedPassage {
  readonly article: Uri;
  readonly ranges: readonly Range[];
  readonly text: string;
}

export interface QuotePasteEdit {
  readonly text: string;
  readonly edit: WorkspaceEdit | undefined;
}

export function createArticleClient(client: LanguageClient, log: LogOutputChannel): ArticleClient {
  const changed = new EventEmitter<Uri>();
  const textChanged = new EventEmitter<Uri>();
  const restarted = new EventEmitter<void>();
  /** The documents that the server tells us of. */
  const watched = new Set<string>();
  const { asUri } = client.code2ProtocolConverter;
  const toLspRanges = (ranges: readonly Range[]) => ranges.map((range) => client.code2ProtocolConverter.asRange(range));
  const fromServer = client.protocol2CodeConverter;
  const toTextLocation = ({ uri, range }: ArticleLocation): TextLocation => ({
    uri: Uri.parse(uri),
    range: toRange(range),
  });
  // What is in an edit is the library's to look at; the protocol only says that it is an object.
  const toWorkspaceEdit = (edit: object) => fromServer.asWorkspaceEdit(edit as LspWorkspaceEdit);

  /** Undefined where the server cannot answer. What it refuses is said to the user, where the user has asked. */
  async function request<T extends v.GenericSchema>(
    method: string,
    params: object,
    schema: T,
    { showErrors = false } = {},
  ): Promise<v.InferOutput<T> | undefined> {
    if (client.state !== State.Running && !showErrors) return undefined;
    try {
      // A command may be the first that needs the server.
      await client.start();
      return v.parse(schema, await client.sendRequest(method, params));
    } catch (error) {
      if (showErrors && error instanceof ResponseError) void window.showWarningMessage(error.message);
      else log.error(`${method}: ${error}`);
      return undefined;
    }
  }

  const subscriptions = [
    changed,
    textChanged,
    restarted,
    client.onNotification(SOURCE_TEXT_CHANGED, (params: unknown) => {
      const parsed = v.safeParse(sourceTextChangedParams, params);
      if (parsed.success) textChanged.fire(Uri.parse(parsed.output.uri));
      else log.error(`${SOURCE_TEXT_CHANGED}: ${v.summarize(parsed.issues)}`);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (!watched.delete(uri.toString()) || client.state !== State.Running) return;
      void client.sendNotification(ARTICLE_CLOSED, { uri: asUri(uri) });
    }),
    client.onNotification(PASSAGES_CHANGED, (params: unknown) => {
      const parsed = v.safeParse(passagesChangedParams, params);
      if (parsed.success) changed.fire(Uri.parse(parsed.output.uri));
      else log.error(`${PASSAGES_CHANGED}: ${v.summarize(parsed.issues)}`);
    }),
    client.onDidChangeState(({ newState }) => {
      // Running is said before the open texts are sent; the promise waits for that too.
      if (newState === State.Running) void client.start().then(() => restarted.fire());
    }),
  ];

  const withErrors = { showErrors: true };
  return {
    onChanged: changed.event,
    onTextChanged: textChanged.event,
    onServerRestart: restarted.event,
    passages: (document) => {
      watched.add(document.toString());
      return request(PASSAGES, { uri: asUri(document) }, passagesResult);
    },
    coverage: (uri) => request(COVERAGE, { uri: asUri(uri) }, coverageResult),
    targets: (article, query) => request(TARGETS, { article: asUri(article), query }, targetsResult, withErrors),
    async createQuote({ document, ranges }, to) {
      const article = { article: asUri(document.uri), version: document.version, selections: toLspRanges(ranges) };
      const answer = await request(QUOTE, { ...article, ...to }, quoteResult, withErrors);
      return answer && { location: toTextLocation(answer.cursor), edit: await toWorkspaceEdit(answer.edit) };
    },
    async createPastedQuote({ article, ranges, text }, map, { start }) {
      const to = { uri: asUri(map.uri), position: client.code2ProtocolConverter.asPosition(start) };
      const answer = await request(
        PASTE,
        { article: asUri(article), selections: toLspRanges(ranges), text, to },
        pasteResult,
      );
      return answer ? { text: answer.text, edit: answer.edit && (await toWorkspaceEdit(answer.edit)) } : undefined;
    },
    async newMap(article) {
      const answer = await request(NEW_MAP, { article: asUri(article) }, newMapResult, withErrors);
      return answer && { content: answer.content, location: toTextLocation({ uri: answer.uri, range: answer.cursor }) };
    },
    readerText: (uri) => {
      watched.add(uri.toString());
      return request(SOURCE_TEXT, { uri: asUri(uri) }, sourceTextResult, withErrors);
    },
    async locateQuote(map, quote) {
      const location = await request(LOCATE_QUOTE, { uri: asUri(map), quote }, locateQuoteResult, withErrors);
      return location ? toTextLocation(location) : undefined;
    },
    dispose: () => {
      for (const each of subscriptions) each.dispose();
    },
  };
}
