import { useId, useState } from "react";
import { Button } from "./button.tsx";
import { Radios } from "./radios.tsx";
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
  pieces: readonly Piece<Value>[];
  onChoose: (value: Value) => void;
  /** What was changed by two people. */
  what?: string | undefined;
  button?: string | undefined;
}

const Side = <Value,>({
  title,
  value,
  pieces,
}: {
  title: string;
  value: Value;
  pieces: readonly Piece<Value>[];
}) => (
  <div className="app-conflict__text">
    <h3 className="govuk-heading-s">{title}</h3>
    {pieces.map((piece) => (
      <div key={piece.key}>
        {pieces.length > 1 ? (
          <p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-0">{piece.label}</p>
        ) : null}
        <p className="govuk-body app-text">{piece.read(value) || "Nothing"}</p>
      </div>
    ))}
  </div>
);

const joined = (mine: string, theirs: string): string =>
  [mine, theirs].filter((text) => text !== "").join("\n\n");

type Way = "MINE" | "THEIRS" | "BOTH";

/**
 * Two people changed one answer. Both texts are shown, and nothing is stored or thrown away until the person has
 * chosen one or written a third.
 */
export const ConflictChoice = <Value,>(props: ConflictChoiceProps<Value>) => {
  const { mine, theirs, pieces, onChoose, what = "this answer", button = "Save this choice" } = props;
  const id = useId();
  const [way, setWay] = useState<Way>("MINE");
  const [texts, setTexts] = useState<Record<string, string>>({});
  const different = pieces.filter((piece) => piece.read(mine) !== piece.read(theirs));
  const mergeable = different.filter((piece) => piece.merge);
  const textOf = (piece: Piece<Value>) => texts[piece.key] ?? joined(piece.read(mine), piece.read(theirs));
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
        <p className="govuk-body">Both are here. Choose which should stand.</p>
      </div>
      <div className="app-conflict__texts">
        <Side title="Yours" value={mine} pieces={different} />
        <Side title="Theirs" value={theirs} pieces={different} />
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
