import { expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { checks } from "../server/core/checks/registry.ts";
import { problemSettings } from "../server/settings.ts";

test("every problem can be set to another severity; `npm run build` writes the list", () => {
  const { properties } = manifest.contributes.configuration.properties["argmap.problems"];
  expect(properties).toEqual(problemSettings(checks));
});
