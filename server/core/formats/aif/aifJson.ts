/** The JSON of AIFdb (`{nodes, edges, locutions}`) and xAIF (`{AIF: {…}}`). */
import * as v from "valibot";
import { ImportError } from "../format.ts";
import { parseJson } from "../parseJson.ts";
import type { AifNetwork } from "./aifNetwork.ts";

const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const text = v.optional(v.nullable(v.string()), "");

const network = v.object({
  nodes: v.array(v.object({ nodeID: id, text, type: v.string(), scheme: v.optional(v.nullable(v.string())) })),
  edges: v.array(v.object({ fromID: id, toID: id })),
  locutions: v.optional(v.nullable(v.array(v.object({ nodeID: id, personID: id }))), []),
  participants: v.optional(v.nullable(v.array(v.object({ participantID: id, firstname: text, surname: text }))), []),
});

/** Returns the network in a JSON file. Throws {@link ImportError} if it holds none. */
export function parseAif(json: string): AifNetwork {
  const value = parseJson(json);
  const isWrapped = typeof value === "object" && value !== null && "AIF" in value;
  const result = v.safeParse(network, isWrapped ? value.AIF : value, { abortEarly: true });
  if (!result.success) {
    const path = (result.issues[0].path ?? []).map(({ key }) =>
      typeof key === "number" ? `[${key}]` : `.${String(key)}`,
    );
    const place = path.length === 0 ? "" : `: ${path.join("").replace(/^\./u, "")} is missing or has the wrong type`;
    throw new ImportError(`The JSON is not an AIF network${place}.`);
  }
  const { nodes, edges, locutions, participants } = result.output;
  return {
    nodes: nodes.map((node) => ({ ...node, text: node.text ?? "", scheme: node.scheme ?? undefined })),
    edges,
    locutions: locutions ?? [],
    participants: (participants ?? []).map(({ participantID, firstname, surname }) => ({
      participantID,
      name: [firstname, surname].filter(Boolean).join(" "),
    })),
  };
}

/** Returns a network as the JSON of AIFdb, or of xAIF. */
export function formatAif({ nodes, edges, locutions, participants }: AifNetwork, isXaif: boolean): string {
  const aif = {
    nodes: nodes.map(({ nodeID, text, type, scheme }) => ({
      nodeID,
      text,
      type,
      ...(scheme === undefined ? {} : { scheme }),
    })),
    edges: edges.map(({ fromID, toID }, index) => ({ edgeID: String(index + 1), fromID, toID, formEdgeID: null })),
    locutions,
    participants: participants.map(({ participantID, name }) => {
      const [surname = "", ...first] = name.split(" ").toReversed();
      return { participantID, firstname: first.toReversed().join(" "), surname };
    }),
  };
  const value = isXaif ? { AIF: { ...aif, schemefulfillments: [], descriptorfulfillments: [] }, text: "" } : aif;
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
