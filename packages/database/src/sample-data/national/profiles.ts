/**
 * About where England's figure lies for one month, in the metric's unit (counts and hours: for half a million adults), how far
 * councils lie apart, how far the months of a year do, and what a year changes: all three as shares of that level. Levels are
 * of the right size, from public reports; nothing here is anybody's figure.
 */
export interface Profile {
  level: number;
  spread: number;
  season: number;
  trend: number;
}

/** Percentages lie between 0 and 100, so that high ones lie closer together. */
const ROWS: Record<string, [level: number, spread: number, season: number, trend: number]> = {
  "1A": [19.1, 0.03, 0.002, 0.001],
  "1B": [77, 0.3, 0.02, 0.005],
  "1C pt 1a": [89, 0.6, 0.02, 0.02],
  "1C pt 1b": [83, 0.8, 0.03, 0.02],
  "1C pt 2a": [28, 0.35, 0.01, 0.01],
  "1C pt 2b": [73, 0.7, 0.03, 0.01],
  "1D": [7.7, 0.06, 0.003, -0.004],
  "1E": [6, 0.5, 0.03, -0.01],
  "1F": [8, 0.45, 0.04, 0.01],
  "1G": [77, 0.5, 0.01, 0.01],
  "1H": [58, 0.5, 0.02, -0.005],
  "1I pt 1": [46, 0.15, 0.01, 0.002],
  "1I pt 2": [33, 0.2, 0.01, -0.01],
  "1J": [0.404, 0.05, 0.004, 0],
  "2A pt 1": [1.1, 0.5, 0.1, 0.01],
  "2A pt 2": [48, 0.35, 0.15, -0.01],
  "2B pt 1": [82, 0.45, 0.06, 0.003],
  "2B pt 2": [2.8, 0.5, 0.1, 0.01],
  "2C pt 1": [10, 0.6, 0.2, 0.02],
  "2C pt 2": [4, 0.7, 0.2, 0.02],
  "2C pt 3": [1, 0.8, 0.2, 0.01],
  "2D": [78, 0.6, 0.03, 0.01],
  "3A": [64, 0.15, 0.01, 0.002],
  "3B": [37, 0.2, 0.01, -0.01],
  "3C": [70, 0.25, 0.01, -0.005],
  "3D pt 1": [73, 0.2, 0.01, -0.005],
  "3D pt 2": [65, 0.2, 0.01, -0.005],
  "4A": [70, 0.2, 0.01, 0.005],
  "4B": [87, 0.35, 0.01, 0.005],
  "LOCAL-prevent": [58, 0.25, 0.03, 0.005],
  "LOCAL-reduce": [11.5, 0.3, 0.05, 0.005],
  "LOCAL-delay": [9, 0.3, 0.05, 0],
  "LOCAL-meet": [21, 0.3, 0.05, 0],
  "LOCAL-heritage-visits": [22_000, 0.6, 0.55, 0.01],
  "LOCAL-volunteering-hours": [2_600, 0.5, 0.2, 0.02],
  "LOCAL-volunteering-hours-heritage": [950, 0.5, 0.3, 0.02],
  "LOCAL-volunteering-hours-libraries": [1_650, 0.5, 0.1, 0.02],
  "LOCAL-library-visits": [98_000, 0.4, 0.12, -0.03],
  "LOCAL-library-issues": [125_000, 0.4, 0.12, -0.04],
  "LOCAL-children-issues": [52_000, 0.4, 0.3, -0.01],
  "LOCAL-e-loans": [14_000, 0.5, 0.05, 0.12],
  "LOCAL-community-library-issues": [17_000, 0.5, 0.1, -0.02],
  "LOCAL-community-children-issues": [8_200, 0.5, 0.25, -0.01],
  "LOCAL-lals-success": [90, 0.5, 0.05, 0.005],
  "LOCAL-safeguarding-outcomes": [93, 0.5, 0.02, 0.005],
  "LOCAL-annual-review": [71, 0.5, 0.08, -0.01],
  "2B pt 1 local": [85, 0.45, 0.06, 0.003],
  "2B pt 2 local": [3.2, 0.5, 0.1, 0.01],
  "2023 2A": [79, 0.5, 0.03, 0.005],
  "2023 2B": [1.2, 0.5, 0.1, 0.02],
  "2023 2C": [47, 0.35, 0.15, 0.005],
  "2023 2D": [83, 0.4, 0.05, 0.002],
  "2023 2E": [80, 0.4, 0.01, 0.005],
  "2023 3A": [77, 0.25, 0.01, 0],
  "2023 3B": [66, 0.25, 0.01, -0.002],
  "2023 3D": [26, 0.35, 0.01, -0.01],
  "2023 4A": [71, 0.2, 0.01, 0.002],
  "2023 4B": [90, 0.4, 0.02, 0.005],
  "2023 6A": [28, 0.3, 0.06, -0.005],
  "2023 6B": [83, 0.3, 0.01, 0.005],
};

export const profileOf = (code: string): Profile => {
  const row = ROWS[code];
  if (row === undefined) throw new Error(`The national set has no profile for the metric ${code}`);
  const [level, spread, season, trend] = row;
  return { level, spread, season, trend };
};

/** January to December: more in winter is what care sees, more in summer what museums see. Both add up to nought. */
const WINTER = [1, 0.9, 0.6, 0.1, -0.3, -0.6, -0.8, -0.9, -0.6, -0.2, 0.2, 0.6];
const SUMMER = [-0.9, -0.8, -0.3, 0.2, 0.5, 0.7, 1, 1, 0.3, 0, -0.7, -1];

export const seasonOf = (code: string, month: number): number =>
  (code.startsWith("LOCAL-") ? SUMMER : WINTER)[month - 1] ?? 0;
