/** Registers Argmap's own requests about articles. */
import * as v from "valibot";
import type { WorkspaceEdit } from "vscode-languageserver";
import { addSpeaker } from "../features/articles/requests/addSpeaker.ts";
import { coverage } from "../features/articles/requests/coverage.ts";
import { newMap } from "../features/articles/requests/newMap.ts";
import { passages } from "../features/articles/requests/passages.ts";
import { pasteQuote } from "../features/articles/requests/pasteQuote.ts";
import { quotedPassage } from "../features/articles/requests/quotedPassage.ts";
import { quoteInMap } from "../features/articles/requests/quoteInMap.ts";
import { targets } from "../features/articles/requests/quoteTargets.ts";
import { readerText } from "../features/articles/requests/readerText.ts";
import { speakers } from "../features/articles/requests/speakers.ts";
import { UserError } from "../features/shared/userError.ts";
import * as protocol from "../protocol/articles.ts";
import { normalizeUri } from "../workspace/files/paths.ts";
import { toClientEdit } from "./clientEdits.ts";
import { onCustomRequest } from "./customRequests.ts";
import type { ServerSession } from "./session.ts";
import type { WatchedArticles } from "./watchedArticles.ts";

/** Registers the handlers of the requests about articles: passages, quotes, coverage, citations and texts. */
export function registerArticleRequests(session: ServerSession, watchedArticles: WatchedArticles): void {
  const { workspace } = session;
  const forClient = (edit: WorkspaceEdit): WorkspaceEdit => toClientEdit(edit, session.client.capabilities);
  const uriOf = ({ uri }: { readonly uri: string }): string => uri;
  const articleOf = ({ article }: { readonly article: string }): string => article;

  onCustomRequest(
    session,
    { method: protocol.PASSAGES, schema: protocol.passagesParams, uri: uriOf, needsAllMaps: true },
    (_, uri) => watchedArticles.trackPassages(uri, passages(workspace, uri)),
  );
  onCustomRequest(
    session,
    { method: protocol.COVERAGE, schema: protocol.coverageParams, uri: uriOf, needsAllMaps: true },
    (_, uri) => coverage(workspace, uri),
  );
  onCustomRequest(
    session,
    { method: protocol.TARGETS, schema: protocol.targetsParams, uri: articleOf, needsAllMaps: true },
    ({ query }, article) => targets(workspace, article, query),
  );
  onCustomRequest(
    session,
    { method: protocol.QUOTE, schema: protocol.quoteParams, uri: articleOf, needsAllMaps: true },
    async (params, article) => {
      const { version } = params;
      const openVersion = session.openDocuments.get(article)?.version;
      if (typeof version === "number" && openVersion !== undefined && openVersion !== version) {
        throw new UserError("The article has changed since the passage was selected. Select it again.");
      }
      const { edit, cursor, entry, lengthened } = await quoteInMap(workspace, params, session.settings.lineWidth);
      return { edit: forClient(edit), cursor, entry, lengthened };
    },
  );
  onCustomRequest(
    session,
    { method: protocol.SPEAKERS, schema: protocol.speakersParams, uri: articleOf, needsAllMaps: true },
    (params) => speakers(workspace, params),
  );
  onCustomRequest(
    session,
    { method: protocol.ADD_SPEAKER, schema: protocol.addSpeakerParams, uri: ({ map }) => map, needsAllMaps: true },
    ({ map, text }) => {
      const { name, added } = addSpeaker(workspace, map, text);
      return { name, added: added && { edit: forClient(added.edit), entry: added.entry } };
    },
  );
  onCustomRequest(
    session,
    { method: protocol.PASTE, schema: protocol.pasteParams, uri: articleOf, needsAllMaps: true },
    async (params) => {
      const pasted = await pasteQuote(workspace, params, session.settings.lineWidth);
      return pasted && { ...pasted, edit: pasted.edit && forClient(pasted.edit) };
    },
  );
  onCustomRequest(session, { method: protocol.NEW_MAP, schema: protocol.newMapParams, uri: articleOf }, (_, article) =>
    newMap(workspace, article),
  );
  onCustomRequest(
    session,
    { method: protocol.READER_TEXT, schema: protocol.readerTextParams, uri: uriOf },
    async (_, uri) => {
      const text = await readerText(workspace, uri);
      watchedArticles.trackText(uri);
      return text;
    },
  );
  session.connection.onNotification(protocol.ARTICLE_CLOSED, (params: unknown) => {
    const parsed = v.safeParse(protocol.articleClosedParams, params);
    if (parsed.success) watchedArticles.forget(normalizeUri(parsed.output.uri));
  });
  onCustomRequest(
    session,
    { method: protocol.LOCATE_QUOTE, schema: protocol.locateQuoteParams, uri: uriOf },
    ({ quote }, uri) => quotedPassage(workspace, uri, quote),
  );
}
