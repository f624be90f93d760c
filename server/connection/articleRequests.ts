/** The requests about articles that are not of LSP, and what their client is told of passages without asking. */
import * as v from "valibot";
import type { WorkspaceEdit } from "vscode-languageserver";
import { coverage } from "../features/articles/requests/coverage.ts";
import { locateQuote } from "../features/articles/requests/locateQuote.ts";
import { newMap } from "../features/articles/requests/newMap.ts";
import { passages } from "../features/articles/requests/passages.ts";
import { pasteQuote } from "../features/articles/requests/pasteQuote.ts";
import { targets } from "../features/articles/requests/quoteTargets.ts";
import { sourceText } from "../features/articles/requests/sourceText.ts";
import { quoteInMap } from "../features/articles/shared/quoteInMap.ts";
import { Refused } from "../features/shared/userError.ts";
import * as protocol from "../protocol/articles.ts";
import { normalUri } from "../workspace/paths.ts";
import { editFor } from "./clientEdits.ts";
import { onOwn } from "./customRequests.ts";
import type { Session } from "./session.ts";

export function answerArticles(session: Session): void {
  const { workspace, watched } = session;
  const able = (edit: WorkspaceEdit): WorkspaceEdit => editFor(edit, session.client.capabilities);
  const byUri = ({ uri }: { readonly uri: string }): string => uri;
  const byArticle = ({ article }: { readonly article: string }): string => article;

  onOwn(session, { method: protocol.PASSAGES, schema: protocol.passagesParams, uri: byUri, needsAll: true }, (_, uri) =>
    watched.ask(uri, passages(workspace, uri)),
  );
  onOwn(
    session,
    { method: protocol.COVERAGE, schema: protocol.coverageParams, uri: byUri, needsAll: true },
    async (_, uri) => {
      // What is looked at for the first time is read then.
      coverage(workspace, uri);
      await workspace.settled();
      return coverage(workspace, uri);
    },
  );
  onOwn(
    session,
    { method: protocol.TARGETS, schema: protocol.targetsParams, uri: byArticle, needsAll: true },
    ({ query }, article) => targets(workspace, article, query),
  );
  onOwn(
    session,
    { method: protocol.QUOTE, schema: protocol.quoteParams, uri: byArticle, needsAll: true },
    async (params, article) => {
      const { version } = params;
      const open = session.articles.get(article);
      if (typeof version === "number" && open !== undefined && open !== version) {
        throw new Refused("The article has changed since the passage was selected: select it again.");
      }
      const { edit, cursor } = await quoteInMap(workspace, params, session.settings.lineWidth);
      return { edit: able(edit), cursor };
    },
  );
  onOwn(
    session,
    { method: protocol.PASTE, schema: protocol.pasteParams, uri: byArticle, needsAll: true },
    async (params) => {
      const pasted = await pasteQuote(workspace, params, session.settings.lineWidth);
      return pasted === null ? null : { text: pasted.text, ...(pasted.edit && { edit: able(pasted.edit) }) };
    },
  );
  onOwn(session, { method: protocol.NEW_MAP, schema: protocol.newMapParams, uri: byArticle }, (_, article) =>
    newMap(workspace, article),
  );
  onOwn(session, { method: protocol.SOURCE_TEXT, schema: protocol.sourceTextParams, uri: byUri }, async (_, uri) => {
    const text = await sourceText(workspace, uri);
    watched.give(uri);
    return text;
  });
  session.connection.onNotification(protocol.ARTICLE_CLOSED, (params: unknown) => {
    const parsed = v.safeParse(protocol.articleClosedParams, params);
    if (parsed.success) watched.forget(normalUri(parsed.output.uri));
  });
  onOwn(
    session,
    { method: protocol.LOCATE_QUOTE, schema: protocol.locateQuoteParams, uri: byUri },
    async ({ quote }, uri) => {
      locateQuote(workspace, uri, quote);
      await workspace.settled();
      return locateQuote(workspace, uri, quote);
    },
  );
}
