/** `argmap render --weighing`. */
import { expect, test } from "vitest";
import { argmap, type CliResult } from "../support/programs/argmapCli.ts";

const map = `claim keep: It should stay.
  reason air: The air got cleaner.
    strength: weak
  objection cost: It costs money.
    objection: It pays for itself.
claim drop: It should go.
  status: open
`;
const render = (text: string, ...args: readonly string[]): CliResult =>
  argmap(["render", "a.argmap", ...args], { "a.argmap": text });

test("shows what falls or is undecided, and that it is computed", () => {
  const { out, status } = render(map, "--weighing", "standing");
  expect(status).toBe(0);
  expect(out).toContain("× falls");
  expect(out).toContain("? undecided");
  expect(out).not.toContain("≈ unlikely (30%)");
});

test("shows how likely entries are, with a sign that the legend explains", () => {
  const { out } = render(map, "--weighing", "likelihood");
  expect(out).toContain("≈ unlikely (30%)");
  expect(out).toContain("computed likelihood");
});

test("does not repeat a likelihood that the author states", () => {
  const stated =
    "claim keep: It should stay.\n  likelihood: 70%\nclaim drop: It should go.\n  likelihood: 20%\n  reason: So.\n    strength: weak\n";
  const { out } = render(stated, "--weighing", "likelihood");
  expect(out).not.toContain("≈ likely (70%)");
  expect(out).toContain("≈ unlikely (30%)");
});

test("uses the language of the map", () => {
  const { out } = render(`map: Die Gebühr\n  language: de\n${map}`, "--weighing", "standing");
  expect(out).toContain("× fällt");
});

test("shows nothing of it by default", () => {
  expect(render(map).out).not.toMatch(/≈|× falls|computed/);
});

test("refuses HTML files, which would not show it", () => {
  const { status, err } = render(map, "-o", "a.html", "--weighing", "standing");
  expect(status).toBe(2);
  expect(err).toContain("HTML files do not show what --weighing computes. Use .svg, .png or .pdf.\n");
});
