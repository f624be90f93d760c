/** Starts the language server in a worker of the page. */
import type { Transport } from "@codemirror/lsp-client";
import { startWorker } from "../../../server/web/bundleFolder.ts";

/** Answers a request of the server. Rejects if the page does not know it. */
export type AnswerRequest = (method: string, params: unknown) => Promise<unknown>;

interface ServerMessage {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
}

/** The code of JSON-RPC for a request that the receiver does not know. */
const METHOD_NOT_FOUND = -32601;

/**
 * Starts the server and returns the connection to it.
 *
 * @param folder the address of the folder with the bundles of the server, with `/` at its end
 * @param answer answers the requests of the server, which the client of CodeMirror would refuse
 * @param onFailure called when the worker fails, with the reason
 */
export function startServer(folder: string, answer: AnswerRequest, onFailure: (reason: string) => void): Transport {
  const worker = startWorker(`${folder}server.js`, folder);
  const handlers = new Set<(message: string) => void>();
  worker.onerror = ({ message }) => onFailure(message);
  worker.onmessage = ({ data }: MessageEvent<ServerMessage>) => {
    if (data.id !== undefined && data.method !== undefined) void answerServer(data.id, data.method, data.params);
    else for (const handler of handlers) handler(JSON.stringify(data));
  };

  async function answerServer(id: number | string, method: string, params: unknown): Promise<void> {
    try {
      const result = (await answer(method, params)) ?? null;
      worker.postMessage({ jsonrpc: "2.0", id, result });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      worker.postMessage({ jsonrpc: "2.0", id, error: { code: METHOD_NOT_FOUND, message } });
    }
  }

  return {
    send: (message) => worker.postMessage(JSON.parse(message)),
    subscribe: (handler) => handlers.add(handler),
    unsubscribe: (handler) => handlers.delete(handler),
  };
}
