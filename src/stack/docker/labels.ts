/** Every container, network and volume of a run carries it, with the run's id. */
export const RUN_LABEL = 'dev.flowproof.run';
/** Which service, or cluster, a container is. */
export const SERVICE_LABEL = 'dev.flowproof.service';

/** The filter of Docker's lists for all that a run has made. */
export function ofRun(runId: string): { readonly label: string[] } {
  return { label: [`${RUN_LABEL}=${runId}`] };
}
