import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { standalone } from "../../packaging/standalone.ts";

const folder = mkdtempSync(join(tmpdir(), "argmap-standalone-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, "texts"));
writeFileSync(join(folder, "map.png"), "png");
writeFileSync(
  join(folder, "texts/page.md"),
  "![A map](../map.png) and [the guide](guide.md), [below](#below), [elsewhere](https://example.org/a.md).",
);

test("without an address, pictures are embedded, and links to files become plain text", () => {
  const picture = `data:image/png;base64,${Buffer.from("png").toString("base64")}`;
  expect(standalone(folder, "texts/page.md")).toBe(
    `![A map](${picture}) and the guide, [below](#below), [elsewhere](https://example.org/a.md).`,
  );
});

test("with an address, pictures and links lead there", () => {
  const base = "https://example.org/argmap";
  expect(standalone(folder, "texts/page.md", base)).toBe(
    `![A map](${base}/map.png) and [the guide](${base}/texts/guide.md), [below](#below), [elsewhere](https://example.org/a.md).`,
  );
});
