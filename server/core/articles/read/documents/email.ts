/** Reads the text of an e-mail as a mail program shows it: subject, sender, recipients, date and message. */
import PostalMime, { type Address } from "postal-mime";
import { documentArticle, joinTexts } from "../../article.ts";
import type { ReadResult } from "../../readArticle.ts";
import { readHtml } from "../markup/html.ts";

/** Reads an e-mail (`.eml`). */
export async function parseEmail(bytes: Uint8Array): Promise<ReadResult> {
  const { subject, from, to, date, html, text } = await PostalMime.parse(bytes);
  const addressees = [
    ["From", from === undefined ? "" : formatAddress(from)],
    ["To", (to ?? []).map(formatAddress).join(", ")],
    ["Date", date ?? ""],
  ].flatMap(([name, value]) => (value === "" ? [] : [`${name}: ${value}`]));
  const page = html === undefined ? undefined : readHtml(html);
  const body = page === undefined || page.text === "" ? { text: normalizeLineEnds(text ?? "") } : page;
  const content = joinTexts([{ text: subject ?? "" }, { text: addressees.join("\n") }, body]);
  // An e-mail has at least a sender.
  if (content.text === "") return { state: "broken" };
  return { state: "found", article: documentArticle("email", content) };
}

const normalizeLineEnds = (text: string): string => text.replace(/\r\n?/g, "\n").trim();

/** Formats an address, or the addresses of a group. */
function formatAddress(address: Address): string {
  if (address.group !== undefined) return `${address.name}: ${address.group.map(formatAddress).join(", ")}`;
  return address.name === "" ? address.address : `${address.name} <${address.address}>`;
}
