/** The house: arrows point one way. Comments speak to whoever broke the rule. */
const order = ['time', 'organisation', 'facts', 'catalogue', 'measure', 'judge', 'model', 'acts'];
const pure = ['time', 'organisation', 'facts', 'catalogue', 'measure', 'judge', 'model'];
const effects = ['store', 'import', 'papers', 'server', 'cli', 'demo'];

const oneWay = order.map((room, index) => ({
  name: `one-way-${room}`,
  comment: `src/${room} may only look down: ${order.slice(0, index).join(', ') || 'at nothing'}. Move what you need down, or hand it in as an argument.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: `^src/(${[...order.slice(index + 1), ...effects].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one file, or a third is missing. (A type that looks back at its maker is no need.)',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'pure-rooms',
      comment: 'Pure rooms know no files, drivers, HTTP or React: take the value as an argument.',
      severity: 'error',
      from: { path: `^src/(${pure.join('|')})/`, pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(node:|node_modules/(@duckdb|kysely|@photostructure|fastify|@fastify|react|hucre|exceljs|saxes))|^(fs|path|http|https|net|child_process|os|crypto)$',
      },
    },
    {
      name: 'words-imports-nothing',
      comment: 'words/ turns codes into sentences and knows no room.',
      severity: 'error',
      from: { path: '^src/words/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(?!words/)' },
    },
    {
      name: 'through-the-door',
      comment: "Another room is entered through its index.ts ('#room').",
      severity: 'error',
      from: { path: '^(src|web)/([^/]+)/' },
      to: { path: '^src/([^/]+)/.+', pathNot: ['^src/$2/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'web-knows-types-and-words',
      comment: 'No figure is computed in the browser: web imports the API types (type-only) and words.',
      severity: 'error',
      from: { path: '^web/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/(?!words/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-to-test',
      comment: 'A product file that needs a test file has its helper in the wrong place.',
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$|^test/' },
      to: { path: '\\.test\\.tsx?$|^test/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nobody imports this file: delete it or use it.',
      from: { orphan: true, pathNot: '\\.d\\.ts$|^src/cli/main\\.ts$|^web/main\\.tsx$|\\.test\\.tsx?$' },
      to: {},
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};
