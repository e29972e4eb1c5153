/** The SCRAM mechanisms, with the numbers and hashes that they have in Kafka. */
export declare const scramMechanisms: {
    readonly 'SCRAM-SHA-256': {
        readonly number: 1;
        readonly hash: 'sha256';
        readonly keyBytes: 32;
    };
    readonly 'SCRAM-SHA-512': {
        readonly number: 2;
        readonly hash: 'sha512';
        readonly keyBytes: 64;
    };
};
export type ScramMechanism = keyof typeof scramMechanisms;
export type Mechanism = 'PLAIN' | ScramMechanism;
/** What a server keeps of a password for SCRAM (RFC 5802). */
export interface ScramCredential {
    readonly salt: Buffer;
    readonly iterations: number;
    readonly storedKey: Buffer;
    readonly serverKey: Buffer;
}
export declare const SCRAM_ITERATIONS = 4096;
/** The users that may connect. */
export declare class Credentials {
    #private;
    constructor(users: Readonly<Record<string, string>>);
    isPassword(user: string, password: string): boolean;
    scram(mechanism: ScramMechanism, user: string): ScramCredential | undefined;
    setScram(mechanism: ScramMechanism, user: string, credential: ScramCredential): void;
    /** False: there was none. */
    deleteScram(mechanism: ScramMechanism, user: string): boolean;
    /** All users with SCRAM credentials, in order. */
    scramUsers(): readonly string[];
}
/** What a server keeps of a password that was salted already. */
export declare function fromSaltedPassword(mechanism: ScramMechanism, { salt, iterations, saltedPassword }: {
    salt: Buffer;
    iterations: number;
    saltedPassword: Buffer;
}): ScramCredential;
/** Whether two secrets are equal, in a time that does not depend on where they differ. */
export declare function isEqual(a: Buffer, b: Buffer): boolean;
