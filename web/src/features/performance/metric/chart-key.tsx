import type { ReactNode } from "react";
import type { ChartModel, ChartPoint, Contender } from "./chart-model.ts";
import { BAND_FILL, BENCHMARK_LOOK, lookOf, PointMark, QUARTER_LOOK, TARGET_LOOK } from "./line-looks.tsx";

const Swatch = ({ children }: { children: ReactNode }) => (
  <svg
    className="app-legend__swatch"
    viewBox="0 0 40 16"
    width="40"
    height="16"
    aria-hidden="true"
    focusable="false"
  >
    {children}
  </svg>
);

const Stroke = ({ stroke, dash, width = 2 }: { stroke: string; dash: string; width?: number }) => (
  <path d="M1 8h38" stroke={stroke} strokeDasharray={dash} strokeWidth={width} fill="none" />
);

interface Entry {
  key: string;
  words: string;
  swatch: ReactNode;
}

const contenderEntries = ({ points }: ChartModel, contenders: readonly Contender[]): Entry[] =>
  contenders.flatMap(({ code, name }, place) => {
    const { stroke, dash, shape } = lookOf(place);
    const forecast = points.some((point) => point.forecast[code]);
    return [
      {
        key: code,
        words: name,
        swatch: (
          <>
            <Stroke stroke={stroke} dash={dash} width={place === 0 ? 3 : 2} />
            <PointMark shape={shape} stroke={stroke} cx={20} cy={8} />
          </>
        ),
      },
      ...(forecast
        ? [
            {
              key: `${code} forecast`,
              words: contenders.length === 1 ? "Forecast" : `${name}, forecast`,
              swatch: <PointMark shape={shape} stroke={stroke} cx={20} cy={8} hollow />,
            },
          ]
        : []),
    ];
  });

/** What is drawn beside the figures, each when it occurs. */
const YARDSTICKS: readonly (Omit<Entry, "words"> & {
  words: string;
  occurs: (point: ChartPoint) => boolean;
})[] = [
  {
    key: "target",
    words: "Target",
    occurs: ({ target }) => target?.line != null,
    swatch: <Stroke {...TARGET_LOOK} />,
  },
  {
    key: "band",
    words: "Target band",
    occurs: ({ target }) => target?.band != null,
    swatch: <path d="M1 2h38v12H1z" fill={BAND_FILL} stroke={TARGET_LOOK.stroke} strokeDasharray="1 3" />,
  },
  {
    key: "quarters",
    words: "Quartiles of authorities: top, median and bottom",
    occurs: ({ quarters }) => quarters !== null,
    swatch: <Stroke {...QUARTER_LOOK} />,
  },
];

const entriesOf = (model: ChartModel, contenders: readonly Contender[]): Entry[] => {
  const { points } = model;
  const benchmark = points.find((point) => point.benchmark)?.benchmark;
  return [
    ...contenderEntries(model, contenders),
    ...YARDSTICKS.filter(({ occurs }) => points.some(occurs)),
    ...(benchmark
      ? [
          {
            key: "benchmark",
            words: `${benchmark.group} (benchmark)`,
            swatch: <Stroke {...BENCHMARK_LOOK} />,
          },
        ]
      : []),
    ...(model.breaks.length > 0
      ? [
          {
            key: "break",
            words: "A new definition begins",
            swatch: <path d="M20 0v16" stroke="#0b0c0c" strokeDasharray="2 2" />,
          },
        ]
      : []),
  ];
};

/** What each line is: told by dash and shape, and by name. */
export const ChartKey = ({ model, contenders }: { model: ChartModel; contenders: readonly Contender[] }) => (
  <ul className="app-legend">
    {entriesOf(model, contenders).map(({ key, words, swatch }) => (
      <li className="app-legend__entry" key={key}>
        <Swatch>{swatch}</Swatch>
        {words}
      </li>
    ))}
  </ul>
);
