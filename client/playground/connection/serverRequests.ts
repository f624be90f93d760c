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
  /** Does the same, but rejects with the reason if the server refuses. */
  ask<Schema extends v.GenericSchema>(method: string, params: object, schema: Schema): Promise<v.InferOutput<Schema>>;
  /** Sends a notification. */
  notify(method: string, params: object): void;
}

/** Wraps the client of CodeMirror. */
export function createServerRequests(client: LSPClient): ServerRequests {
  const ask: ServerRequests["ask"] = async (method, params, schema) => {
    client.sync();
    const answer = await client.request<object, unknown>(method, params).catch((error: unknown) => {
      throw error instanceof Error ? error : new Error(reasonOf(error));
    });
    return v.parse(schema, answer);
  };
  return {
    ask,
    async request(method, params, schema) {
      try {
        return await ask(method, params, schema);
      } catch (error) {
        console.warn(`${method}: ${error instanceof Error ? error.message : error}`);
        return undefined;
      }
    },
    notify: (method, params) => client.notification(method, params),
  };
}

const responseError = v.object({ message: v.string() });

/** Returns what the server says about a request that it refuses. */
function reasonOf(error: unknown): string {
  const parsed = v.safeParse(responseError, error);
  return parsed.success ? parsed.output.message : JSON.stringify(error);
}
