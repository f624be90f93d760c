import { expect, test } from "vitest";
import { readInlineMarkup } from "../../../../server/core/strings/inlineMarkup.ts";
import { usePage } from "../../../support/browser/usePage.ts";
import { claim, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const { card, focusCard, open, page, press, screenshot, sent, sentEdits, textField } = usePage({
  width: 900,
  height: 500,
});

const source =
  "The air got *much* cleaner, **nobody who lives there** wants `NO2 > 40` again: see [the report](https://example.org/report).";
const { text, marks } = readInlineMarkup(source);
const tree = treeOf(claim("It should stay.", { id: "keep" }, reason(text, { id: "air", marks, writtenText: source })));
const openedLinks = async (): Promise<readonly string[]> => (await sent("openLink")).map(({ href }) => href);

test("emphasis, strong words, code and links are drawn as such, within the card", async () => {
  await open(tree);
  await screenshot("marks");
  const drawn = await card("air").evaluate((element) => ({
    styles: [...element.querySelectorAll("tspan:not(.text-link)")].map((span) => {
      const { fontStyle, fontWeight, fontFamily, textDecorationLine } = getComputedStyle(span);
      return [span.textContent, fontStyle, fontWeight, fontFamily.includes("monospace"), textDecorationLine].join(" ");
    }),
    overflows: [...element.querySelectorAll("text")].some(
      (line) => line.getBBox().x + line.getBBox().width > (element.querySelector("rect")?.getBBox().width ?? 0) - 8,
    ),
  }));
  const styleOf = (word: string): string | undefined => drawn.styles.find((style) => style.startsWith(word));
  expect(styleOf("much")).toBe("much italic 400 false none");
  expect(styleOf("nobody")).toMatch(/ normal 600 false none$/);
  expect(styleOf("NO2")).toMatch(/ normal 400 true none$/);
  expect(styleOf("the")).toMatch(/^the( report)? normal 400 false underline$/);
  expect(drawn.overflows).toBe(false);
});

test("a click on a link opens it through the panel, and nothing else; so does the link in the details", async () => {
  await open(tree);
  await focusCard("keep");
  await card("air").locator(".text-link", { hasText: "report" }).click();
  await expect.poll(openedLinks).toEqual(["https://example.org/report"]);
  expect(await card("air").getAttribute("aria-selected")).toBe("false");
  await focusCard("air");
  await press("i");
  const link = page().getByRole("link", { name: "the report" });
  await link.press("Enter");
  await expect.poll(openedLinks).toHaveLength(2);
});

test("the text is edited as it is written", async () => {
  await open(tree);
  await focusCard("air");
  await press("F2");
  await expect.poll(() => textField().inputValue()).toBe(source);
  await textField().fill(source.replace("much", "far"));
  await press("Enter");
  const text = source.replace("much", "far");
  await expect.poll(sentEdits).toEqual([{ card: "air", type: "setText", text }]);
});
