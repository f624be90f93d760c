import { isValidValue, valueForms } from "../../../core/language/attributes/values.ts";
import { type Attribute, attributeOf, type Entry, type Line, lineText } from "../../../core/language/entry.ts";
import { fileOf, type MapFile } from "../../../core/language/map.ts";
import { type CardProperty, hasProperty, noPropertyMessage } from "../../../core/tree/cardRules.ts";
import { speakerNamed } from "../../names/speakerNamed.ts";
import { insertAttribute } from "../../textEdits/attributeLine.ts";
import type { SpanReplacement } from "../../textEdits/model.ts";
import { setClauseNames } from "./clauseNames.ts";
import { type CardTarget, type EditPlan, planFor, rejectEdit, requireReadable } from "./editPlan.ts";
import { removeTextLines } from "./paragraphs.ts";

/** The new values of a property of an entry. */
interface PropertyChange {
  readonly property: CardProperty;
  readonly values: readonly string[];
  /** The full name of a speaker to add to the values. */
  readonly newSpeaker?: string;
}

/** Sets who says an entry, its tags, or another attribute. Without values, the property is removed. */
export function setProperty(target: CardTarget, { property, values, newSpeaker }: PropertyChange): EditPlan {
  const { entry } = target;
  const { keyword, form } = entry.head;
  requireReadable(entry);
  if (form === "bare") return rejectEdit("This name is not defined. Define it in the text first.");
  if (!hasProperty(keyword, property)) return rejectEdit(noPropertyMessage(keyword, property));
  return property === "speaker"
    ? setSpeakers(target, values, newSpeaker)
    : setAttribute(
        entry,
        property,
        values
          .map(toOneLine)
          .filter((value) => value !== "")
          .join(", "),
      );
}

/** Returns a value without line breaks and surrounding white space. */
const toOneLine = (value: string): string => value.replaceAll(/\s+/g, " ").trim();

function setSpeakers({ workspace, entry }: CardTarget, names: readonly string[], newSpeaker?: string): EditPlan {
  const file = fileOf(entry);
  const speaker = newSpeaker === undefined ? undefined : speakerNamed(workspace, file, newSpeaker);
  const allNames = [...new Set([...names, ...(speaker === undefined ? [] : [speaker.name])])];
  const changes = speaker?.change === undefined ? [] : [speaker.change];
  return planFor(file, entry.line, changes, setClauseNames(entry, "by", allNames));
}

function setAttribute(entry: Entry, key: Exclude<CardProperty, "speaker">, typed: string): EditPlan {
  // `70` is meant as 70%.
  const value = isValidValue(key, typed) ? typed : (valueForms.get(key)?.corrections(typed)[0] ?? typed);
  const file = fileOf(entry);
  const existing = attributeOf(entry, key);
  if (value === "") {
    const attributes = entry.attributes.filter((attribute) => attribute.key === key);
    return planFor(
      file,
      entry.line,
      removeTextLines(
        file,
        attributes.flatMap((one) => linesOf(entry, one)),
      ),
    );
  }
  if (!isValidValue(key, value)) {
    rejectEdit(
      `“${value}” is not a valid ${key === "tags" ? "list of tags" : key}. Write ${valueForms.get(key)?.description}.`,
    );
  }
  if (existing !== undefined) return replaceValue(file, entry, existing, value);
  const { change, newLine } = insertAttribute(file, entry, `${key}: ${value}`);
  return planFor(file, newLine, [change]);
}

/** Returns the lines of an attribute with its value, without comments. */
const linesOf = ({ lines }: Entry, { line }: Attribute): readonly Line[] => [
  line,
  ...lines.filter((one) => one.attribute === line && lineText(one) !== ""),
];

function replaceValue(file: MapFile, entry: Entry, attribute: Attribute, value: string): EditPlan {
  const [line, ...continuations] = linesOf(entry, attribute);
  if (line === undefined || !("textStart" in line.scanned)) return rejectEdit("There is no value to change.");
  const { raw, textStart } = line.scanned;
  const colonEnd = raw.slice(0, textStart).trimEnd().length;
  const replacement: SpanReplacement = { line, start: colonEnd, end: raw.length, text: ` ${value}` };
  return planFor(file, line, removeTextLines(file, continuations), [replacement]);
}
