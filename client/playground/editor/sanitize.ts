/** Makes HTML safe that comes from a map: a link can bring a map of anybody. */
import DOMPurify from "dompurify";

// A link must not take the page away from the map.
DOMPurify.addHook("afterSanitizeAttributes", (element) => {
  if (element.tagName !== "A") return;
  element.setAttribute("target", "_blank");
  element.setAttribute("rel", "noopener");
});

/** Only marks of text, and links to the web. Pictures and forms of a map would look like those of the page. */
export const sanitizeHtml = (html: string): string =>
  DOMPurify.sanitize(html, {
    ALLOWED_TAGS: ["a", "b", "blockquote", "br", "code", "em", "hr", "i", "li", "ol", "p", "pre", "strong", "ul"],
    ALLOWED_ATTR: ["href"],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
  });
