import type { IDataObject } from 'n8n-workflow';
import isEmpty from 'lodash/isEmpty';
import memoize from 'lodash/memoize';
import omit from 'lodash/omit';

import { choice, flag, groups, json, number, text, type Input } from '../define/fields';
import { download, operation, type Call, type FormPart, type Parts } from '../define/operation';
import { defineResource, type Resource } from '../define/resource';
import type { Answer, Route, Vendor } from '../define/vendor';
import { split } from '../http/client';

const METHODS = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'] as const;

/** What every call has. It begins like the example, which is one that the vendor has. */
const calledLike = (example: Route) => {
	const [method, path] = split(example);
	return {
		method: choice(METHODS, { required: true, default: method }),
		route: text({
			label: 'Path',
			required: true,
			placeholder: path,
			description: 'As the vendor’s reference writes it, without the base URL',
		}),
		parameters: json({
			label: 'Query Parameters',
			shown: true,
			description: 'An object with a member for each query parameter',
		}),
		payload: json({
			label: 'Body',
			shown: true,
			description: 'The object or list to send as JSON. A GET carries none.',
		}),
	};
};

type Called = ReturnType<typeof calledLike>;

const options = {
	headers: groups(
		{
			headerName: text({ required: true, label: 'Name', placeholder: 'X-Request-ID' }),
			headerValue: text({ label: 'Value' }),
		},
		{ description: 'Sent beside those of the sign-in, which cannot be replaced' },
	),
	timeout: number({ default: 100_000, description: 'Milliseconds that the answer may take' }),
	sendAgain: flag({
		label: 'Send Again After Failures',
		description:
			'Whether a POST or PATCH that does no harm twice may be sent again, after growing waits, when the server fails or the connection breaks. The other methods always may. For any other failure there is Retry On Fail in the settings of the node.',
	}),
};

/** The route that the user asks for. Anything that could leave the vendor's API is refused. */
function routeOf({ method, route }: Input<Called>, { refuse }: Call): Route {
	const path = route.trim().replace(/^\/?/, '/');
	if (/:\/\/|\.\.|\\/.test(path)) {
		throw refuse(
			`Path: "${route}" is not a path of this API`,
			'Give the part that follows the base URL, as in the example that an empty field shows.',
		);
	}
	return `${method} /${path.slice(1)}`;
}

function partsOf(
	{ method, parameters, payload, headers = [], ...input }: Input<Called & typeof options>,
	{ refuse }: Call,
): Parts {
	for (const { headerName, headerValue = '' } of headers) {
		if (!/^[\w!#$%&'*+.^`|~-]+$/.test(headerName) || /[\r\n]/.test(headerValue)) {
			throw refuse(`Headers: "${headerName}" cannot be sent as a header`);
		}
	}
	if (method === 'GET' && !isEmpty(payload)) {
		throw refuse(
			'Body: a GET carries none',
			'Give Query Parameters instead, or choose another method.',
		);
	}
	const hasBody = !isEmpty(payload) || (method !== 'GET' && method !== 'DELETE');
	return {
		query: parameters,
		...(hasBody && { body: payload }),
		headers: Object.fromEntries(
			headers.map(({ headerName, headerValue = '' }) => [headerName, headerValue]),
		),
		timeout: input.timeout,
		...(input.sendAgain && { repeatable: true }),
	};
}

/** What came back beside the record. Cookies are left out, because some sign in. */
const wholeOf = ({ status, headers, body }: Answer): IDataObject => ({
	body: body as IDataObject,
	headers: omit(headers, 'set-cookie') as IDataObject,
	statusCode: status,
});

const MULTIPART = ['PATCH', 'POST', 'PUT'];

const sendLike = (example: Route) =>
	operation({
		name: 'Send',
		action: 'Send a custom API request',
		description: 'Send any call and get its answer as data, page by page if wanted',
		// Not sent as it stands: \`run\` takes the method and the path from the user.
		request: 'GET /',
		query: {
			...calledLike(example),
			allPages: flag({
				label: 'Read All Pages',
				shown: true,
				description: 'Whether the answer is a list that should be read to its end',
			}),
			...options,
			formFields: groups(
				{
					fieldName: text({ required: true, label: 'Name' }),
					fieldValue: text({ label: 'Value' }),
				},
				{ description: 'Sent as multipart/form-data, in place of a body' },
			),
			formFiles: groups(
				{
					partName: text({ required: true, label: 'Name', default: 'file' }),
					inputField: text({
						required: true,
						label: 'Input Binary Field',
						default: 'data',
						description: 'The field of the item that holds the file',
					}),
					sentName: text({
						label: 'File Name',
						description: 'That of the file itself where it is left out',
					}),
				},
				{ label: 'Form Files', description: 'Sent as multipart/form-data, in place of a body' },
			),
			fullAnswer: flag({
				label: 'Include Response Headers and Status',
				description: 'Whether to return the headers and the status of the answer beside its body',
			}),
			readAs: choice(
				[
					['Data', 'data'],
					['Text', 'text'],
				],
				{
					label: 'Response Format',
					default: 'data',
					description: 'What the answer is. For files there is the operation Download.',
				},
			),
		},
		refuses({ method, payload, allPages, formFields = [], formFiles = [], fullAnswer, readAs }) {
			const hasForm = formFields.length + formFiles.length > 0;
			if (hasForm && !isEmpty(payload)) return 'Body: it cannot go along with a form';
			if (hasForm && !MULTIPART.includes(method)) return `Method: a form cannot go with ${method}`;
			if (allPages && (hasForm || fullAnswer || readAs === 'text')) {
				return 'Read All Pages: this is for lists alone, without a form and without the headers or the text of an answer';
			}
			return undefined;
		},
		async run(input, call) {
			const asked = routeOf(input, call);
			const { allPages, formFields = [], formFiles = [], fullAnswer, readAs } = input;
			const form: FormPart[] = [
				...formFields.map(({ fieldName: name, fieldValue: value = '' }) => ({ name, value })),
				...formFiles.map(({ partName: name, inputField: file, sentName: fileName }) => ({
					name,
					file,
					...(fileName !== undefined && { fileName }),
				})),
			];
			const parts = {
				...partsOf(input, call),
				...(form.length > 0 && { form }),
				text: readAs === 'text',
			};
			if (allPages) return await call.list(asked, parts);
			if (fullAnswer) return wholeOf(await call.answer(asked, parts));
			if (!parts.text) return await call.send(asked, parts);
			const { body } = await call.answer(asked, parts);
			return { text: String(body) };
		},
	});

const downloadLike = (example: Route) =>
	download({
		name: 'Download',
		action: 'Download a file with a custom API request',
		description: 'Send any call that is answered with a file',
		request: 'GET /',
		query: { ...calledLike(example), ...options },
		async run(input, call) {
			const asked = routeOf(input, call);
			return { json: { path: asked }, binary: await call.file(asked, partsOf(input, call)) };
		},
	});

/** A call of the user's own making, for whatever the vendor offers beyond the listed operations. */
const customRequestLike = memoize((example: Route) =>
	defineResource({
		value: 'customRequest',
		name: 'Custom API Request',
		description: 'Any other call, with the same sign-in, pace, retry and error messages',
		operations: { download: downloadLike(example), send: sendLike(example) },
	}),
);

/** The vendor's resources and the one that every vendor has. */
export const resourcesOf = ({ resources, api }: Vendor): readonly Resource[] => [
	...resources,
	customRequestLike(api.check),
];
