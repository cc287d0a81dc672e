import { useLive } from "./live-context.ts";
import type { Other } from "./live-link.ts";

const whereabouts = ({ name, label }: Other): string =>
  label === null ? `${name}, reading` : `${name}, writing in ${label}`;

/** Who else has the draft open. News of it is announced apart, so that it doesn't interrupt. */
export const PresenceLine = () => {
  const { others } = useLive();
  if (others.length === 0) return null;
  return (
    <div className="app-presence">
      <p className="app-presence__title">Also here now</p>
      <ul className="app-presence__list">
        {others.map((other) => (
          <li key={other.id}>{whereabouts(other)}</li>
        ))}
      </ul>
    </div>
  );
};
