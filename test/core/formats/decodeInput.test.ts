/** Reading the bytes of a file to import. */
import { expect, test } from "vitest";
import { assertImportSize, decodeInput, MAX_IMPORT_BYTES } from "../../../server/core/formats/decodeInput.ts";

const bytes = (...values: readonly number[]): Uint8Array => new Uint8Array(values);

test("reads UTF-8, and UTF-16 with a byte-order mark", () => {
  expect(decodeInput(new TextEncoder().encode("Straße"))).toBe("Straße");
  expect(decodeInput(bytes(0xff, 0xfe, 0x41, 0x00))).toBe("A");
  expect(decodeInput(bytes(0xfe, 0xff, 0x00, 0x41))).toBe("A");
});

test("names the line of the first byte that is not UTF-8", () => {
  const error = expect.objectContaining({ message: expect.stringContaining("not in UTF-8"), line: 2 });
  expect(() => decodeInput(bytes(0x41, 0x0a, 0xe4, 0x0a))).toThrow(error);
});

test("refuses binary data and files that are too large", () => {
  expect(() => decodeInput(bytes(0x41, 0x00))).toThrow("binary data");
  expect(() => assertImportSize(50 * 1024 * 1024)).toThrow(
    "The file is 50 MB, but only files of up to 32 MB can be imported.",
  );
  expect(() => assertImportSize(MAX_IMPORT_BYTES)).not.toThrow();
});
