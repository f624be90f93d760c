/** The settings in `package.json` that are generated from the checks. `npm run build` writes them. */
import type { Check } from "./core/checks/check.ts";

/** The values of a severity setting. */
const severities = ["error", "warning", "information", "hint", "off"];

/** Returns the properties of the setting `argmap.problems` as JSON schemas, one for each code. */
export const problemSettings = (checks: readonly Check[]): Record<string, object> =>
  Object.fromEntries(
    checks.map(({ code, title, severity, offByDefault }) => [
      code,
      { type: "string", enum: severities, default: offByDefault === true ? "off" : severity, description: title },
    ]),
  );
