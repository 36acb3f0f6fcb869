/** Letters of a link beyond which its code would be too fine to be read from paper or a screen. */
export const LONGEST_CODE = 420;

/** What is shared opens on the answer, not on the report. */
export const sharedLink = (link: string): string => link.replace(/;view=report/, '');

/** Only what stands on a server can be opened by who reads the code. */
export const isOnline = (link: string): boolean => /^https?:/.test(link);
