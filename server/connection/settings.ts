/** The settings under `argmap`. */
import * as v from "valibot";
import type { DiagnosticOptions } from "../features/requests/display/diagnostics.ts";

/** The settings of the user, from the section `argmap` of the client. */
export interface Settings {
  readonly severities: DiagnosticOptions["severities"];
  /** The column at which the formatter wraps lines. 0 means never. */
  readonly lineWidth: number;
  /** Whether hovers say what stands. */
  readonly weighing: boolean;
}

/** The settings before the client has sent its own. */
export const defaultSettings: Settings = { severities: {}, lineWidth: 0, weighing: false };

const severity = v.picklist(["error", "warning", "information", "hint", "off"]);
const lineWidth = v.pipe(v.number(), v.integer(), v.minValue(0));
const settingsSchema = v.object({
  problems: v.optional(v.fallback(v.record(v.string(), v.unknown()), {}), {}),
  format: v.optional(
    v.fallback(v.object({ lineWidth: v.optional(v.fallback(lineWidth, 0), 0) }), { lineWidth: 0 }),
    {},
  ),
  weighing: v.optional(v.fallback(v.boolean(), false), false),
});

/** Parses the configuration that a client sends. Invalid values count as not set. */
export function parseSettings(configuration: unknown): Settings {
  const parsed = v.safeParse(settingsSchema, configuration);
  if (!parsed.success) return defaultSettings;
  const { problems, format, weighing } = parsed.output;
  const severities = Object.entries(problems).flatMap(([code, value]) => {
    const parsedSeverity = v.safeParse(severity, value);
    return parsedSeverity.success ? [[code, parsedSeverity.output] as const] : [];
  });
  return { severities: Object.fromEntries(severities), lineWidth: format.lineWidth, weighing };
}
