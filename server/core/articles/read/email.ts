/** Reads the text of an e-mail as a mail program shows it: subject, sender, recipients, date and message. */
import PostalMime, { type Address } from "postal-mime";
import { type Article, plainArticle } from "../article.ts";
import { readHtml } from "./html.ts";

/** Reads an e-mail (`.eml`). Undefined if the file has neither headers nor a message. */
export async function parseEmail(bytes: Uint8Array): Promise<Article | undefined> {
  const { subject, from, to, date, html, text } = await PostalMime.parse(bytes);
  const addressees = [
    ["From", from === undefined ? "" : formatAddress(from)],
    ["To", (to ?? []).map(formatAddress).join(", ")],
    ["Date", date ?? ""],
  ].flatMap(([name, value]) => (value === "" ? [] : [`${name}: ${value}`]));
  const body = (html === undefined ? "" : readHtml(html).text) || normalizeLineEnds(text ?? "");
  const blocks = [subject ?? "", addressees.join("\n"), body].filter((block) => block !== "");
  return blocks.length === 0 ? undefined : plainArticle("email", blocks.join("\n\n"));
}

const normalizeLineEnds = (text: string): string => text.replace(/\r\n?/g, "\n").trim();

/** Formats an address, or the addresses of a group. */
function formatAddress(address: Address): string {
  if (address.group !== undefined) return `${address.name}: ${address.group.map(formatAddress).join(", ")}`;
  return address.name === "" ? address.address : `${address.name} <${address.address}>`;
}
