import { expect, test } from "vitest";
import { decode, decodeText } from "../../../../server/core/articles/read/decode.ts";

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

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...part].map((letter) => letter.charCodeAt(0)) : part)),
  );
const meta = (charset: string): string => `<meta charset="${charset}"><p>`;
/** “中文” and “東京” in these encodings. */
const gb2312 = [0xd6, 0xd0, 0xce, 0xc4];
const shiftJis = [0x93, 0x8c, 0x8b, 0x9e];

test.each([
  ["html", "windows-1252", bytesOf(meta("windows-1252"), "Caf\xe9"), "Café"],
  ["html", "gb2312", bytesOf(meta("gb2312"), gb2312), "中文"],
  [
    "html",
    "shift_jis",
    bytesOf('<meta http-equiv="Content-Type" content="text/html; charset=shift_jis">', shiftJis),
    "東京",
  ],
  ["xhtml", "iso-8859-2", bytesOf('<?xml version="1.0" encoding="iso-8859-2"?><p>', "\xb3"), "ł"],
] as const)("decodes %s that declares %s", async (format, _encoding, bytes, expected) => {
  const decoded = await decodeText(bytes, format, undefined);
  expect(decoded?.text).toContain(expected);
  expect(decoded?.guessedEncoding).toBeUndefined();
});

test("prefers valid UTF-8 to what a page declares, as programs that save pages often leave the declaration", async () => {
  const page = new TextEncoder().encode(`${meta("windows-1252")}Café`);
  expect((await decodeText(page, "html", undefined))?.text).toContain("Café");
});

test("decodes a plain text in the likeliest encoding, and says which", async () => {
  const text = bytesOf("Das Caf\xe9 in der Stra\xdfe schlie\xdft fr\xfcher. \xdcber die Gr\xfcnde schweigt man.");
  expect(await decodeText(text, "plain", undefined)).toEqual({
    text: "Das Café in der Straße schließt früher. Über die Gründe schweigt man.",
    guessedEncoding: "windows-1252",
  });
});

test("decodes a text in the encoding of its source, without a guess", async () => {
  const bytes = bytesOf(gb2312);
  expect(await decodeText(bytes, "plain", "gb2312")).toEqual({ text: "中文", guessedEncoding: undefined });
});

test("does not take a binary file for a text", async () => {
  expect(await decodeText(bytesOf("\xff\xd8\xff\xe0", [0, 16], "JFIF"), "plain", undefined)).toBeUndefined();
  expect(await decodeText(bytesOf("PK\x03\x04\xff"), "plain", undefined)).toBeUndefined();
});
