import { expect, test, vi } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import { exportFormats, importFormats } from "../../../server/core/formats/registry.ts";

vi.mock("vscode", () => import("../../support/fakeVscode.ts"));
const { formatItems } = await import("../../../client/convert/exportMap.ts");

test("the list of exports has each format once, pictures first", () => {
  const labels = formatItems().flatMap((item) => ("picture" in item || "format" in item ? [item.label] : []));
  expect(labels.slice(0, 4)).toEqual(["SVG", "PNG", "PDF", "HTML"]);
  expect(labels.slice(4).sort()).toEqual(exportFormats.map(({ title }) => title).sort());
});

test("the list has no PDF in a browser, which cannot make one, and no command to print is offered there", async () => {
  vi.doMock("../../../client/environment/canMakePdf.ts", () => ({ canMakePdf: false }));
  vi.resetModules();
  const { formatItems } = await import("../../../client/convert/exportMap.ts");
  const labels = formatItems().flatMap((item) => ("picture" in item ? [item.label] : []));
  expect(labels).toEqual(["SVG", "PNG", "HTML"]);
  const { menus } = manifest.contributes;
  const places = [...menus["editor/title"], ...menus.commandPalette].filter(
    ({ command }) => command === "argmap.printMap",
  );
  for (const { when } of places) expect(when).toMatch(/ && \(!isWeb \|\| remoteName\)$/);
  expect(places).toHaveLength(2);
});

test("no two exports of a map have the same file name by default", () => {
  const names = exportFormats.map(({ fileSuffix = "", extensions }) => `${fileSuffix}${extensions[0]}`);
  expect(new Set(names).size).toBe(names.length);
});

test("the Explorer offers to import files of every format that can be imported", () => {
  const item = manifest.contributes.menus["explorer/context"].find(({ command }) => command === "argmap.importMap");
  const extensions = [...(item?.when.matchAll(/\(([\w|]+)\)\$/g) ?? [])].flatMap(([, list]) => list?.split("|") ?? []);
  expect(extensions.sort()).toEqual(
    [...new Set(importFormats.flatMap((format) => format.extensions.map((one) => one.slice(1))))].sort(),
  );
});
