import type { Metafile } from 'esbuild';

type Output = Metafile['outputs'][string];

/** What esbuild calls the parts that several entries share, or that are loaded late. */
const HASHED = /^[\w-]+-[A-Z0-9]{8}\.js$/;

/**
 * The outputs by file name, with each part named after what it mostly consists of. esbuild names them by a hash of their
 * content, so that every edit would rename files in the repository.
 * @param texts by the name that esbuild gave
 */
export function nameParts(
  metafile: Metafile,
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const outputs = Object.entries(metafile.outputs).map(([path, output]) => ({
    name: path.replace(/^.*\//, ''),
    output,
  }));
  const names = new Map<string, string>();
  for (const { name, output } of outputs.toSorted((a, b) => order(a.output).localeCompare(order(b.output)))) {
    names.set(name, HASHED.test(name) ? freeName(partName(output), new Set(names.values())) : name);
  }
  const rename = (name: string): string => names.get(name) ?? name;
  return new Map(
    [...texts].map(([name, text]) => [
      rename(name),
      text.replaceAll(/(?<=["']\.\/)[\w-]+\.js(?=["'])/g, rename),
    ]),
  );
}

/** Independent of content: entries first, then parts by what is in them. */
function order({ entryPoint, inputs }: Output): string {
  return entryPoint === undefined ? `~${Object.keys(inputs).join()}` : entryPoint;
}

function partName({ entryPoint, inputs }: Output): string {
  const sizes = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    const owner = ownerOf(path);
    sizes.set(owner, (sizes.get(owner) ?? 0) + bytesInOutput);
  }
  const [largest] = [...sizes].toSorted(([, a], [, b]) => b - a)[0] ?? ['shared'];
  return `part-${entryPoint === undefined ? largest : ownerOf(entryPoint)}`;
}

/** The package or the file of ours, as a part of a file name. */
function ownerOf(path: string): string {
  const [, ofPackage] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
  const name = ofPackage ?? path.replace(/^src\//, '').replace(/\.\w+$/, '');
  return name.replace('@', '').replaceAll(/[/:]/g, '-');
}

function freeName(base: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const name = `${base}${count === 1 ? '' : `-${count}`}.js`;
    if (!taken.has(name)) return name;
  }
}
