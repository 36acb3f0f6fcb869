/**
 * The tables that every place needs come in one file: each by itself would be a way to the server and back, before the first chart.
 * The build writes its address and the names of the tables here (vite.config.ts); the development server reads each by itself.
 */
export const TOGETHER: { url: string; files: readonly string[] } = { url: '', files: [] };
