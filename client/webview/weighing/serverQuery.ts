/** A question to the server that is asked again whenever it changes, but never before the last answer has arrived. */
export interface ServerQuery<Question, Answer> {
  /** The number of the last request. An answer with another number belongs to an abandoned request. */
  readonly lastRequestId: number;
  /** The question of the last request until it is answered. */
  readonly pending: Question | undefined;
  /** The last question that was answered. */
  readonly answered: Question | undefined;
  /** The last answer. It stays while the next question is open. */
  readonly answer: Answer | undefined;
}

const emptyQuery = { pending: undefined, answered: undefined, answer: undefined };
/** A query before the first question. */
export const initialQuery = { lastRequestId: 0, ...emptyQuery };

/** Forgets the answer and any request under way. */
export const resetQuery = <Question, Answer>({
  lastRequestId,
}: ServerQuery<Question, Answer>): ServerQuery<Question, Answer> => ({ lastRequestId, ...emptyQuery });

/** Returns the query after asking a question; the same object if it need not or must not be asked now. */
export function ask<Question extends object, Answer>(
  query: ServerQuery<Question, Answer>,
  question: Question,
): ServerQuery<Question, Answer> {
  if (query.pending !== undefined || (query.answered && isSameQuestion(query.answered, question))) return query;
  return { ...query, lastRequestId: query.lastRequestId + 1, pending: question };
}

/** Applies an answer: `toAnswer` returns the new one. Drops an answer to an abandoned request. */
export function receive<Question, Answer>(
  query: ServerQuery<Question, Answer>,
  requestId: number,
  toAnswer: (question: Question, previous: Answer | undefined) => Answer | undefined,
): ServerQuery<Question, Answer> {
  const { pending } = query;
  if (pending === undefined || requestId !== query.lastRequestId) return query;
  return { ...query, pending: undefined, answered: pending, answer: toAnswer(pending, query.answer) };
}

/** Whether two questions have the same fields. */
const isSameQuestion = <Question extends object>(one: Question, other: Question): boolean =>
  (Object.keys(other) as (keyof Question)[]).every((key) => one[key] === other[key]); // All questions of a query have the same keys.
