/** A commit by its hash, whole or abbreviated. */
export const COMMIT_SHA = /^[0-9a-f]{7,64}$/i
