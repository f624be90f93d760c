/** A request that cannot be carried out. Its message is a sentence for the user that says why. */
export class UserError extends Error {
  override readonly name = "UserError";
}
