/** Goes to the definition of the name at the cursor, or to the passage of a quote. */
import * as v from "valibot";
import { location } from "../../../server/protocol/schemas.ts";
import type { ServerRequests } from "../connection/serverRequests.ts";
import type { OpenMap } from "./openMaps.ts";
import { type LspLocation, toPosition } from "./positions.ts";

/** Returns the definition; undefined if there is none. */
export async function definitionAt(server: ServerRequests, file: OpenMap): Promise<LspLocation | undefined> {
  const { doc, selection } = file.state;
  const params = { textDocument: { uri: file.uri }, position: toPosition(doc, selection.main.head) };
  const answer = await server.request("textDocument/definition", params, definitions);
  return Array.isArray(answer) ? answer[0] : (answer ?? undefined);
}

const definitions = v.nullable(v.union([location, v.array(location)]));
