/** Packs a text. Lone halves of surrogate pairs are replaced, as in a file. */
export declare function pack(text: string): Promise<string>;
/** Returns the text. Throws if it is not one that was packed, or too long. */
export declare function unpack(packed: string): Promise<string>;
