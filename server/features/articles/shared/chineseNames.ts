/** Finds names of persons in Chinese text by their surnames, before verbs of speaking: Chinese has no capital letters. */
import { segmentWords } from "../../../core/strings/words.ts";

/** Surnames of one character that most people in China have, and those of two characters that are best known. */
const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温习阮葛倪池柳祝殷时牛童庞翟聂尤施";
const COMPOUND_SURNAMES = "欧阳|司马|上官|诸葛|夏侯|皇甫|慕容|司徒|令狐|尉迟|东方|公孙|端木";
/** What may stand between the name and the verb. */
const ADVERB = String.raw`(?:[也还则却曾]|对此|随后|同时|进一步|明确|[对向]\p{Script=Han}{2,6}?)?`;
/** “说明”, “说法” and the like are no verbs of speaking. */
const VERB =
  "(?:说(?![明法服辞])|表示|认为|指出|强调|坦言|透露|写道|告诉|回忆|补充|解释|建议|警告|反驳|质疑|呼吁|主张|坚称|直言)";
const NAME = new RegExp(
  String.raw`(?<surname>${COMPOUND_SURNAMES}|[${SURNAMES}])\p{Script=Han}{1,2}?(?=${ADVERB}${VERB})`,
  "gu",
);

/** A name and where it is. */
export interface FoundName {
  readonly name: string;
  readonly index: number;
}

/**
 * Returns the names in a text, such as 罗晓晴 in “调度主任罗晓晴说”. The surname must be a word of its own, as 高 is in 高明 but
 * not in 高层. A name that begins like a word, as 方志远 does, is not found, nor are other names, such as those of foreigners.
 */
export function chineseNames(text: string): readonly FoundName[] {
  const matches = [...text.matchAll(NAME)];
  if (matches.length === 0) return [];
  const words = new Map(Array.from(segmentWords(text), ({ segment, index }) => [index, segment]));
  return matches.flatMap(({ 0: name, index, groups }) =>
    words.get(index) === groups?.surname ? [{ name, index }] : [],
  );
}
