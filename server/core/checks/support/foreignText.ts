/** The message about text that was pasted from another tool. */
import type { foreignFormat } from "../../language/intent/foreignFormat.ts";

/** Returns the message. It is the same for each line, so that it is shown once. */
export const foreignTextMessage = (tool: NonNullable<ReturnType<typeof foreignFormat>>): string =>
  `This is in the format of ${tool}, which Argmap does not read. Write each line as an entry: “claim: …”, “reason: …” or “objection: …”.`;
