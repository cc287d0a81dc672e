import { useEffect, useRef, useState } from "react";
import { Button, LinkButton } from "../../../../ui/button.tsx";

const [ASK, CONFIRM] = ["action-remove", "action-remove-now"];

/** Taking an action out takes a second press. Its words stay in the history. */
export const RemoveButton = ({ onRemove }: { onRemove: () => void }) => {
  const [isAsked, setAsked] = useState(false);
  const wasPressed = useRef(false);
  useEffect(() => {
    // The button that was pressed is gone: focus goes on to the one in its place.
    if (wasPressed.current) document.getElementById(isAsked ? CONFIRM : ASK)?.focus();
  }, [isAsked]);
  const press = (asked: boolean) => () => {
    wasPressed.current = true;
    setAsked(asked);
  };
  if (!isAsked)
    return (
      <LinkButton id={ASK} onClick={press(true)}>
        Remove this action
      </LinkButton>
    );
  return (
    <>
      <Button id={CONFIRM} type="button" variant="warning" onClick={onRemove}>
        Yes, remove it
      </Button>
      <LinkButton onClick={press(false)} hiddenText="in the plan">
        Keep it
      </LinkButton>
    </>
  );
};
