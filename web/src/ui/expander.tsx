import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface ExpanderProps {
  /** Id of what opens and closes; the button's own is this with “-button”. */
  id: string;
  level: 2 | 3 | 4 | 5;
  heading: ReactNode;
  /** Stays in sight, whether open or closed. */
  always?: ReactNode;
  open: boolean;
  onToggle: () => void;
  children: ReactNode;
}

/** A heading that opens and closes what stands beneath it. On paper everything is open. */
export const Expander = ({ id, level, heading, always, open, onToggle, children }: ExpanderProps) => {
  const Heading = `h${level}` as const;
  return (
    <>
      <Heading className="app-expander__heading">
        <button
          type="button"
          id={`${id}-button`}
          className="app-expander__button"
          aria-expanded={open}
          aria-controls={id}
          onClick={onToggle}
        >
          <span
            className={classNames("app-expander__sign", open && "app-expander__sign--open")}
            aria-hidden="true"
          />
          <span className="app-expander__words">{heading}</span>
        </button>
      </Heading>
      {always}
      <div id={id} className={classNames("app-expander__body", !open && "app-expander__body--closed")}>
        {children}
      </div>
    </>
  );
};
