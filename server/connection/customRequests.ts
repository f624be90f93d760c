/** Registers Argmap's own requests, whose parameters are validated here. */
import * as v from "valibot";
import { type CancellationToken, ErrorCodes, ResponseError } from "vscode-languageserver";
import { handleRequest, type RequestContext } from "./handleRequest.ts";
import type { ServerSession } from "./session.ts";

/** A request that LSP does not define. */
export interface CustomRequest<P> extends Pick<RequestContext, "needsAllMaps" | "acceptsAnyVersion"> {
  readonly method: string;
  readonly schema: v.GenericSchema<unknown, P>;
  /** Returns the document that the request is about. Absent for a request about the whole workspace. */
  readonly uri?: (params: P) => string;
}

/**
 * Registers a request. Invalid parameters are logged and refused with `InvalidParams`.
 *
 * @param handler receives the parameters and the normalized URI of the document, or `""` if there is none
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
    const about = uriOf && { uri: uriOf(parsed.output) };
    return handleRequest(session, { label: method, ...about, token, needsAllMaps, acceptsAnyVersion }, (serverUri) =>
      handler(parsed.output, serverUri),
    );
  });
}
