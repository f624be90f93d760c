import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { standalone } from "../../packaging/standalone.ts";

const folder = mkdtempSync(join(tmpdir(), "argmap-standalone-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, "texts"));
writeFileSync(
  join(folder, "texts/page.md"),
  "![A map](../map.png) and [the guide](guide.md), [below](#below), [elsewhere](https://example.org/a.md).",
);

test("without an address, pictures are left out, and links to files become plain text", () => {
  expect(standalone(folder, "texts/page.md")).toBe(
    " and the guide, [below](#below), [elsewhere](https://example.org/a.md).",
  );
});

test("with an address, pictures and links lead there", () => {
  const base = "https://example.org/argmap";
  expect(standalone(folder, "texts/page.md", base)).toBe(
    `![A map](${base}/map.png) and [the guide](${base}/texts/guide.md), [below](#below), [elsewhere](https://example.org/a.md).`,
  );
});
