import { expect, test } from "vitest";
import { readPdfInWorker } from "../../server/node/pdfReader.ts";
import { writePdf } from "../support/pdf/writePdf.ts";

test("gives up a PDF that takes longer than the timeout", async () => {
  const pages = Array.from({ length: 400 }, () => ["The air got cleaner."]);
  expect(await readPdfInWorker(writePdf(pages), 1)).toEqual({ state: "timed-out" });
});
