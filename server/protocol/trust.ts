/** Notification from the client: the user now trusts the open folders. It has no parameters. */
export const TRUST_GRANTED = "argmap/trustGranted";
