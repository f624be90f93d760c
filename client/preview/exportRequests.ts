/** What is asked of a page, until it has answered. */

import type { ToPage, ToPanel } from "../../server/protocol/preview.ts";
import type { ExportRequest, ExportResult } from "../../server/protocol/previewExport.ts";

export interface ExportRequests {
  /** Asks the page, at once or as soon as it can be asked. Rejects where it is gone before, or `signal` says to wait no longer. */
  requestExport(wanted: ExportRequest, signal?: AbortSignal): Promise<ExportResult>;
  /** The page has a map now. */
  resume(): void;
  /** Another page or map is being loaded; what is not answered yet is asked again when it is there. */
  pause(): void;
  handleAnswer(answer: Extract<ToPanel, { readonly type: "exported" }>): void;
  /** There is nothing to ask, until a page is loaded again; the reason is a sentence for the user. */
  rejectAll(reason: string): void;
}

interface PendingExport {
  readonly wanted: ExportRequest;
  readonly resolve: (result: ExportResult) => void;
  readonly reject: (error: Error) => void;
}

export function createExportRequests(post: (message: ToPage) => void): ExportRequests {
  const pending = new Map<number, PendingExport>();
  let lastId = 0;
  let isReady = false;
  /** Why there is nothing to ask. */
  let endReason: string | undefined;
  const send = (request: number, { wanted }: PendingExport): void => post({ type: "export", request, wanted });
  return {
    requestExport: (wanted, signal) =>
      new Promise((resolve, reject) => {
        if (endReason !== undefined) return reject(new Error(endReason));
        if (signal?.aborted) return reject(signal.reason);
        lastId += 1;
        const number = lastId;
        const request = { wanted, resolve, reject };
        pending.set(number, request);
        signal?.addEventListener("abort", () => {
          pending.delete(number);
          reject(signal.reason);
        });
        if (isReady) send(number, request);
      }),
    resume() {
      if (isReady) return;
      isReady = true;
      for (const [number, request] of pending) send(number, request);
    },
    pause() {
      [isReady, endReason] = [false, undefined];
    },
    handleAnswer({ request, made }) {
      pending.get(request)?.resolve(made);
      pending.delete(request);
    },
    rejectAll(reason) {
      [isReady, endReason] = [false, reason];
      for (const { reject } of pending.values()) reject(new Error(reason));
      pending.clear();
    },
  };
}
