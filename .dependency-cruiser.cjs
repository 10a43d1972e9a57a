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
        path: ['^(components|server|db)/', '^node_modules/(react|next|drizzle-orm|better-sqlite3|undici)/'],
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
      to: { path: '^(components|server)/' },
    },
    {
      name: 'server-below-the-screen',
      severity: 'error',
      comment: 'The server must not know who shows its data.',
      from: { path: room('server') },
      to: { path: '^components/' },
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
      to: { path: '^(server|db)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'app-is-routes-only',
      severity: 'error',
      comment: 'Pages hand data to one component; they never touch the database.',
      from: { path: room('app') },
      to: { path: room('db') },
    },
    {
      name: 'cli-uses-public-doors',
      severity: 'error',
      comment:
        'A command is a shell over lib and the two doors of server that open and close a database of their own.',
      from: { path: room('cli') },
      to: {
        path: '^(components|server|db)/',
        pathNot: '^server/(auth/reset-password|runner/headless)\\.ts$',
      },
    },
    {
      name: 'samples-stand-alone',
      severity: 'error',
      comment: 'The sample API is a server like that of a maker: it knows nothing of the product.',
      from: { path: room('samples') },
      to: { path: '^(components|server|db|lib)/' },
    },
    {
      name: 'leaves-are-not-imported',
      severity: 'error',
      comment: 'Routes, commands, the sample API and tests are leaves.',
      from: { path: '^([^/]+)/', pathNot: '^tests/' },
      to: { path: '^(app|cli|samples|tests)/', pathNot: '^$1/' },
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
