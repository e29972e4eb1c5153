import { nearest } from '../../base/did-you-mean.ts';

/** Are these two names so near, or made of the same words, that one may be meant by the other? */
export function looksLike(name: string, wanted: string): boolean {
  if (name === wanted) return false;
  return nearest(name, [wanted]) !== undefined || words(name) === words(wanted);
}

/** `enriched_pageviews` and `pageviews.enriched` are the same words. */
function words(name: string): string {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .toSorted()
    .join(' ');
}
