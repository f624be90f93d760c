/** A request that the server refuses. The message is shown to the user: it says what is wrong and what to do. */
export class UserError extends Error {
  override readonly name = "UserError";
}
