import type { RightJustification } from "@due-regard/domain/ehria/content";
import type {
  ImpactDirection,
  ProtectedCharacteristic,
  RightPart,
  Stage,
} from "@due-regard/domain/ehria/vocabulary";
import type { ActionStatus } from "@due-regard/domain/strategies/vocabulary";

/** ISO date, or so many months after the day on which the demonstration is loaded. */
export type DemoDay = string | { monthsFromNow: number };

export interface DemoImpact {
  characteristic: ProtectedCharacteristic;
  direction: ImpactDirection;
  comments: string;
  barriers?: string;
}

export interface DemoRight {
  part: RightPart;
  article: number;
  comments: string;
  justification?: RightJustification;
}

/** A figure of the County by its metric's code and period, or an element of a plan by the plan's slug and its own key. */
export type DemoEvidence = { place: string; note?: string } & (
  | { figure: { metric: string; period: string } }
  | { element: { strategy: string; key: string } }
);

export interface DemoAction {
  objective: string;
  action: string;
  target: string;
  officer: string;
  due: DemoDay;
  /** Key of the question that obliges to it. */
  fromQuestion?: string;
  /** Email address of whoever sees to it. */
  owner: string;
  /** A metric's code. */
  metric?: string;
  /** Reference of a delivery action that it belongs to: “D08”. */
  delivery?: string;
  /** What became of it, in order. */
  progress: readonly { status: ActionStatus; note: string }[];
}

/** What a person decides about a passage that the searches find. Whatever is found besides is left out. */
export interface DemoDecision {
  text: string;
  keep?: string;
  replacement?: string;
}

/**
 * An assessment of the demonstration: made up, about a change that the papers name, and taken through its whole life by the verbs
 * that people's pages call.
 */
export interface DemoAssessment {
  title: string;
  startedOn: string;
  completedOn: string;
  /** To a question, or to a part of it: “mitigation.a”. */
  answers: Readonly<Record<string, { choice?: string; text?: string }>>;
  /** The stage whose tables it fills in; whoever and whatever is not named is not affected. */
  stage: Stage;
  impacts: readonly DemoImpact[];
  rights: readonly DemoRight[];
  evidence: readonly DemoEvidence[];
  actions: readonly DemoAction[];
  recommendation: string;
  decisions: readonly DemoDecision[];
  /** False: its copy for the public is prepared, and waits for the chair. */
  isPublished: boolean;
}
