/** What is asked of a page, until it has answered. */

import type { ToPage, ToPanel } from "../../server/protocol/preview.ts";
import type { Made, Wanted } from "../../server/protocol/previewExport.ts";

export interface Requests {
  /** Asks the page, at once or as soon as it can be asked. Rejects where it is gone before, or `signal` says to wait no longer. */
  ask(wanted: Wanted, signal?: AbortSignal): Promise<Made>;
  /** The page has a map now. */
  begin(): void;
  /** Another page or map is being loaded; what is not answered yet is asked again when it is there. */
  pause(): void;
  hear(answer: Extract<ToPanel, { readonly type: "exported" }>): void;
  /** There is nothing to ask, until a page is loaded again; the reason is a sentence for the user. */
  end(because: string): void;
}

interface Request {
  readonly wanted: Wanted;
  readonly resolve: (made: Made) => void;
  readonly reject: (error: Error) => void;
}

export function createRequests(say: (message: ToPage) => void): Requests {
  const open = new Map<number, Request>();
  let last = 0;
  let canAsk = false;
  /** Why there is nothing to ask. */
  let gone: string | undefined;
  const put = (request: number, { wanted }: Request): void => say({ type: "export", request, wanted });
  return {
    ask: (wanted, signal) =>
      new Promise((resolve, reject) => {
        if (gone !== undefined) return reject(new Error(gone));
        if (signal?.aborted) return reject(signal.reason);
        last += 1;
        const number = last;
        const request = { wanted, resolve, reject };
        open.set(number, request);
        signal?.addEventListener("abort", () => {
          open.delete(number);
          reject(signal.reason);
        });
        if (canAsk) put(number, request);
      }),
    begin() {
      if (canAsk) return;
      canAsk = true;
      for (const [number, request] of open) put(number, request);
    },
    pause() {
      [canAsk, gone] = [false, undefined];
    },
    hear({ request, made }) {
      open.get(request)?.resolve(made);
      open.delete(request);
    },
    end(because) {
      [canAsk, gone] = [false, because];
      for (const { reject } of open.values()) reject(new Error(because));
      open.clear();
    },
  };
}
