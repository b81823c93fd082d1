/** Whose signature a publication shows: the office, never the name of who holds it. */
export const signatory = '主要领导';

/** Stands for the actor where the process itself publishes on the named day. */
export const theProcess = { name: '系统', post: '按签发意见公开' } as const;
