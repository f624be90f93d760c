import { expect, test } from "vitest";
import { defaultSettings, parseSettings } from "../../server/connection/settings.ts";

test("reads severities, the line width and whether hovers weigh", () => {
  const configuration = {
    problems: { "unknown-name": "warning", "unused-claim": "off" },
    format: { lineWidth: 80 },
    weighing: true,
  };
  expect(parseSettings(configuration)).toEqual({
    severities: { "unknown-name": "warning", "unused-claim": "off" },
    lineWidth: 80,
    weighing: true,
  });
});

test.each([
  ["nothing", null],
  ["no object", 7],
  ["other settings", { trace: { server: "off" } }],
  ["wrong types", { problems: "off", format: 80, weighing: "yes" }],
  ["invalid values", { problems: { "unknown-name": "fatal" }, format: { lineWidth: -1 } }],
])("uses the defaults for %s", (_name, configuration) => {
  expect(parseSettings(configuration)).toEqual(defaultSettings);
});

test("an invalid value does not affect the others", () => {
  expect(parseSettings({ problems: { "unknown-name": 1, "no-target": "hint" } }).severities).toEqual({
    "no-target": "hint",
  });
});
