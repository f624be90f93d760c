/** The user passed invalid arguments; the message says what is wrong. */
export class UsageError extends Error {}
