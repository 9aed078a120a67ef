// Why something was not done: what the API refused and for which field, or that it could not be reached.

export class Problem extends Error {
  constructor(
    /** The HTTP status; 0 where no answer came. */
    readonly status: number,
    /** The field of the input a refusal is about; empty where it is about no field. */
    readonly field: string,
    /** A sentence of the API, in English. */
    readonly reason: string,
  ) {
    super(reason || `status ${status}`);
  }

  /** Nobody is signed in any more. */
  get isSessionOver(): boolean {
    return this.status === 401;
  }
}

/** The network is away: nothing was answered, and nobody knows whether a change arrived. */
export class Offline extends Problem {
  constructor() {
    super(0, "", "");
  }
}

/** Anything thrown, as a problem. What is none of ours is a fault of the page and is shown as one. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem(500, "", thrown instanceof Error ? thrown.message : String(thrown));
}
