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
  /** Where two can't be joined: the value with this piece as it is in the other. */
  take?: ((value: Value, from: Value) => Value) | undefined;
  /** False of a value that has no such piece, as a row that was taken out. Without it every value has one. */
  has?: ((value: Value) => boolean) | undefined;
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
    {pieces
      .filter((piece) => piece.has?.(value) ?? true)
      .map((piece) => (
        <div key={piece.key}>
          {pieces.length > 1 ? (
            <p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-0">{piece.label}</p>
          ) : null}
          <Said piece={piece} value={value} before={before} />
        </div>
      ))}
  </div>
);

/** A text with what was changed in it; a choice or a date as it is: of those no words are added or taken out. */
const Said = <Value,>({ piece, value, before }: { piece: Piece<Value>; value: Value; before: Value }) => {
  const now = piece.read(value);
  if (piece.merge && (now !== "" || piece.read(before) !== ""))
    return <TextChanges before={piece.read(before)} after={now} />;
  return <p className="govuk-body">{now || "Nothing"}</p>;
};

const joined = (mine: string, theirs: string): string =>
  [mine, theirs].filter((text) => text !== "").join("\n\n");

type Way = "MINE" | "THEIRS" | "BOTH";
const isInBoth =
  <Value,>(mine: Value, theirs: Value) =>
  ({ has = () => true }: Piece<Value>): boolean =>
    has(mine) && has(theirs);

interface TakeProps<Value> extends Pick<ConflictChoiceProps<Value>, "mine" | "theirs"> {
  id: string;
  piece: Piece<Value>;
  way: "MINE" | "THEIRS";
  onChange: (way: "MINE" | "THEIRS") => void;
}

/** Of what can't be joined, one of the two goes into the text of both. */
const Take = <Value,>({ id, piece, mine, theirs, way, onChange }: TakeProps<Value>) => (
  <Radios
    id={id}
    legend={piece.label}
    legendSize="s"
    small
    value={way}
    onChange={(value) => onChange(value as "MINE" | "THEIRS")}
    options={[
      { value: "MINE", label: `Yours: ${piece.read(mine) || "nothing"}` },
      { value: "THEIRS", label: `Theirs: ${piece.read(theirs) || "nothing"}` },
    ]}
  />
);

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
  const [taken, setTaken] = useState<Record<string, "MINE" | "THEIRS">>({});
  const different = pieces.filter((piece) => piece.read(mine) !== piece.read(theirs));
  const mergeable = different.filter((piece) => piece.merge && isInBoth(mine, theirs)(piece));
  const takeable = different.filter((piece) => piece.take && isInBoth(mine, theirs)(piece));
  const proposal = (piece: Piece<Value>) =>
    base === undefined
      ? joined(piece.read(mine), piece.read(theirs))
      : mergeTexts(piece.read(base), piece.read(mine), piece.read(theirs)).text;
  const textOf = (piece: Piece<Value>) => texts[piece.key] ?? proposal(piece);
  const chosen = (): Value => {
    if (way === "THEIRS") return theirs;
    if (way === "MINE") return mine;
    const withTaken = takeable
      .filter(({ key }) => taken[key] === "THEIRS")
      .reduce((value, piece) => piece.take?.(value, theirs) ?? value, mine);
    return mergeable.reduce((value, piece) => piece.merge?.(value, textOf(piece)) ?? value, withTaken);
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
                  reveals: (
                    <>
                      {takeable.map((piece) => (
                        <Take
                          key={piece.key}
                          id={`${id}-${piece.key}`}
                          piece={piece}
                          mine={mine}
                          theirs={theirs}
                          way={taken[piece.key] ?? "MINE"}
                          onChange={(side) => setTaken({ ...taken, [piece.key]: side })}
                        />
                      ))}
                      {mergeable.map((piece) => (
                        <Textarea
                          key={piece.key}
                          id={`${id}-${piece.key}`}
                          label={piece.label}
                          value={textOf(piece)}
                          onChange={(text) => setTexts({ ...texts, [piece.key]: text })}
                        />
                      ))}
                    </>
                  ),
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
