import { CHARACTERISTIC_ROWS, RIGHT_ROWS } from "@due-regard/domain/ehria/reference-data";
import { rightKey } from "@due-regard/domain/ehria/reference-types";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Details } from "../../../ui/details.tsx";
import { NO_GUIDANCE } from "./guidance-model.ts";
import { hasErrorIn, PartFields, type PartListProps } from "./part-fields.tsx";
import type { PartModel } from "./question-model.ts";

interface LawRow {
  key: string;
  label: string;
  /** What tells it apart in a list: "Article 8". */
  prefix: string;
}

const RIGHT_PREFIX = { CONVENTION: "Article", FIRST_PROTOCOL: "First Protocol, article" } as const;

/** The rows that the law's tables can hold, as a new form would call them. */
const ROWS: Record<"CHARACTERISTIC_ROWS" | "RIGHT_ROWS", readonly LawRow[]> = {
  CHARACTERISTIC_ROWS: CHARACTERISTIC_ROWS.map(({ characteristic, label }) => ({
    key: characteristic,
    label,
    prefix: "",
  })),
  RIGHT_ROWS: RIGHT_ROWS.map((right) => ({
    key: rightKey(right),
    label: right.title,
    prefix: `${RIGHT_PREFIX[right.part]} ${right.article}: `,
  })),
};

export const isRowKind = (kind: string): kind is keyof typeof ROWS => Object.hasOwn(ROWS, kind);

const partOf = ({ key, label }: LawRow): PartModel => ({
  id: key,
  key,
  label,
  hint: "",
  textLabel: "Comments",
  guidance: NO_GUIDANCE,
});

/** Which rows of the law a table asks about, each with its own words. They keep the law's order. */
export const RowList = ({
  kind,
  parts,
  errorFor,
  wrong,
  onChange,
}: PartListProps & { kind: keyof typeof ROWS }) => {
  const error = errorFor("parts");
  const rows = ROWS[kind];
  const choose = (chosen: ReadonlyMap<string, PartModel>) =>
    onChange(rows.flatMap(({ key }) => chosen.get(key) ?? []));
  const chosen = new Map(parts.map((part) => [part.key, part]));
  return (
    <div id="parts" tabIndex={-1}>
      {error ? <p className="govuk-error-message">{error}</p> : null}
      {rows.map((row) => {
        const part = chosen.get(row.key);
        const name = `${row.prefix}${row.label}`;
        return (
          <div key={row.key}>
            <Checkbox
              id={`row-${row.key}`}
              label={name}
              small
              checked={part !== undefined}
              onChange={(checked) => {
                const next = new Map(chosen);
                if (checked) next.set(row.key, partOf(row));
                else next.delete(row.key);
                choose(next);
              }}
            />
            {part ? (
              <Details
                summary={
                  <>
                    Words and guidance<span className="govuk-visually-hidden"> of {name}</span>
                  </>
                }
                open={wrong.some((field) => field?.startsWith(`parts-${part.id}-`) ?? false)}
              >
                <PartFields
                  part={part}
                  name={name}
                  withText={false}
                  errorFor={errorFor}
                  hasErrors={hasErrorIn(wrong, `parts-${part.id}`)}
                  onChange={(changed) => choose(new Map(chosen).set(row.key, changed))}
                />
              </Details>
            ) : null}
          </div>
        );
      })}
    </div>
  );
};
