import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chineseNames } from "../../../../server/features/articles/shared/chineseNames.ts";
import { personNames } from "../../../../server/features/articles/shared/personNames.ts";
import { root } from "../../../support/root.ts";

const namesIn = (text: string): readonly string[] => chineseNames(text).map(({ name }) => name);

test.each([
  ["公交公司调度主任罗晓晴说，", ["罗晓晴"]],
  ["开茶馆的陈素芬却说", ["陈素芬"]],
  ["国务院总理李克强指出", ["李克强"]],
  ["欧阳娜娜对此表示", ["欧阳娜娜"]],
  ["刘芳也认为，王教授则强调", ["刘芳", "王教授"]],
  ["黄先生告诉记者", ["黄先生"]],
  ["张伟对本报记者说", ["张伟"]],
])("“%s” has the names %j", (text, names) => {
  expect(namesIn(text)).toEqual(names);
});

test.each([
  "许多人认为",
  "高层认为",
  "方案指出",
  "白宫表示",
  "任何人说",
  "周围的人说",
  "这张图说明问题",
  "常说",
  "王小明来了",
  "He said so.",
  "",
])("“%s” has none", (text) => {
  expect(namesIn(text)).toEqual([]);
});

test("finds speakers of a Chinese article, except for one whose name begins like a word", () => {
  const article = readFileSync(join(root, "examples/zh-old-town.txt"), "utf8");
  expect(new Set(namesIn(article))).toEqual(new Set(["罗晓晴", "何建国", "陈素芬"]));
});

test("Chinese names are among those of persons, the nearest first", () => {
  const text = "罗晓晴说好。陈素芬认为不好。Tom Becker agreed.";
  expect(personNames(text, text, text.indexOf("陈"))).toEqual(["陈素芬", "罗晓晴", "Tom Becker"]);
});
