/** Returns whether the first word of a fence's info string is `argmap`. */
export const isMapFence = (info: string): boolean => /^argmap(?![\w-])/i.test(info.trim());
