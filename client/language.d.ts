/** The language id of argument maps, as in `package.json` and the server. */
export declare const LANGUAGE = "argmap";
/** The file extension of argument maps, as in `package.json`. */
export declare const MAP_EXTENSION = ".argmap";
