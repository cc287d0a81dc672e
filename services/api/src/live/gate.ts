/** Lets at most `places` pieces of work run at once; the others wait their turn, in order. */
export const createGate = (places: number) => {
  let free = places;
  const waiting: (() => void)[] = [];
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
};

export type Gate = ReturnType<typeof createGate>;
