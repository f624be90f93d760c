/** Requests to the server whose answers are validated. */
import type { LSPClient } from "@codemirror/lsp-client";
import * as v from "valibot";

export interface ServerRequests {
  /** Sends pending edits, then a request. Returns undefined if the server refuses, or its answer is not valid. */
  request<Schema extends v.GenericSchema>(
    method: string,
    params: object,
    schema: Schema,
  ): Promise<v.InferOutput<Schema> | undefined>;
  /** Sends a notification. */
  notify(method: string, params: object): void;
}

/** Wraps the client of CodeMirror. */
export const createServerRequests = (client: LSPClient): ServerRequests => ({
  async request(method, params, schema) {
    client.sync();
    try {
      return v.parse(schema, await client.request<object, unknown>(method, params));
    } catch (error) {
      console.warn(`${method}: ${error instanceof Error ? error.message : JSON.stringify(error)}`);
      return undefined;
    }
  },
  notify: (method, params) => client.notification(method, params),
});
