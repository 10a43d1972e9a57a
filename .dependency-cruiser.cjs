/** Who may import whom. The comment of a rule is the reason; it is printed with the violation. */
const room = (name) => `^${name}/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-value-cycle',
      severity: 'error',
      comment: 'A cycle hides which file depends on which; move the shared part into a file of its own.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'lib-is-pure',
      severity: 'error',
      comment: 'lib runs in browser, server and CLI alike: values in, values out.',
      from: { path: room('lib') },
      to: {
        path: [
          '^(app|components|server|db|cli|tests)/',
          '^node_modules/(react|next|drizzle-orm|better-sqlite3|undici)/',
        ],
      },
    },
    {
      name: 'lib-has-no-node',
      severity: 'error',
      comment: 'lib runs in the browser too: no node:* modules.',
      from: { path: room('lib') },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'db-knows-lib-only',
      severity: 'error',
      comment: 'Queries are plain functions under everything else.',
      from: { path: room('db') },
      to: { path: '^(app|components|server|cli|tests)/' },
    },
    {
      name: 'server-below-the-screen',
      severity: 'error',
      comment: 'The server must not know who shows its data.',
      from: { path: room('server') },
      to: { path: '^(app|components|cli|tests)/' },
    },
    {
      name: 'routers-are-thin',
      severity: 'error',
      comment: 'A router declares permission and input, then calls one function: SQL lives in db/queries.',
      from: { path: '^server/api/routers/' },
      to: { path: ['^db/schema', '^node_modules/drizzle-orm/'] },
    },
    {
      name: 'one-outbound-door',
      severity: 'error',
      comment: 'server/egress is the only way out; address, header and size rules live there.',
      from: { path: '^(lib|db|server|components|app|cli)/', pathNot: '^server/egress/' },
      to: { path: '^node_modules/undici/' },
    },
    {
      name: 'zod-interprets',
      severity: 'error',
      comment: 'zod makes code from schemas unless it is told not to; server/zod.ts tells it.',
      from: { pathNot: '^server/zod\\.ts$' },
      to: { path: '^node_modules/zod/' },
    },
    {
      name: 'components-know-lib-and-router-types',
      severity: 'error',
      comment: 'A component gets data through tRPC; it may import only the type of the router.',
      from: { path: room('components') },
      to: { path: '^(app|server|db|cli|tests)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'app-is-routes-only',
      severity: 'error',
      comment: 'Pages hand data to one component; they never touch the database.',
      from: { path: room('app') },
      to: { path: '^(db|cli|tests)/' },
    },
    {
      name: 'cli-uses-public-doors',
      severity: 'error',
      comment: 'The command line is a shell over lib and server.',
      from: { path: room('cli') },
      to: { path: '^(app|components|tests)/' },
    },
    {
      name: 'nobody-imports-app-or-tests',
      severity: 'error',
      comment: 'Routes and tests are leaves.',
      from: { pathNot: '^(app|tests)/' },
      to: { path: '^(app|tests)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.next|dist|node_modules/\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
