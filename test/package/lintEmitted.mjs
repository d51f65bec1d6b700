import { ESLint } from 'eslint';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Lints the built nodes as if their descriptions were written out by hand. The official rules read
 * literals, so in the source they do not see what is computed. Prints each problem and exits with 1
 * if there is any.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const require = createRequire(import.meta.url);
const { config } = require('@n8n/node-cli/eslint');
const published = require(join(root, 'dist', 'index.js'));

const raw = (code) => ({ __code: code });

function written(value, indent = '') {
	if (value?.__code !== undefined) return value.__code;
	const inner = `${indent}\t`;
	if (Array.isArray(value)) {
		return value.length === 0
			? '[]'
			: `[\n${value.map((one) => inner + written(one, inner)).join(',\n')},\n${indent}]`;
	}
	if (value !== null && typeof value === 'object') {
		const members = Object.entries(value).filter(([, member]) => member !== undefined);
		if (members.length === 0) return '{}';
		const key = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));
		return `{\n${members.map(([name, member]) => `${inner}${key(name)}: ${written(member, inner)}`).join(',\n')},\n${indent}}`;
	}
	if (typeof value !== 'string') return String(value);
	return `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n')}'`;
}

function nodeSource(name, { description }) {
	const main = raw('NodeConnectionTypes.Main');
	const shown = {
		...description,
		inputs: description.inputs.map(() => main),
		outputs: description.outputs.map(() => main),
	};
	return `import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

export class ${name} implements INodeType {
	description: INodeTypeDescription = ${written(shown, '\t')};
}
`;
}

/** The class as it is written, with its fields as literals: most credential rules look at those. */
const credentialSource = (
	name,
	{ icon, properties },
) => `import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class ${name} implements ICredentialType {
	name = '${name.charAt(0).toLowerCase()}${name.slice(1)}';

	icon = ${written(icon, '\t')};

	properties: INodeProperties[] = ${written(properties, '\t')};
}
`;

/** Rules about parts of a credential class that are not computed and so are linted in the source. */
const SOURCE_ONLY =
	/credential-(test-required|documentation-url)|cred-class-(field-icon-missing|field-(display-name|documentation-url)-missing|oauth2-naming)|cred-class-name/;

const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: config });
let problems = 0;
for (const [name, Published] of Object.entries(published)) {
	const one = new Published();
	const isNode = 'description' in one;
	const source = isNode ? nodeSource(name, one) : credentialSource(name, one);
	const folder = name.replace(/Trigger$/, '');
	const filePath = join(
		root,
		isNode ? `nodes/${folder}/${name}.node.ts` : `credentials/${name}.credentials.ts`,
	);
	const [{ messages }] = await eslint.lintText(source, { filePath });
	for (const { ruleId, message, line } of messages) {
		if (!isNode && SOURCE_ONLY.test(ruleId ?? '')) continue;
		problems++;
		console.log(`${name}: ${ruleId}: ${message} | ${source.split('\n')[line - 1]?.trim() ?? ''}`);
	}
	console.log(`${name}: ${source.split('\n').length} lines`);
}
console.log(`${problems} problems in what is emitted`);
process.exitCode = problems > 0 ? 1 : 0;
