/** Where the registry listens. */
export interface EmbeddedRegistryOptions {
    /** Default 127.0.0.1. */
    readonly host?: string | undefined;
    /** Default a free one. */
    readonly port?: number | undefined;
}
/** A schema registry with Confluent's REST API, in memory. Dispose it to free its port. */
export declare class EmbeddedRegistry implements AsyncDisposable {
    #private;
    readonly host: string;
    readonly port: number;
    private constructor();
    /** @throws RunError SCHEMA_REGISTRY_PORT_TAKEN */
    static start({ host, port, }?: EmbeddedRegistryOptions): Promise<EmbeddedRegistry>;
    get url(): string;
    [Symbol.asyncDispose](): Promise<void>;
}
