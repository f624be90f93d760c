/** Requests that are not of LSP: their parameters come from outside and are looked at first. */
import * as v from "valibot";
import { type CancellationToken, ErrorCodes, ResponseError } from "vscode-languageserver";
import { handleRequest, type ServerSession } from "./session.ts";

/** What a request of ours is. */
export interface CustomRequest<P> {
  readonly method: string;
  readonly schema: v.GenericSchema<unknown, P>;
  /** The document that it is about. */
  readonly uri: (params: P) => string;
  /** Whether an answer from less than all maps of the workspace would be a wrong one. */
  readonly needsAllMaps?: boolean;
  /** Whether the answer is for the text as it then is: no place in it is asked about. */
  readonly acceptsAnyVersion?: boolean;
}

/**
 * Answers a request of ours.
 *
 * @param handler is given the URI as it is written below the rim
 */
export function onCustomRequest<P>(
  session: ServerSession,
  { method, schema, uri: uriOf, needsAllMaps = false, acceptsAnyVersion = false }: CustomRequest<P>,
  handler: (params: P, uri: string) => unknown,
): void {
  const { connection } = session;
  connection.onRequest(method, (params: unknown, token: CancellationToken) => {
    const parsed = v.safeParse(schema, params);
    if (!parsed.success) {
      const message = `${method}: ${parsed.issues.map((issue) => issue.message).join("; ")}`;
      connection.console.error(message);
      throw new ResponseError(ErrorCodes.InvalidParams, message);
    }
    const uri = uriOf(parsed.output);
    return handleRequest(session, { label: method, uri, token, needsAllMaps, acceptsAnyVersion }, (serverUri) =>
      handler(parsed.output, serverUri),
    );
  });
}
