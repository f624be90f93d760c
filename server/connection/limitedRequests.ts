/** Requests that may never be answered. Each is waited for only so long. */

/** Stands for an answer that has not come in time. */
export const UNANSWERED = Symbol("unanswered");

/** Returns an answer, or {@link UNANSWERED} after the limit. Rejects if the request does. */
type LimitedRequest<Params> = (method: string, params: Params) => Promise<unknown>;

/**
 * Limits how long requests are waited for. A request that was not answered in time is not sent again; its late answer is for the
 * next one who asks the same.
 *
 * @param limit in milliseconds
 * @param onLateAnswer called with the parameters of a request, when its late answer has come
 */
export function limitRequests<Params extends object>(
  send: (method: string, params: Params) => Promise<unknown>,
  limit: number,
  onLateAnswer: (params: Params) => void,
): LimitedRequest<Params> {
  /** The requests that were not answered in time, by what they ask. */
  const overdue = new Map<string, Promise<unknown>>();
  const lateAnswers = new Map<string, Promise<unknown>>();

  function waitLonger(key: string, params: Params, answer: Promise<unknown>): void {
    if (overdue.has(key)) return;
    overdue.set(key, answer);
    const settle = (): void => {
      overdue.delete(key);
      lateAnswers.set(key, answer);
      onLateAnswer(params);
      // Nobody may need it any more, and a file does not stay as it is.
      setTimeout(() => lateAnswers.delete(key), limit);
    };
    answer.then(settle, settle);
  }

  return (method, params) => {
    const key = JSON.stringify([method, params]);
    const late = lateAnswers.get(key);
    if (late !== undefined) {
      lateAnswers.delete(key);
      return late;
    }
    const answer = overdue.get(key) ?? send(method, params);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        resolve(UNANSWERED);
        waitLonger(key, params, answer);
      }, limit);
      answer.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  };
}
