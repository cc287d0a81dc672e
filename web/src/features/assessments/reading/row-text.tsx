import { describeCharacteristic, describeRight } from "@due-regard/domain/ehria/impact-words";
import type { CharacteristicImpact, RightImpact } from "../types.ts";

const Words = ({ label, text }: { label?: string; text: string | null | undefined }) =>
  text ? (
    <p className="govuk-body app-text">
      {label ? <strong>{label}: </strong> : null}
      {text}
    </p>
  ) : null;

export const CharacteristicText = ({ impact }: { impact: CharacteristicImpact }) => (
  <>
    <strong className={impact.affected === null ? "app-quiet" : undefined}>
      {describeCharacteristic(impact)}
    </strong>
    <Words text={impact.comments} />
    <Words label="Barriers" text={impact.barriers} />
  </>
);

export const RightText = ({ impact }: { impact: RightImpact }) => (
  <>
    <strong className={impact.affected === null ? "app-quiet" : undefined}>{describeRight(impact)}</strong>
    <Words text={impact.comments} />
    <Words label="Allowed by" text={impact.justification?.prescribedByLaw} />
    <Words label="Legitimate aim" text={impact.justification?.legitimateAim} />
    <Words label="Necessary" text={impact.justification?.necessary} />
    <Words label="Proportionate" text={impact.justification?.proportionate} />
  </>
);
