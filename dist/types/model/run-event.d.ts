export type TaskPlan = {
    id: string;
    name: string;
    kind: string;
    after: string[];
    topics: string[];
    span?: {
        file: string;
        line: number;
        column: number;
        endLine: number;
        endColumn: number;
    } | undefined;
};
export type ConsumeFacts = {
    awaited: number;
    matched: number;
    read: number;
    filtered: number;
    undecodable: number;
    limitMs?: number | undefined;
    elapsedMs: number;
    late?: {
        latencyMs: number;
        byMs: number;
        record: {
            topic: string;
            partition: number;
            offset: number | bigint;
            timestamp: number | bigint;
            key: import("./json.js").Json;
            value: import("./json.js").Json;
            headers: {
                key: string;
                value: string | null;
                encoding?: "base64" | undefined;
            }[];
            keySchemaId?: number | undefined;
            valueSchemaId?: number | undefined;
            latencyMs?: number | undefined;
            momentMs?: number | undefined;
        };
    } | undefined;
    offsets?: {
        topic: string;
        partition: number;
        from: number | bigint;
        to: number | bigint;
    }[] | undefined;
    loopLagMs?: number | undefined;
};
export type RunEvent = {
    seq: number;
    atMs: number;
    type: "run-started";
    runId: string;
    version: string;
    seed: number;
    startedAt: string;
    environment: string;
    scenarios: {
        suite: string;
        name: string;
        description?: string | undefined;
        tags: string[];
        iteration: number;
        span: {
            file: string;
            line: number;
            column: number;
            endLine: number;
            endColumn: number;
        };
    }[];
} | {
    seq: number;
    atMs: number;
    type: "image-progressed";
    image: string;
    text: string;
} | {
    seq: number;
    atMs: number;
    type: "kafka-logged";
    cluster: string;
    line: string;
} | {
    seq: number;
    atMs: number;
    type: "kafka-ready";
    cluster: string;
    provider: "docker" | "embedded" | "external";
    bootstrap: string;
    version?: string | undefined;
    tookMs: number;
} | {
    seq: number;
    atMs: number;
    type: "service-started";
    service: string;
    pid?: number | undefined;
    savesLog?: boolean | undefined;
} | {
    seq: number;
    atMs: number;
    type: "service-ready";
    service: string;
    tookMs: number;
    probe: string;
} | {
    seq: number;
    atMs: number;
    type: "service-logged";
    service: string;
    stream: "stderr" | "stdout";
    line: string;
} | {
    seq: number;
    atMs: number;
    type: "service-exited";
    service: string;
    code: number | null;
    signal: string | null;
    expected: boolean;
} | {
    seq: number;
    atMs: number;
    type: "span-received";
    span: {
        traceId: string;
        spanId: string;
        parentSpanId?: string | undefined;
        linkedTraceIds: string[];
        name: string;
        service: string;
        startedAtMs: number;
        endedAtMs: number;
        error?: string | undefined;
    };
} | {
    seq: number;
    atMs: number;
    scenario: string;
    suite: string;
    name: string;
    description?: string | undefined;
    tags: string[];
    iteration: number;
    span: {
        file: string;
        line: number;
        column: number;
        endLine: number;
        endColumn: number;
    };
    type: "scenario-started";
    attempt: number;
    traceId?: string | undefined;
    tasks: {
        id: string;
        name: string;
        kind: string;
        after: string[];
        topics: string[];
        span?: {
            file: string;
            line: number;
            column: number;
            endLine: number;
            endColumn: number;
        } | undefined;
    }[];
} | {
    seq: number;
    atMs: number;
    scenario: string;
    task: string;
    type: "task-started";
    deadlineMs?: number | undefined;
} | {
    seq: number;
    atMs: number;
    scenario: string;
    task: string;
    type: "record-produced";
    record: {
        topic: string;
        partition: number;
        offset: number | bigint;
        timestamp: number | bigint;
        key: import("./json.js").Json;
        value: import("./json.js").Json;
        headers: {
            key: string;
            value: string | null;
            encoding?: "base64" | undefined;
        }[];
        keySchemaId?: number | undefined;
        valueSchemaId?: number | undefined;
        latencyMs?: number | undefined;
        momentMs?: number | undefined;
    };
} | {
    seq: number;
    atMs: number;
    scenario: string;
    task: string;
    type: "record-consumed";
    record: {
        topic: string;
        partition: number;
        offset: number | bigint;
        timestamp: number | bigint;
        key: import("./json.js").Json;
        value: import("./json.js").Json;
        headers: {
            key: string;
            value: string | null;
            encoding?: "base64" | undefined;
        }[];
        keySchemaId?: number | undefined;
        valueSchemaId?: number | undefined;
        latencyMs?: number | undefined;
        momentMs?: number | undefined;
    };
} | {
    seq: number;
    atMs: number;
    scenario: string;
    task: string;
    type: "check-evaluated";
    check: {
        name: string;
        status: "failed" | "notEvaluated" | "passed";
        operator: string;
        expected?: import("./json.js").Json | undefined;
        actual?: import("./json.js").Json | undefined;
        message?: string | undefined;
        difference?: {
            path: string;
            expected?: import("./json.js").Json | undefined;
            actual?: import("./json.js").Json | undefined;
        }[] | undefined;
        record?: {
            topic: string;
            partition: number;
            offset: number | bigint;
        } | undefined;
        evaluated: number;
        failed: number;
        span?: {
            file: string;
            line: number;
            column: number;
            endLine: number;
            endColumn: number;
        } | undefined;
    };
} | {
    seq: number;
    atMs: number;
    scenario: string;
    task: string;
    type: "task-finished";
    status: "cancelled" | "error" | "failed" | "passed" | "skipped";
    durationMs: number;
    message?: string | undefined;
    detail?: string[] | undefined;
    span?: {
        file: string;
        line: number;
        column: number;
        endLine: number;
        endColumn: number;
    } | undefined;
    recordCount?: number | undefined;
    latencyMs?: {
        count: number;
        p50: number;
        p95: number;
        max: number;
    } | undefined;
    consume?: {
        awaited: number;
        matched: number;
        read: number;
        filtered: number;
        undecodable: number;
        limitMs?: number | undefined;
        elapsedMs: number;
        late?: {
            latencyMs: number;
            byMs: number;
            record: {
                topic: string;
                partition: number;
                offset: number | bigint;
                timestamp: number | bigint;
                key: import("./json.js").Json;
                value: import("./json.js").Json;
                headers: {
                    key: string;
                    value: string | null;
                    encoding?: "base64" | undefined;
                }[];
                keySchemaId?: number | undefined;
                valueSchemaId?: number | undefined;
                latencyMs?: number | undefined;
                momentMs?: number | undefined;
            };
        } | undefined;
        offsets?: {
            topic: string;
            partition: number;
            from: number | bigint;
            to: number | bigint;
        }[] | undefined;
        loopLagMs?: number | undefined;
    } | undefined;
    diagnosis?: {
        id?: string | undefined;
        cause: string;
        evidence: string[];
        hints: string[];
    } | undefined;
} | {
    seq: number;
    atMs: number;
    scenario: string;
    type: "scenario-finished";
    status: "cancelled" | "error" | "failed" | "flaky" | "passed" | "skipped";
    durationMs: number;
    message?: string | undefined;
} | {
    seq: number;
    atMs: number;
    type: "warning-given";
    message: string;
    hint?: string | undefined;
} | {
    seq: number;
    atMs: number;
    type: "run-failed";
    message: string;
    span?: {
        file: string;
        line: number;
        column: number;
        endLine: number;
        endColumn: number;
    } | undefined;
    hint?: string | undefined;
    detail?: string[] | undefined;
} | {
    seq: number;
    atMs: number;
    type: "run-finished";
    status: "cancelled" | "error" | "failed" | "passed";
    exitCode: number;
    durationMs: number;
};
