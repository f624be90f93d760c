/** A tool that an assistant can use on maps, whatever the protocol by which it asks. */
import type * as v from "valibot";
import type { AssistantSession } from "./session.ts";

/** What a tool answers. */
export interface ToolAnswer {
  readonly text: string;
  /** A picture, as the bytes of a PNG. */
  readonly png?: Uint8Array;
}

/** A tool with the schema of its input. */
export interface Tool<Input extends v.ObjectEntries = v.ObjectEntries> {
  /** The name in protocols: `read_map`. */
  readonly name: string;
  /** The name for people: “Read a map”. */
  readonly title: string;
  /** Says to the assistant what the tool does and when to use it. */
  readonly description: string;
  /** Whether the tool changes maps, unless it is asked for a preview. */
  readonly changesMaps: boolean;
  /** Whether the answer is a picture, which not every protocol can carry. */
  readonly answersWithPicture?: true;
  readonly input: v.StrictObjectSchema<Input, undefined>;
  /** @throws {UserError} if the request cannot be met; the message says why, and what to do */
  readonly run: (
    session: AssistantSession,
    input: v.InferOutput<v.StrictObjectSchema<Input, undefined>>,
  ) => Promise<ToolAnswer> | ToolAnswer;
}

/** A tool whose input has been checked by its own schema, so that tools with different inputs fit in one list. */
export interface AnyTool extends Omit<Tool, "input" | "run"> {
  readonly input: v.GenericSchema<unknown, unknown>;
  /** @throws {v.ValiError} if the input does not match the schema */
  readonly run: (session: AssistantSession, input: unknown) => Promise<ToolAnswer>;
}
