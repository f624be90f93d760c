/** `argmap render --weighing`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { argmap, type CliResult } from "../../support/programs/argmapCli.ts";

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
  expect(out).not.toContain("≈ unlikely 30%");
});

test("shows how likely entries are, with a sign that the legend explains", () => {
  const { out } = render(map, "--weighing", "likelihood");
  expect(out).toContain("≈ unlikely 30%");
  expect(out).toContain("computed likelihood");
});

test("does not repeat a likelihood that the author states", () => {
  const stated =
    "claim keep: It should stay.\n  likelihood: 70%\nclaim drop: It should go.\n  likelihood: 20%\n  reason: So.\n    strength: weak\n";
  const { out } = render(stated, "--weighing", "likelihood");
  expect(out).not.toContain("≈ likely 70%");
  expect(out).toContain("≈ unlikely 30%");
});

test("uses the language of the map", () => {
  const { out } = render(`map: Die Gebühr\n  language: de\n${map}`, "--weighing", "standing");
  expect(out).toContain("× fällt");
});

test("shows nothing of it by default", () => {
  expect(render(map).out).not.toMatch(/≈|× falls|computed/);
});

test("says a likelihood in full in the tooltip of its mark", () => {
  expect(render(map, "--weighing", "likelihood").out).toContain("<title>Unlikely (30%)</title>");
});

test("without a value, shows how likely entries are, wherever the option stands", () => {
  const expected = render(map, "--weighing", "likelihood").out;
  expect(render(map, "--weighing").out).toBe(expected);
  const before = argmap(["render", "--weighing", "a.argmap"], { "a.argmap": map });
  expect([before.status, before.out]).toEqual([0, expected]);
});

test("an HTML file contains it, and why", () => {
  const { folder, status } = render(map, "--weighing", "-o", "a.html");
  expect(status).toBe(0);
  const page = readFileSync(join(folder, "a.html"), "utf8");
  expect(page).toContain("unlikely (30%)");
  expect(page).toContain("It stands because the reason ");
});

test("says which values there are", () => {
  const { status, err } = render(map, "--weighing", "likelyhood");
  expect(status).toBe(2);
  expect(err).toContain("Allowed choices are standing, likelihood.");
});
