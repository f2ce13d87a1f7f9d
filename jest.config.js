/** @type {import('jest').Config} */
export default {
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: { '\\.ts$': './tests/setup/strip-types.js' },
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testEnvironment: 'node',
  testSequencer: './tests/setup/faults-first.js',
  testTimeout: 30_000,
  // Two cores: one worker beside the parent, so that tests which start processes of their own have a core left.
  maxWorkers: 2,
  maxConcurrency: 3,
}
