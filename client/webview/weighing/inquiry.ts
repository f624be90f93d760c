/** A question to the server that is asked again whenever it changes, but never before the last answer has arrived. */
export interface Inquiry<Question, Answer> {
  /** Numbers the requests, so that answers to abandoned ones can be told apart. */
  readonly lastRequestId: number;
  /** The question of the last request until it is answered. */
  readonly pending: Question | undefined;
  /** The last question that was answered. */
  readonly answered: Question | undefined;
  /** The last answer. It stays while the next question is open. */
  readonly answer: Answer | undefined;
}

const emptyInquiry = { pending: undefined, answered: undefined, answer: undefined };
/** An inquiry before the first question. */
export const initialInquiry = { lastRequestId: 0, ...emptyInquiry };

/** Forgets the answer and any request under way. */
export const resetInquiry = <Question, Answer>({
  lastRequestId,
}: Inquiry<Question, Answer>): Inquiry<Question, Answer> => ({ lastRequestId, ...emptyInquiry });

/** Returns the inquiry after asking a question; the same object if it need not or must not be asked now. */
export function ask<Question extends object, Answer>(
  inquiry: Inquiry<Question, Answer>,
  question: Question,
): Inquiry<Question, Answer> {
  if (inquiry.pending !== undefined || (inquiry.answered && isSameQuestion(inquiry.answered, question))) return inquiry;
  return { ...inquiry, lastRequestId: inquiry.lastRequestId + 1, pending: question };
}

/** Applies an answer: `toAnswer` returns the new one. Drops an answer to an abandoned request. */
export function receive<Question, Answer>(
  inquiry: Inquiry<Question, Answer>,
  requestId: number,
  toAnswer: (question: Question, previous: Answer | undefined) => Answer | undefined,
): Inquiry<Question, Answer> {
  const { pending } = inquiry;
  if (pending === undefined || requestId !== inquiry.lastRequestId) return inquiry;
  return { ...inquiry, pending: undefined, answered: pending, answer: toAnswer(pending, inquiry.answer) };
}

/** Whether two questions have the same fields. */
export const isSameQuestion = <Question extends object>(one: Question, other: Question): boolean =>
  (Object.keys(other) as (keyof Question)[]).every((key) => one[key] === other[key]); // All questions of an inquiry have the same keys.
