import type { Plugin } from "esbuild";

export declare const sharedProtocol: string;
export declare const protocol: Plugin;
export declare const lazy: Plugin;
export declare const noBrotli: Plugin;
export declare const noColorSpaces: Plugin;
