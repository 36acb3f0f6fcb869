import type { TestProject } from 'vitest/node';
import { serveBuild } from './site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    site: string;
  }
}

/** Builds and serves the site once for all end-to-end tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const site = await serveBuild();
  project.provide('site', site.url);
  return () => site.close();
}
