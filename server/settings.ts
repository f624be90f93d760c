/** What `package.json` says of the settings that follow from the checks; `npm run build` writes it there. */
import type { Check } from "./core/checks/check.ts";

/** What a problem can be set to. */
const severities = ["error", "warning", "information", "hint", "off"];

/** The properties of the setting `argmap.problems`: one for each code, as a JSON schema. */
export const problemSettings = (checks: readonly Check[]): Record<string, object> =>
  Object.fromEntries(
    checks.map(({ code, title, severity, offByDefault }) => [
      code,
      { type: "string", enum: severities, default: offByDefault === true ? "off" : severity, description: title },
    ]),
  );
