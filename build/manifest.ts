/** The parts of package.json that follow from the code. They need the compiled grammar. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { languageModelTools } from "../server/assistant/toolDefinitions.ts";
import { checks } from "../server/core/checks/registry.ts";
import { problemSettings } from "../server/problemSettings.ts";
import { root } from "./root.ts";

/** Updates the settings of problems in package.json from the list of checks, and the tools from the table of those for assistants. */
export function updateManifest(): void {
  const path = join(root, "package.json");
  const before = readFileSync(path, "utf8");
  const manifest = JSON.parse(before);
  manifest.contributes.configuration.properties["argmap.problems"].properties = problemSettings(checks);
  manifest.contributes.languageModelTools = languageModelTools();
  const updated = `${JSON.stringify(manifest, null, 2)}\n`;
  if (updated !== before) writeFileSync(path, updated);
}
