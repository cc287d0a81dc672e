import type { Answer, CharacteristicImpact, ImprovementAction, RightImpact } from "../../content.ts";
import type { Stage } from "../../vocabulary.ts";
import type { FormQuestion } from "../template.ts";

/** What a question must have for its kind to make sense of it. */
export type KindNeed = "parts" | "options" | "stage";

/**
 * What a question of some kinds may have besides: words for each part, words beside a choice, a number of words at most,
 * evidence that is cited for it as a whole.
 */
export type KindExtra = "partText" | "textLabel" | "maxWords" | "evidence";

/**
 * What a kind of question is, apart from how it looks: where its answers live, which cells they fill, what may be
 * saved in a cell and what is still missing. One file a kind; registry.ts lists them all.
 */
export interface QuestionKindModel {
  /** What people call it who make forms. */
  name: string;
  needs: readonly KindNeed[];
  takes: readonly KindExtra[];
  /** Words that a cell takes, where it does not take all: forms are filled with them to try every kind. */
  example?: string;
  storedIn: "ANSWERS" | "CHARACTERISTIC_IMPACTS" | "RIGHT_IMPACTS" | "IMPROVEMENT_ACTIONS";
  /** The parts that answers may name: [null] when the question itself is answered, [] when its cells are rows elsewhere. */
  cells(question: FormQuestion): readonly (string | null)[];
  /** Choices that a cell takes; empty where it takes words alone. */
  choices(question: FormQuestion): readonly string[];
  /** Whether words stand in a cell, alone or beside its choice. */
  takesText(question: FormQuestion): boolean;
  /** Why this answer can't be saved, in plain words; empty when it can. Being incomplete is no fault. */
  faults(question: FormQuestion, answer: AnswerValue): string[];
  /** True when nothing at all has been put in. */
  isEmpty(question: FormQuestion, reader: CellReader): boolean;
  /** What is missing. Where `required` is false, only what a begun answer still lacks. */
  gaps(question: FormQuestion, reader: CellReader, required: boolean): Gap[];
}

export type AnswerValue = Pick<Answer, "choice" | "text">;

/** How a kind reads what people have put in, counted or not. */
export interface CellReader {
  answer(question: string, part: string | null): Answer | null;
  characteristicImpact(stage: Stage, characteristic: string): CharacteristicImpact | null;
  rightImpact(stage: Stage, right: string): RightImpact | null;
  improvementActions(): readonly ImprovementAction[];
}

/** The kinds of gap, named as the checker's rules are. */
export type GapRule =
  | "required-part-unanswered"
  | "no-without-explanation"
  | "affected-without-direction"
  | "action-without-owner-or-date"
  | "completed-to-be-confirmed";

export interface Gap {
  rule: GapRule;
  part: string | null;
  /** Field within the cell: "choice", "text", "direction", "due" … */
  field: string;
  message: string;
}
