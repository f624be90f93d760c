/** Packs text for an address: deflated, in base64 with the characters of URLs. */
import { base64ToBytes, bytesToBase64 } from "../../../server/core/strings/base64.ts";

/** Larger texts are not unpacked: a short link could contain gigabytes. */
const MAX_UNPACKED_BYTES = 8 * 1024 * 1024;

/** Packs a text. Lone halves of surrogate pairs are replaced, as in a file. */
export async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return bytesToBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Returns the text. Throws if it is not one that was packed, or too long. */
export async function unpack(packed: string): Promise<string> {
  if (!/^[\w-]+$/.test(packed)) throw new Error("The text has characters that no packed text has.");
  const bytes = base64ToBytes(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const reader = stream.getReader();
  let [text, length] = ["", 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > MAX_UNPACKED_BYTES) {
      await reader.cancel();
      throw new Error("The text is too long.");
    }
    text += decoder.decode(value, { stream: true });
  }
}
