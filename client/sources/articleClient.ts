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
import { type LanguageClient, ResponseError, State, type WorkspaceEdit as Written } from "vscode-languageclient/node";
import {
  type Addition,
  ARTICLE_CLOSED,
  type ArticlePlace,
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
import { rangeOf } from "../editor/navigation.ts";
import type { TextPlace } from "../preview/treeClient.ts";

/** What the user has selected, in which document. */
export interface Passage {
  readonly document: TextDocument;
  readonly ranges: readonly Range[];
}

/** Where a passage is to go, and as what. */
export interface Destination {
  readonly map: string;
  readonly target: EntryKey | undefined;
  readonly add: Addition;
  /** What the new entry says; undefined where that is still to be written. */
  readonly text: string | undefined;
}

export interface Articles extends Disposable {
  /** The passages in use; null where the document is no article of any map. From now on `onChanged` tells of others. */
  passages(document: Uri): Promise<PassagesResult | undefined>;
  /** What of an article, or of the articles of a map, is cited. */
  coverage(uri: Uri): Promise<CoverageResult | undefined>;
  targets(article: Uri, query: string): Promise<TargetsResult | undefined>;
  /** The edit that adds a passage to a map, and where the cursor belongs then. */
  quote(
    passage: Passage,
    to: Destination,
  ): Promise<{ readonly edit: WorkspaceEdit; readonly place: TextPlace } | undefined>;
  /** Copied words as a quote, for a place of a map; undefined where they are to stay as they are. */
  pasted(passage: Copied, map: TextDocument, at: Range): Promise<Pasted | undefined>;
  newMap(article: Uri): Promise<{ readonly content: string; readonly place: TextPlace } | undefined>;
  /** The text that a reader sees of an article; `onTextChanged` tells when it is another one. */
  text(shown: Uri): Promise<SourceTextResult | undefined>;
  locateQuote(map: Uri, quote: string): Promise<TextPlace | undefined>;
  /** Other passages of this article may be in use. */
  readonly onChanged: Event<Uri>;
  /** The text under this URI is another one than was given. */
  readonly onTextChanged: Event<Uri>;
  /** The server has started anew. */
  readonly onStarted: Event<void>;
}

/** Words that were copied from an article, and where they stand there. */
export interface Copied {
  readonly article: Uri;
  readonly ranges: readonly Range[];
  readonly text: string;
}

export interface Pasted {
  readonly text: string;
  readonly edit: WorkspaceEdit | undefined;
}

export function createArticles(server: LanguageClient, log: LogOutputChannel): Articles {
  const changed = new EventEmitter<Uri>();
  const textChanged = new EventEmitter<Uri>();
  const started = new EventEmitter<void>();
  /** The documents that the server tells us of. */
  const watched = new Set<string>();
  const { asUri } = server.code2ProtocolConverter;
  const asked = (ranges: readonly Range[]) => ranges.map((range) => server.code2ProtocolConverter.asRange(range));
  const fromServer = server.protocol2CodeConverter;
  const placed = ({ uri, range }: ArticlePlace): TextPlace => ({ uri: Uri.parse(uri), range: rangeOf(range) });
  // What is in an edit is the library's to look at; the protocol only says that it is an object.
  const edited = (edit: object) => fromServer.asWorkspaceEdit(edit as Written);

  /** Undefined where the server cannot answer. What it refuses is said to the user, where the user has asked. */
  async function ask<T extends v.GenericSchema>(
    method: string,
    params: object,
    schema: T,
    { aloud = false } = {},
  ): Promise<v.InferOutput<T> | undefined> {
    if (server.state !== State.Running && !aloud) return undefined;
    try {
      // A command may be the first that needs the server.
      await server.start();
      return v.parse(schema, await server.sendRequest(method, params));
    } catch (error) {
      if (aloud && error instanceof ResponseError) void window.showWarningMessage(error.message);
      else log.error(`${method}: ${error}`);
      return undefined;
    }
  }

  const listening = [
    changed,
    textChanged,
    started,
    server.onNotification(SOURCE_TEXT_CHANGED, (params: unknown) => {
      const parsed = v.safeParse(sourceTextChangedParams, params);
      if (parsed.success) textChanged.fire(Uri.parse(parsed.output.uri));
      else log.error(`${SOURCE_TEXT_CHANGED}: ${v.summarize(parsed.issues)}`);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (!watched.delete(uri.toString()) || server.state !== State.Running) return;
      void server.sendNotification(ARTICLE_CLOSED, { uri: asUri(uri) });
    }),
    server.onNotification(PASSAGES_CHANGED, (params: unknown) => {
      const parsed = v.safeParse(passagesChangedParams, params);
      if (parsed.success) changed.fire(Uri.parse(parsed.output.uri));
      else log.error(`${PASSAGES_CHANGED}: ${v.summarize(parsed.issues)}`);
    }),
    server.onDidChangeState(({ newState }) => {
      // Running is said before the open texts are sent; the promise waits for that too.
      if (newState === State.Running) void server.start().then(() => started.fire());
    }),
  ];

  const aloud = { aloud: true };
  return {
    onChanged: changed.event,
    onTextChanged: textChanged.event,
    onStarted: started.event,
    passages: (document) => {
      watched.add(document.toString());
      return ask(PASSAGES, { uri: asUri(document) }, passagesResult);
    },
    coverage: (uri) => ask(COVERAGE, { uri: asUri(uri) }, coverageResult),
    targets: (article, query) => ask(TARGETS, { article: asUri(article), query }, targetsResult, aloud),
    async quote({ document, ranges }, to) {
      const article = { article: asUri(document.uri), version: document.version, selections: asked(ranges) };
      const answer = await ask(QUOTE, { ...article, ...to }, quoteResult, aloud);
      return answer && { place: placed(answer.cursor), edit: await edited(answer.edit) };
    },
    async pasted({ article, ranges, text }, map, { start }) {
      const to = { uri: asUri(map.uri), position: server.code2ProtocolConverter.asPosition(start) };
      const answer = await ask(PASTE, { article: asUri(article), selections: asked(ranges), text, to }, pasteResult);
      return answer ? { text: answer.text, edit: answer.edit && (await edited(answer.edit)) } : undefined;
    },
    async newMap(article) {
      const answer = await ask(NEW_MAP, { article: asUri(article) }, newMapResult, aloud);
      return answer && { content: answer.content, place: placed({ uri: answer.uri, range: answer.cursor }) };
    },
    text: (shown) => {
      watched.add(shown.toString());
      return ask(SOURCE_TEXT, { uri: asUri(shown) }, sourceTextResult, aloud);
    },
    async locateQuote(map, quote) {
      const place = await ask(LOCATE_QUOTE, { uri: asUri(map), quote }, locateQuoteResult, aloud);
      return place ? placed(place) : undefined;
    },
    dispose: () => {
      for (const each of listening) each.dispose();
    },
  };
}
