/** A file that can't be taken, with what to do about it in plain words. Caught where a file is taken in. */
export class UnreadableFile extends Error {}
