import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import {
  isJSONRPCErrorResponse,
  isJSONRPCNotification,
  isJSONRPCRequest,
  isJSONRPCResultResponse,
  type RequestId,
} from "@modelcontextprotocol/sdk/types.js";

/**
 * Watches the messages of a connected transport. Returns a function that resolves when all requests that have been received are
 * answered, or were canceled by the client.
 */
export function watchAnswers(transport: Transport): () => Promise<void> {
  const open = new Set<RequestId>();
  let whenEmpty: (() => void) | undefined;
  const close = (id: RequestId): void => {
    open.delete(id);
    if (open.size === 0) whenEmpty?.();
  };
  const { onmessage, send } = transport;
  transport.onmessage = (message, extra) => {
    if (isJSONRPCRequest(message)) open.add(message.id);
    onmessage?.(message, extra);
    // A canceled request gets no answer.
    if (isJSONRPCNotification(message) && message.method === "notifications/cancelled")
      close(message.params?.["requestId"] as RequestId); // An id that is none is not in the set.
  };
  transport.send = async (message, options) => {
    await send.call(transport, message, options);
    if ((isJSONRPCResultResponse(message) || isJSONRPCErrorResponse(message)) && message.id !== undefined)
      close(message.id);
  };
  return () =>
    new Promise((resolve) => {
      whenEmpty = resolve;
      if (open.size === 0) resolve();
    });
}
