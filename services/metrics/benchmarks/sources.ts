/** Where the figures of an edition stand, and how they were checked. */
export type BenchmarkSource = {
  report: string
  publisher: string
  year: number
  url: string
  /** The table or chapter it is read from. */
  place: string
  /** What the figures were compared with; says so where something is not certain. */
  verified: string
}

const DORA = 'DORA'
const GOOGLE = 'DORA, Google Cloud'

export const CLUSTER_SOURCES: Readonly<Record<string, BenchmarkSource>> = {
  '2018': {
    report: 'Accelerate: State of DevOps 2018',
    publisher: DORA,
    year: 2018,
    url: 'https://dora.dev/research/2018/dora-report/',
    place: 'Software delivery performance, table of the performance profiles; elite is a part of high there',
    verified: 'High, medium and low agree with a published summary of the table; elite was not compared with a second source.',
  },
  '2019': {
    report: 'Accelerate State of DevOps 2019',
    publisher: GOOGLE,
    year: 2019,
    url: 'https://dora.dev/research/2019/dora-report/',
    place: 'How do we compare?, table of the performance profiles',
    verified: 'Elite and low agree with a published summary of the report; high and medium were not compared with a second source.',
  },
  '2021': {
    report: 'Accelerate State of DevOps 2021',
    publisher: GOOGLE,
    year: 2021,
    url: 'https://dora.dev/research/2021/dora-report/',
    place: 'How do we compare?, table of software delivery performance',
    verified: 'Agrees with two published copies of the table.',
  },
  '2022': {
    report: '2022 Accelerate State of DevOps Report',
    publisher: GOOGLE,
    year: 2022,
    url: 'https://dora.dev/research/2022/dora-report/',
    place: 'How do you compare?, table of software delivery performance; no elite cluster was found',
    verified: 'Agrees with two published copies of the table.',
  },
  '2023': {
    report: 'Accelerate State of DevOps Report 2023',
    publisher: GOOGLE,
    year: 2023,
    url: 'https://dora.dev/research/2023/dora-report/',
    place: 'How do you compare?, table of software delivery performance',
    verified: 'Agrees with two published copies of the table.',
  },
  '2024': {
    report: 'Accelerate State of DevOps 2024',
    publisher: GOOGLE,
    year: 2024,
    url: 'https://dora.dev/research/2024/dora-report/',
    place: 'Software delivery performance, table of the performance levels',
    verified: 'Agrees with two published copies of the table, the change failure rates of high (20 %) and medium (10 %) among them.',
  },
  '2025': {
    report: 'State of AI-assisted Software Development 2025',
    publisher: GOOGLE,
    year: 2025,
    url: 'https://dora.dev/research/2025/dora-report/',
    place: 'It has no table of performance levels',
    verified: 'That it has none was read in its announcement.',
  },
}

export const QUICK_CHECK_SOURCES: Readonly<Record<'2024' | '2025', BenchmarkSource>> = {
  '2024': {
    report: 'DORA Quick Check, edition 2024',
    publisher: GOOGLE,
    year: 2024,
    url: 'https://dora.dev/quickcheck/',
    place: 'Industry metrics, all industries',
    verified:
      'Agrees with the published source of the quick check. The mean is that of the four measures, 6.55; the edition of 2024 itself printed 6.7.',
  },
  '2025': {
    report: 'DORA Quick Check, edition 2025',
    publisher: GOOGLE,
    year: 2025,
    url: 'https://dora.dev/quickcheck/',
    place: 'Industry metrics, all industries',
    verified: 'Agrees with the means that the tests of the published source of the quick check state.',
  },
}
