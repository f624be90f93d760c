/** Export requests to a page that may not be loaded yet, or be reloaded before it answers. */
import type { ToPage, ToPanel } from "../../../server/protocol/preview.ts";
import type { ExportRequest, ExportResult } from "../../../server/protocol/previewExport.ts";

export interface ExportRequests {
  /** Sends a request as soon as the page is ready. Rejects if `signal` aborts, or after `rejectAll`. */
  requestExport(request: ExportRequest, signal?: AbortSignal): Promise<ExportResult>;
  /** The page shows a map: sends all pending requests. */
  resume(): void;
  /** The page or its map is being reloaded: pending requests will be sent again. */
  pause(): void;
  handleAnswer(answer: Extract<ToPanel, { readonly type: "exportResult" }>): void;
  /** There is no page. Rejects all requests with a reason for the user, until `pause` announces another page. */
  rejectAll(reason: string): void;
}

interface PendingExport {
  readonly request: ExportRequest;
  readonly resolve: (result: ExportResult) => void;
  readonly reject: (error: Error) => void;
}

/** Returns an empty queue, which holds all requests back until the first `resume`. `post` sends a message to the page. */
export function createExportRequests(post: (message: ToPage) => void): ExportRequests {
  const pending = new Map<number, PendingExport>();
  let lastId = 0;
  let isReady = false;
  let rejectionReason: string | undefined;
  const send = (requestId: number, { request }: PendingExport): void => post({ type: "export", requestId, request });
  return {
    requestExport: (request, signal) =>
      new Promise((resolve, reject) => {
        if (rejectionReason !== undefined) return reject(new Error(rejectionReason));
        if (signal?.aborted) return reject(signal.reason);
        lastId += 1;
        const id = lastId;
        const pendingExport = { request, resolve, reject };
        pending.set(id, pendingExport);
        signal?.addEventListener("abort", () => {
          pending.delete(id);
          reject(signal.reason);
        });
        if (isReady) send(id, pendingExport);
      }),
    resume() {
      if (isReady) return;
      isReady = true;
      for (const [id, pendingExport] of pending) send(id, pendingExport);
    },
    pause() {
      [isReady, rejectionReason] = [false, undefined];
    },
    handleAnswer({ requestId, result }) {
      pending.get(requestId)?.resolve(result);
      pending.delete(requestId);
    },
    rejectAll(reason) {
      [isReady, rejectionReason] = [false, reason];
      for (const { reject } of pending.values()) reject(new Error(reason));
      pending.clear();
    },
  };
}
