import { useEffect, useState } from "react";

/** True once `waiting` has lasted longer than `after` milliseconds: what answers quickly never flashes. */
export const useLate = (waiting: boolean, after = 300): boolean => {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setLate(true), after);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [waiting, after]);
  return waiting && late;
};
