/** What an organisation can be; how they hang together is in the rules. */
export const nodeKinds = ['district', 'town', 'village', 'department'] as const;
export type NodeKind = (typeof nodeKinds)[number];

export const staffStatuses = ['active', 'suspended'] as const;

/** What a session was opened with: enough to recognise one's own, too little to recognise a person. */
export const browsers = ['wechat', 'edge', 'firefox', 'chrome', 'safari', 'other'] as const;
export const devices = ['phone', 'computer'] as const;

/** Lengths in characters (code points) unless the name says otherwise. */
export const limits = {
  loginNameLeast: 3,
  loginName: 32,
  /** Longest thing taken for a login name at sign-in, where a wrong shape is nobody's business. */
  typedLoginName: 64,
  name: 30,
  nodeName: 60,
  nodeNameEn: 120,
  nodePath: 80,
  /** NIST SP 800-63B asks for 8 at least where a second factor stands beside it; here none does. */
  passwordLeast: 12,
  password: 128,
  passwordCharacters: 5,
  /**
   * A working day and its evening. There is no shorter idle limit: officers put the phone away between two
   * households, and would spend the day typing passwords in doorways.
   */
  sessionHours: 12,
  sessionsPerAccount: 10,
  failures: 5,
  lockMinutes: 15,
  staffPerPage: 50,
  /** An organisation renamed or closed is seen everywhere after this long. */
  organisationSeconds: 60,
} as const;

/** Failures only: what succeeded is taken back, because a whole office signs in from one address at 8:30. */
export const addressLimit = { what: 'sign-in-address', most: 20, perSeconds: 15 * 60 } as const;
