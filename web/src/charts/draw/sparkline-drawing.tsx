import { prepareSparkline } from '../prepare/sparkline.js'

const width = 200
const height = 28

/** Stretches to the width it is given; dots are lines without length, so that they stay round. */
export function SparklineDrawing({ values, label }: { values: ReadonlyArray<number | null>; label: string }) {
  const { paths, dots, last } = prepareSparkline(values, width, height)
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      className="h-7 w-full shrink-0 text-series"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {paths.map((path) => (
        <path key={path} d={path} strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
      ))}
      {dots.map(({ x, y }) => (
        <path key={`${x} ${y}`} d={`M${x} ${y}h0`} strokeWidth="3" vectorEffect="non-scaling-stroke" />
      ))}
      {last && <path d={`M${last.x} ${last.y}h0`} strokeWidth="5" vectorEffect="non-scaling-stroke" />}
    </svg>
  )
}
