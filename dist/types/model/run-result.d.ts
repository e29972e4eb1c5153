export type TaskResult = {
    id: string;
    name: string;
    kind: string;
    after: string[];
    topics: string[];
    status: "cancelled" | "error" | "failed" | "passed" | "skipped";
    startedAtMs?: number | undefined;
    durationMs: number;
    deadlineMs?: number | undefined;
    message?: string | undefined;
    detail?: string[] | undefined;
    latencyMs?: {
        count: number;
        p50: number;
        p95: number;
        max: number;
    } | undefined;
    records: {
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
    }[];
    recordCount: number;
    checks: {
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
        line?: number | undefined;
        column?: number | undefined;
    }[];
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
    span?: {
        file: string;
        line: number;
        column: number;
        endLine: number;
        endColumn: number;
    } | undefined;
};
export type ScenarioResult = {
    suite: string;
    name: string;
    description?: string | undefined;
    file: string;
    line: number;
    tags: string[];
    status: "cancelled" | "error" | "failed" | "flaky" | "passed" | "skipped";
    attempts: number;
    iteration: number;
    startedAtMs: number;
    durationMs: number;
    message?: string | undefined;
    diagnosis?: {
        id?: string | undefined;
        cause: string;
        evidence: string[];
        hints: string[];
    } | undefined;
    tasks: {
        id: string;
        name: string;
        kind: string;
        after: string[];
        topics: string[];
        status: "cancelled" | "error" | "failed" | "passed" | "skipped";
        startedAtMs?: number | undefined;
        durationMs: number;
        deadlineMs?: number | undefined;
        message?: string | undefined;
        detail?: string[] | undefined;
        latencyMs?: {
            count: number;
            p50: number;
            p95: number;
            max: number;
        } | undefined;
        records: {
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
        }[];
        recordCount: number;
        checks: {
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
            line?: number | undefined;
            column?: number | undefined;
        }[];
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
        span?: {
            file: string;
            line: number;
            column: number;
            endLine: number;
            endColumn: number;
        } | undefined;
    }[];
    timeline?: {
        triggerAtMs: number;
        entries: {
            atMs: number;
            untilMs?: number | undefined;
            lane: "service" | "task" | "topic" | "trace";
            name: string;
            what: string;
        }[];
        criticalPath: {
            task: string;
            topics: string[];
            fromMs: number;
            tookMs: number;
            share: number;
            reached: boolean;
        }[];
    } | undefined;
};
export type RunResult = {
    version: 1;
    tool: string;
    runId: string;
    status: "cancelled" | "error" | "failed" | "passed";
    exitCode: number;
    seed: number;
    startedAt: string;
    durationMs: number;
    counts: {
        total: number;
        passed: number;
        failed: number;
        errors: number;
        flaky: number;
        skipped: number;
        cancelled: number;
    };
    environment: {
        name: string;
        kafka?: {
            provider: string;
            version?: string | undefined;
            bootstrap: string;
        } | undefined;
        services: {
            name: string;
            status: "exited" | "ready" | "starting" | "stopped";
            readyMs?: number | undefined;
            exitCode?: number | null | undefined;
            lastLines: string[];
        }[];
    };
    message?: string | undefined;
    detail?: string[] | undefined;
    span?: {
        file: string;
        line: number;
        column: number;
        endLine: number;
        endColumn: number;
    } | undefined;
    warnings: string[];
    scenarios: {
        suite: string;
        name: string;
        description?: string | undefined;
        file: string;
        line: number;
        tags: string[];
        status: "cancelled" | "error" | "failed" | "flaky" | "passed" | "skipped";
        attempts: number;
        iteration: number;
        startedAtMs: number;
        durationMs: number;
        message?: string | undefined;
        diagnosis?: {
            id?: string | undefined;
            cause: string;
            evidence: string[];
            hints: string[];
        } | undefined;
        tasks: {
            id: string;
            name: string;
            kind: string;
            after: string[];
            topics: string[];
            status: "cancelled" | "error" | "failed" | "passed" | "skipped";
            startedAtMs?: number | undefined;
            durationMs: number;
            deadlineMs?: number | undefined;
            message?: string | undefined;
            detail?: string[] | undefined;
            latencyMs?: {
                count: number;
                p50: number;
                p95: number;
                max: number;
            } | undefined;
            records: {
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
            }[];
            recordCount: number;
            checks: {
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
                line?: number | undefined;
                column?: number | undefined;
            }[];
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
            span?: {
                file: string;
                line: number;
                column: number;
                endLine: number;
                endColumn: number;
            } | undefined;
        }[];
        timeline?: {
            triggerAtMs: number;
            entries: {
                atMs: number;
                untilMs?: number | undefined;
                lane: "service" | "task" | "topic" | "trace";
                name: string;
                what: string;
            }[];
            criticalPath: {
                task: string;
                topics: string[];
                fromMs: number;
                tookMs: number;
                share: number;
                reached: boolean;
            }[];
        } | undefined;
    }[];
};
