import fc from "fast-check";
import { expect, test } from "vitest";
import { base64ToBytes, bytesToBase64 } from "../../../server/core/strings/base64.ts";

test("bytes become the base64 that Node writes, and come back the same", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const base64 = bytesToBase64(bytes);
      expect(base64).toBe(Buffer.from(bytes).toString("base64"));
      expect(base64ToBytes(base64)).toEqual(bytes);
    }),
  );
});

test("a file of some megabytes comes back the same", () => {
  const bytes = Uint8Array.from({ length: 3_000_001 }, (_, index) => index % 251);
  expect(Buffer.compare(base64ToBytes(bytesToBase64(bytes)), bytes)).toBe(0);
});
