const UNITS = ["bytes", "kB", "MB", "GB"] as const;

/** “27.1 MB”, in thousands, as file managers show sizes. */
export const fileSize = (bytes: number): string => {
  let [size, unit] = [bytes, 0];
  while (size >= 1000 && unit < UNITS.length - 1) [size, unit] = [size / 1000, unit + 1];
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit]}`;
};
