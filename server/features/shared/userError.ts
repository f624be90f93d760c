/** A request that cannot be granted; its message is a sentence for the user that says why. */
export class Refused extends Error {
  override readonly name = "Refused";
}
