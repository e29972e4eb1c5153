/** The line by which the comment of a workflow and key is known again; nobody sees it. */
export function commentMarker(workflow: string, key: string): string {
  // Nothing in it may end the HTML comment.
  const [name, part] = [workflow, key].map((text) => encodeURIComponent(text).replaceAll('-', '%2D'));
  return `<!-- flowproof-comment ${name}/${part} -->`;
}
