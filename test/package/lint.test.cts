import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** Both linters and the scanner are programs of their own; what they print is shown where they object. */
function run(command: string, ...args: string[]): { status: number | null; said: string } {
	const { status, stdout, stderr } = spawnSync(command, args, {
		cwd: root,
		encoding: 'utf8',
		// With jest's own NODE_ENV the rules take every file for one of their fixtures.
		env: { ...process.env, NODE_ENV: '', FORCE_COLOR: '0' },
	});
	if (status !== 0) console.log(stdout, stderr);
	return { status, said: `${stdout}${stderr}` };
}

const passes = { status: 0, said: expect.any(String) as string };

jest.setTimeout(600_000);

describe('the official tools', () => {
	it('lint the source without an error, in strict mode', () => {
		expect(run('npx', 'n8n-node', 'lint')).toEqual(passes);
	});

	it('lint it without a warning either', () => {
		expect(run('npx', 'eslint', '.', '--max-warnings', '0')).toEqual(passes);
	});

	it('lint what is emitted without an objection', () => {
		expect(run('node', 'test/package/lintEmitted.mjs')).toEqual(passes);
	});

	it('scan the source and the packed package without an objection', () => {
		const folder = mkdtempSync(join(tmpdir(), 'field-service-'));
		try {
			const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
				cwd: root,
				encoding: 'utf8',
			});
			const tarball = packed.trim().split('\n').pop() ?? '';
			execFileSync('tar', ['-xzf', join(folder, tarball), '-C', folder]);
			expect(run('node', 'test/package/scan.mjs', join(folder, 'package'))).toEqual(passes);
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});
