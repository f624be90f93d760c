import { expect, test } from "vitest";
import { nearValues } from "../../../../server/core/language/intent/nearValues.ts";

test.each([
  ["likelihood", "0.7", ["70%"]],
  ["likelihood", "Very likely", ["very-likely"]],
  ["likelihood", "likley", ["likely"]],
  ["likelihood", "50/50", ["even"]],
  ["likelihood", "blue", []],
  ["confidence", "medium", ["moderate"]],
  ["strength", "decisive", ["conclusive"]],
  ["reliability", "b", ["B"]],
  ["url", "example.org", ["https://example.org"]],
  ["url", "no address", []],
  ["tags", "#air #health", ["air, health"]],
  ["tags", "air; health", ["air, health"]],
  ["tags", "air quality", ["air-quality", "air, quality"]],
  ["page", "pp. 12", ["12"]],
  ["file", "texts\\trial.txt", ["texts/trial.txt"]],
  ["date", "17 May 2024", ["2024-05-17"]],
])("the value of “%s” that “%s” was meant as is %j", (key, value, expected) =>
  expect(nearValues(key, value)).toEqual(expected),
);
