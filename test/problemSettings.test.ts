import { expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { checks } from "../server/core/checks/registry.ts";
import { problemSettings } from "../server/problemSettings.ts";

test("package.json contains the setting of each problem, as `npm run build` generates it", () => {
  const { properties } = manifest.contributes.configuration.properties["argmap.problems"];
  expect(properties).toEqual(problemSettings(checks));
});
