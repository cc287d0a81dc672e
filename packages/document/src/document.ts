/**
 * A document as data: what it says and in which order, nothing of how it looks. Features build it; packages/pdf makes a tagged
 * PDF of it and packages/docx a Word document, word for word the same. Because it is plain data it can go to a worker thread.
 */
export interface BlockDocument {
  /** Shown by readers as the window's title, and stored in the metadata. No person's name belongs in it. */
  title: string;
  /** BCP 47, such as "en-GB". */
  language: string;
  /** Stands as the date of creation. Taken from the content, so that the same content gives the same file. */
  date: Date;
  orientation: "portrait" | "landscape";
  /** Repeated on every page beside the page number, and left out by screen readers. What is too long for its line is cut. */
  running: { header: string; footer: string };
  blocks: Block[];
  /** What follows on pages of its own, which may be turned the other way: an appendix. None where left out. */
  annexes?: readonly Annex[];
}

/** Begins on a new page, under its own running lines. Pages are counted through. */
export type Annex = Pick<BlockDocument, "orientation" | "running" | "blocks">;

export type Block = Heading | Paragraph | List | Facts | Table;

/** Headings also make the bookmarks and Word's navigation. The first of a document is its title, at level 1. */
export interface Heading {
  kind: "heading";
  level: HeadingLevel;
  text: string;
}

export const HEADING_LEVELS = [1, 2, 3, 4] as const;
export type HeadingLevel = (typeof HEADING_LEVELS)[number];

export interface Paragraph {
  kind: "paragraph";
  text: string;
  /** Larger, for what a reader must not miss. */
  lead?: boolean;
  weight?: "bold";
  /** Smaller and paler: said about what is said. */
  quiet?: boolean;
}

/** Items with a label of their own: "1." or "•". */
export interface List {
  kind: "list";
  numbered: boolean;
  items: string[];
}

/** Terms, each with what there is to say about it: "Department" and its name. */
export interface Facts {
  kind: "facts";
  facts: Fact[];
}

export interface Fact {
  term: string;
  /** Short paragraphs under each other. */
  details: string[];
}

/**
 * Rows under one row of headings, which is repeated where a page turns. A row is kept on one page unless no page could
 * hold it.
 */
export interface Table {
  kind: "table";
  /** Shown above the table; a screen reader reads it on entering. */
  caption: string;
  columns: Column[];
  rows: Row[];
  /** Begins on a new page rather than turn one, unless no page could hold it. */
  whole?: boolean;
}

export interface Column {
  heading: string;
  /** Share of the width, in any unit: twice the share is twice as wide. */
  share: number;
  /** Its cells are the headings of their rows. */
  rowHeading?: boolean;
}

export interface Row {
  /** One for each column. */
  cells: Cell[];
  /** Set off from the rows above it. */
  total?: boolean;
}

/** Short paragraphs under each other. None: the cell is empty. */
export type Cell = CellText[];

export interface CellText {
  text: string;
  weight?: "bold";
  /** Smaller and paler: a note beside the figure. */
  quiet?: boolean;
  /** Drawn before the text. The text says the same: nothing is told by shape or colour alone. */
  mark?: Mark;
}

export const SHAPES = ["circle", "diamond", "triangle", "dash", "up", "level", "down"] as const;
export type Shape = (typeof SHAPES)[number];

export const TONES = ["good", "middle", "bad", "neutral"] as const;
export type Tone = (typeof TONES)[number];

export interface Mark {
  shape: Shape;
  tone: Tone;
}
