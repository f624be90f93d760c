/** Says where entries are allowed. */
import { type Keyword, keywordRules } from "../../language/vocabulary.ts";
import { capitalize, joinList, withArticle } from "../../strings/english.ts";

/** “A premise belongs under a reason or an objection” */
export function allowedPlaces(keyword: Keyword): string {
  const { canBeTopLevel, allowedParents } = keywordRules[keyword];
  const places = allowedParents.length === 0 ? [] : [`under ${joinList(allowedParents.map(withArticle), "or")}`];
  if (canBeTopLevel) places.unshift("at the left edge");
  return `${capitalize(withArticle(keyword))} belongs ${places.join(" or ")}`;
}
