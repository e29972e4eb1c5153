import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import {
  type DefaultTreeAdapterTypes,
  html as names,
  parseFragment,
  defaultTreeAdapter as tree,
} from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** What GitHub keeps of HTML; it removes the rest. @see https://github.com/gjtorikian/html-pipeline (its sanitization) */
const KEPT =
  'h1 h2 h3 h4 p b i em strong pre code ul ol li table thead tbody tr th td details summary a br sub sup blockquote input'.split(
    ' ',
  );
const HAS_NO_END = ['br', 'input'];

/** GitHub Flavored Markdown as HTML, by another's parser. */
export function renderGithubMarkdown(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

/** Whatever is not whole in Markdown that is made of HTML blocks and diagrams; empty when all is well. */
export function markdownProblems(markdown: string): string[] {
  const problems: string[] = markdown.isWellFormed() ? [] : ['half a character'];
  const page = parseFragment(renderGithubMarkdown(markdown), {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }) => problems.push(`${code} in line ${startLine}`),
  });
  for (const node of page.childNodes) {
    if (tree.isTextNode(node) && node.value.trim() !== '')
      problems.push(`text outside of blocks: ${node.value}`);
  }
  for (const element of elementsOf(page)) problems.push(...elementProblems(element));
  return problems;
}

function elementProblems(element: Element): string[] {
  const { tagName, sourceCodeLocation: place } = element;
  if (!KEPT.includes(tagName)) return [`<${tagName}>`];
  // The parser adds tbody where it is left out.
  if (place && !place.endTag && !HAS_NO_END.includes(tagName)) return [`<${tagName}> does not end`];
  if (tagName === 'a') return linkProblems(element);
  if (tagName === 'table') return tableProblems(element);
  return tagName === 'code' ? codeProblems(element) : [];
}

function linkProblems({ attrs }: Element): string[] {
  const href = attrs.find(({ name }) => name === 'href')?.value ?? '';
  return href.startsWith('https://github.com/') ? [] : [`a link to ${href}`];
}

function tableProblems(table: Element): string[] {
  const rows = elementsOf(table).filter(({ tagName }) => tagName === 'tr');
  const cells = new Set(rows.map((row) => row.childNodes.filter((node) => tree.isElementNode(node)).length));
  return cells.size > 1 ? [`a table with rows of ${[...cells].join(' and ')} cells`] : [];
}

/** A fenced block is a diagram; inline code is any text. */
function codeProblems({ attrs, childNodes }: Element): string[] {
  const language = attrs.find(({ name }) => name === 'class')?.value;
  const [text] = childNodes;
  const isDiagram = text && tree.isTextNode(text) && text.value.startsWith('sequenceDiagram\n');
  return language === undefined || (language === 'language-mermaid' && isDiagram)
    ? []
    : [`code in ${language}`];
}

function elementsOf(parent: { readonly childNodes: readonly Node[] }): Element[] {
  return parent.childNodes.flatMap((node) =>
    tree.isElementNode(node) && node.namespaceURI === names.NS.HTML ? [node, ...elementsOf(node)] : [],
  );
}
