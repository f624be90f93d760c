/** Schemas that several messages share. */
import * as v from "valibot";
import { type CardId, cardKinds } from "../core/tree/tree.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A zero-based position as in LSP, in UTF-16 code units. */
export const position = v.object({ line: count, character: count });
export const range = v.object({ start: position, end: position });
/** A location as in LSP. */
export const location = v.object({ uri: v.string(), range });

/** The id of a card. Any string is accepted. */
export const cardId = v.custom<CardId>((value) => typeof value === "string");
export const cardKind = v.picklist(cardKinds);

/** A field that is required but may be undefined. JSON omits undefined fields, so the schema adds them back. */
export const orUndefined = <T>(schema: v.GenericSchema<unknown, T>) => v.optional(schema, () => undefined);

type DeepReadonly<T> = T extends string | number | boolean | undefined
  ? T
  : { readonly [Key in keyof T]: DeepReadonly<T[Key]> };

/** `true` if both types are identical apart from `readonly`. The compiler compares the conditional types for identity. */
type IsSame<A, B> =
  (<T>() => T extends DeepReadonly<A> ? 1 : 2) extends <T>() => T extends DeepReadonly<B> ? 1 : 2 ? true : false;

/**
 * Checks at compile time that the output of a schema is exactly `Type`: `schemaOf<Tree>()(v.object({ … }))` is an error
 * (“Expected 2 arguments”) if a field is missing, unknown or of another type. So a type of the core can have its schema
 * here without importing valibot itself.
 */
export const schemaOf =
  <Type>() =>
  <Schema extends v.GenericSchema<unknown, Type>>(
    schema: Schema,
    ..._difference: IsSame<v.InferOutput<Schema>, Type> extends true ? [] : ["The schema differs from the type."]
  ): v.GenericSchema<unknown, Type> =>
    schema;
