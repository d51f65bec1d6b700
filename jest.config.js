module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts', '**/*.test.cts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/n8n/'],
	// Types are checked once for the whole tree by `tsc`, not again for every file here.
	transform: {
		'^.+\\.[cm]?ts$': [
			'ts-jest',
			{
				diagnostics: false,
				tsconfig: {
					esModuleInterop: true,
					module: 'commonjs',
					target: 'es2022',
					resolveJsonModule: true,
					isolatedModules: true,
				},
			},
		],
	},
	// Nothing is timed. This only ends what hangs, on a machine that has other work too.
	testTimeout: 60_000,
	reporters: ['default', '<rootDir>/test/support/counted.cjs'],
	moduleFileExtensions: ['ts', 'cts', 'js', 'mjs', 'json', 'node'],
	// One copy, or `instanceof NodeApiError` fails between the engine's copy and ours.
	moduleNameMapper: { '^n8n-workflow$': '<rootDir>/node_modules/n8n-workflow' },
};
