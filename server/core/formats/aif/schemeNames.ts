/** The names of schemes in AIF, and in a map. */
import type { AifNode } from "./aifNetwork.ts";

const DEFAULTS: ReadonlySet<string> = new Set([
  "",
  "RA",
  "CA",
  "MA",
  "Default Inference",
  "Default Conflict",
  "Default Rephrase",
  "Logical Conflict",
]);

/** Returns the scheme of an inference as a map writes it: “Argument From Expert Opinion” is `expert-opinion`. */
export function schemeOf({ text, scheme = text }: AifNode): string | undefined {
  if (DEFAULTS.has(scheme.trim())) return undefined;
  const words = scheme
    .toLowerCase()
    .replace(/^(?:argument|reasoning|inference)\s+(?:from|by)\s+/u, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
  return words === "" ? undefined : words;
}

/** Returns the text of an inference that is not the name of its scheme. */
export const summaryOf = ({ text, scheme }: AifNode): string =>
  scheme === undefined || text.trim() === scheme.trim() || DEFAULTS.has(text.trim()) ? "" : text.trim();

/** Whether a node is a conflict of the scheme with this name in AIF. */
export const isConflict = ({ type, text, scheme = text }: AifNode, name: string): boolean =>
  type === "CA" && scheme.trim() === name;

/** Returns the name in AIF of a scheme in a map: `expert-opinion` is “Expert Opinion”. */
export const aifScheme = (scheme: string): string =>
  scheme
    .trim()
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
