// Bundles the process that is killed, as the product's own parts are bundled. A mutant puts one broken module in the place
// of the true one, to see that the suite notices.
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/** The module that each mutant stands in for, as it is imported, and by whom. */
const mutants = {
  'forget-starts': { imports: /run-journal$/, by: /server\/runner\/journal\.ts$/ },
  'answer-first': { imports: /^\.\/hook$/, by: /server\/runner\/runner\.ts$/ },
} as const;

export type Mutant = keyof typeof mutants;

/** The settings of the product's own bundles; that file is plain JavaScript, so its types are said here. */
interface BundleSettings {
  root: string;
  bundleOptions(entryPoints: Record<string, string>, outdir: string): BuildOptions;
}

/** Path of the bundle. */
export async function bundleChild(mutant?: Mutant): Promise<string> {
  const settings = new URL('../../scripts/bundle.mjs', import.meta.url).href;
  const { bundleOptions, root } = (await import(settings)) as BundleSettings;
  const outdir = join(root, 'dist', mutant === undefined ? 'crash' : `crash-${mutant}`);
  const options = bundleOptions({ child: join(root, 'tests/crash/child.ts') }, outdir);
  await build({ ...options, plugins: mutant === undefined ? [] : [standIn(root, mutant)] });
  return join(outdir, 'child.mjs');
}

function standIn(root: string, mutant: Mutant): Plugin {
  const { imports, by } = mutants[mutant];
  return {
    name: mutant,
    setup(builder) {
      builder.onResolve({ filter: imports }, ({ importer }) =>
        by.test(importer.replaceAll('\\', '/'))
          ? { path: join(root, 'tests/crash/mutants', `${mutant}.ts`) }
          : undefined,
      );
    },
  };
}
