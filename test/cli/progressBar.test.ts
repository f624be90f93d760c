import { expect, test } from "vitest";
import { startProgress } from "../../server/cli/progressBar.ts";

/** Runs ten steps of 200 ms, and returns what was written. */
function written(isTTY: boolean): readonly string[] {
  const texts: string[] = [];
  let time = 0;
  const stream = { isTTY, write: (text: string | Uint8Array) => texts.push(`${text}`) > 0 };
  const bar = startProgress("Reading maps", 10, stream, () => time);
  for (let step = 0; step < 10; step++) {
    time += 200;
    bar.advance();
  }
  bar.end();
  return texts;
}

test("draws a bar on a terminal once a run takes long, and removes it at the end", () => {
  const texts = written(true);
  expect(texts[0]).toBe(`\rReading maps [${"#".repeat(9)}${".".repeat(21)}] 3 of 10\u001b[K`);
  expect(texts.at(-2)).toContain("10 of 10");
  expect(texts.at(-1)).toBe("\r\u001b[K");
});

test("writes nothing if stderr is a file", () => {
  expect(written(false)).toEqual([]);
});
