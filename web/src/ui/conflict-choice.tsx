import { mergeTexts } from "@due-regard/domain/ehria/merge-texts";
import { useId, useState } from "react";
import { Button } from "./button.tsx";
import { Radios } from "./radios.tsx";
import { TextChanges } from "./text-changes.tsx";
import { Textarea } from "./textarea.tsx";

/** One piece of an answer, as a person recognises it. `merge` is missing where two can't be joined (a choice, say). */
export interface Piece<Value> {
  key: string;
  label: string;
  read: (value: Value) => string;
  merge?: ((value: Value, text: string) => Value) | undefined;
}

interface ConflictChoiceProps<Value> {
  mine: Value;
  theirs: Value;
  /** What both began with. Without it the two are compared with each other. */
  base?: Value | undefined;
  pieces: readonly Piece<Value>[];
  onChoose: (value: Value) => void;
  /** What was changed by two people. */
  what?: string | undefined;
  button?: string | undefined;
  /** What becomes of the text that is not chosen. */
  note?: string | undefined;
}

interface SideProps<Value> {
  title: string;
  value: Value;
  /** What it is compared with. */
  before: Value;
  pieces: readonly Piece<Value>[];
}

const Side = <Value,>({ title, value, before, pieces }: SideProps<Value>) => (
  <div className="app-conflict__text">
    <h3 className="govuk-heading-s">{title}</h3>
    {pieces.map((piece) => (
      <div key={piece.key}>
        {pieces.length > 1 ? (
          <p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-0">{piece.label}</p>
        ) : null}
        {piece.read(value) === "" && piece.read(before) === "" ? (
          <p className="govuk-body">Nothing</p>
        ) : (
          <TextChanges before={piece.read(before)} after={piece.read(value)} />
        )}
      </div>
    ))}
  </div>
);

const joined = (mine: string, theirs: string): string =>
  [mine, theirs].filter((text) => text !== "").join("\n\n");

type Way = "MINE" | "THEIRS" | "BOTH";

const COMPARED = {
  base: "Words that were added are underlined, and words that were taken out are struck through, compared with the text that you both began with.",
  theirs:
    "In yours, words that are not in theirs are underlined, and words that stand in theirs alone are struck through.",
} as const;

/**
 * Two people changed one answer. Both texts are shown with what each of them changed, and nothing is stored or thrown away
 * until the person has chosen one or written a third.
 */
export const ConflictChoice = <Value,>(props: ConflictChoiceProps<Value>) => {
  const {
    mine,
    theirs,
    base,
    pieces,
    onChoose,
    what = "this answer",
    button = "Save this choice",
    note,
  } = props;
  const id = useId();
  const [way, setWay] = useState<Way>("MINE");
  const [texts, setTexts] = useState<Record<string, string>>({});
  const different = pieces.filter((piece) => piece.read(mine) !== piece.read(theirs));
  const mergeable = different.filter((piece) => piece.merge);
  const proposal = (piece: Piece<Value>) =>
    base === undefined
      ? joined(piece.read(mine), piece.read(theirs))
      : mergeTexts(piece.read(base), piece.read(mine), piece.read(theirs)).text;
  const textOf = (piece: Piece<Value>) => texts[piece.key] ?? proposal(piece);
  const chosen = (): Value => {
    if (way === "THEIRS") return theirs;
    if (way === "MINE") return mine;
    return mergeable.reduce((value, piece) => piece.merge?.(value, textOf(piece)) ?? value, mine);
  };
  return (
    <section className="app-conflict" aria-labelledby={`${id}-title`}>
      <div role="alert">
        <h2 className="govuk-heading-m" id={`${id}-title`}>
          Somebody else changed {what} while you were writing
        </h2>
        <p className="govuk-body">Both are here. Choose which should stand.{note ? ` ${note}` : ""}</p>
      </div>
      <p className="govuk-hint">{base ? COMPARED.base : COMPARED.theirs}</p>
      <div className="app-conflict__texts">
        <Side title="Yours" value={mine} before={base ?? theirs} pieces={different} />
        <Side title="Theirs" value={theirs} before={base ?? theirs} pieces={different} />
      </div>
      <Radios
        id={`${id}-way`}
        legend="What should stand?"
        value={way}
        onChange={(value) => setWay(value as Way)}
        options={[
          { value: "MINE", label: "Keep yours" },
          { value: "THEIRS", label: "Take theirs" },
          ...(mergeable.length > 0
            ? [
                {
                  value: "BOTH",
                  label: "Make one text of both",
                  reveals: mergeable.map((piece) => (
                    <Textarea
                      key={piece.key}
                      id={`${id}-${piece.key}`}
                      label={piece.label}
                      value={textOf(piece)}
                      onChange={(text) => setTexts({ ...texts, [piece.key]: text })}
                    />
                  )),
                },
              ]
            : []),
        ]}
      />
      <Button type="button" onClick={() => onChoose(chosen())}>
        {button}
      </Button>
    </section>
  );
};
