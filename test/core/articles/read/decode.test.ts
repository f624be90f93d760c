import { expect, test } from "vitest";
import { decode } from "../../../../server/core/articles/read/decode.ts";

test("decodes UTF-8 and UTF-16, and rejects everything else", () => {
  const utf16 = (text: string, isBigEndian: boolean): Uint8Array =>
    Uint8Array.from(
      [...`\ufeff${text}`].flatMap((character) => {
        const bytes = [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8];
        return isBigEndian ? bytes.reverse() : bytes;
      }),
    );
  expect(decode(new TextEncoder().encode("\ufeffCafé"))).toBe("Café");
  expect(decode(utf16("风 é", false))).toBe("风 é");
  expect(decode(utf16("风 é", true))).toBe("风 é");
  expect(decode(Uint8Array.from([0x43, 0x61, 0x66, 0xe9]))).toBeUndefined();
  expect(decode(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toBeUndefined();
});
