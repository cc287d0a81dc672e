import type { ResultOf } from "gql.tada";
import type { contentFields, findingFields } from "./fragments.ts";
import type { OverviewQuery, ReceiptQuery, SigningQuery } from "./queries.ts";

export type Content = ResultOf<typeof contentFields>;
export type Section = Content["form"][number];
export type Question = Section["questions"][number];
export type Part = Question["parts"][number];
export type Answer = Content["answers"][number];
export type CharacteristicImpact = Content["characteristicImpacts"][number];
export type RightImpact = Content["rightImpacts"][number];
export type Evidence = Content["evidence"][number];
export type ImprovementAction = Content["improvementActions"][number];
export type Finding = ResultOf<typeof findingFields>;
export type Overview = NonNullable<ResultOf<typeof OverviewQuery>["assessment"]>;
export type Signing = NonNullable<ResultOf<typeof SigningQuery>["assessment"]>;
export type Signer = ResultOf<typeof SigningQuery>["viewer"];
export type Receipt = NonNullable<ResultOf<typeof ReceiptQuery>["assessment"]>;
export type AssessmentAction = Content["availableActions"][number];
